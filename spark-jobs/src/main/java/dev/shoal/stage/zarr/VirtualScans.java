package dev.shoal.stage.zarr;

import dev.shoal.stage.Progress;
import dev.shoal.stage.SparkWork;
import dev.shoal.zarr.virtual.ScanRequest;
import dev.shoal.zarr.virtual.VirtualFile;
import dev.shoal.zarr.virtual.VirtualScan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;
import scala.Tuple2;

/**
 * What was found in files, kept by the tasks on their disks; only what putting files together needs comes here.
 *
 * @param found of each file, as {@link PackedObjects}, the {@link VirtualFile} without the places of chunks, and whole
 * @param conf of the file systems
 */
record VirtualScans(JavaRDD<Tuple2<byte[], byte[]>> found, Broadcast<SerializableConfiguration> conf, ScanRequest scan)
        implements AutoCloseable {

    private static final int TASKS_PER_CORE = 4;

    /** Reads nothing yet. */
    static VirtualScans of(SparkSession spark, List<String> files, ScanRequest scan, Configuration conf) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        Broadcast<SerializableConfiguration> sent = context.broadcast(new SerializableConfiguration(conf));
        int tasks = Math.min(files.size(), context.defaultParallelism() * TASKS_PER_CORE);
        JavaRDD<Tuple2<byte[], byte[]>> found = context.parallelize(new ArrayList<>(files), Math.max(1, tasks))
                .map(file -> packed(VirtualScan.scan(file, sent.value().value(), scan), scan));
        found.persist(StorageLevel.DISK_ONLY());
        return new VirtualScans(found, sent, scan);
    }

    private static Tuple2<byte[], byte[]> packed(VirtualFile file, ScanRequest scan) throws IOException {
        return new Tuple2<>(PackedObjects.bytes(file.header(scan.appendDimension())), PackedObjects.bytes(file));
    }

    /** Reads all files and returns what was found, without the places of chunks. */
    List<VirtualFile> headers(SparkSession spark, int files, Progress progress) {
        return SparkWork.run(spark, "Reading lists of chunks", files, progress, work -> {
            LongAccumulator done = work.units();
            List<byte[]> answers = found.map(file -> {
                        done.add(1);
                        return file._1();
                    })
                    .collect();
            SharedValues shared = new SharedValues();
            List<VirtualFile> headers = new ArrayList<>();
            answers.forEach(answer -> headers.add(shared.file(PackedObjects.object(VirtualFile.class, answer))));
            return headers;
        });
    }

    @Override
    public void close() {
        found.unpersist(false);
        conf.destroy();
    }
}
