package dev.shoal.stage.zarr;

import dev.shoal.stage.Progress;
import dev.shoal.stage.SparkWork;
import dev.shoal.stage.StageException;
import dev.shoal.zarr.ArchiveEntry;
import dev.shoal.zarr.ArchiveListing;
import dev.shoal.zarr.kerchunk.JsonReferences;
import dev.shoal.zarr.kerchunk.ParquetReferences;
import dev.shoal.zarr.virtual.Combination;
import dev.shoal.zarr.virtual.ConflictException;
import dev.shoal.zarr.virtual.ScanRequest;
import dev.shoal.zarr.virtual.VirtualFile;
import dev.shoal.zarr.virtual.VirtualScan;
import dev.shoal.zarr.virtual.VirtualStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Makes a virtual store of files: their headers and lists of chunks are read on the cluster, put together here, where a
 * chunk takes some 12 bytes, and written at once. No value is copied but small coordinates.
 */
public final class VirtualJob {

    private static final int TASKS_PER_CORE = 4;

    /** Answers of so many files are brought here at a time, which keeps them below what Spark lets through. */
    private static final int FILES_AT_ONCE = 1024;

    private final SparkSession spark;
    private final VirtualRequest request;
    private final Progress progress;

    /** Prepares the job; nothing is read yet. */
    public VirtualJob(SparkSession spark, VirtualRequest request, Progress progress) {
        this.spark = spark;
        this.request = request;
        this.progress = progress;
    }

    /**
     * Makes the store.
     *
     * @throws StageException where files do not agree, cannot be read, or the store cannot be written; nothing opens
     *     that did not open before
     */
    public VirtualOutcome run() {
        try {
            VirtualStore store = Combination.of(scanned(listed()), request.dimension(), new VirtualTimes());
            write(store);
            return new VirtualOutcome(
                    request.output(),
                    store.sources().size(),
                    store.arrays().size(),
                    store.size(),
                    store.notes().stream().distinct().toList());
        } catch (ConflictException conflicts) {
            throw StageException.configuration(String.valueOf(conflicts.getMessage()), conflicts);
        } catch (IOException error) {
            throw StageException.configuration(String.valueOf(error.getMessage()), error);
        }
    }

    private List<String> listed() throws IOException {
        List<String> files = new ArrayList<>();
        for (ArchiveEntry entry : ArchiveListing.of(request.paths(), conf())) {
            if (entry.kind() != ArchiveEntry.Kind.FILE) {
                throw StageException.configuration("Cannot refer to chunks of " + entry.path() + ": found a store or"
                        + " references, expected netCDF or HDF5 files. Leave it out; it can be read as it is.");
            }
            files.add(entry.path());
        }
        return files;
    }

    private List<VirtualFile> scanned(List<String> files) {
        return SparkWork.run(spark, "Reading lists of chunks", files.size(), progress, work -> scanned(files, work));
    }

    private List<VirtualFile> scanned(List<String> files, SparkWork work) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        Broadcast<SerializableConfiguration> sent = context.broadcast(new SerializableConfiguration(conf()));
        LongAccumulator done = work.units();
        ScanRequest scan = files.size() == 1 ? new ScanRequest("", request.dropped()) : request.scan();
        List<VirtualFile> found = new ArrayList<>();
        try {
            for (int start = 0; start < files.size(); start += FILES_AT_ONCE) {
                List<String> some =
                        new ArrayList<>(files.subList(start, Math.min(files.size(), start + FILES_AT_ONCE)));
                int tasks = Math.min(some.size(), context.defaultParallelism() * TASKS_PER_CORE);
                List<byte[]> answers = context.parallelize(some, tasks)
                        .map(file -> {
                            byte[] bytes = VirtualFiles.bytes(
                                    VirtualScan.scan(file, sent.value().value(), scan));
                            done.add(1);
                            return bytes;
                        })
                        .collect();
                answers.forEach(answer -> found.add(VirtualFiles.file(answer)));
            }
            return found;
        } finally {
            sent.destroy();
        }
    }

    private void write(VirtualStore store) throws IOException {
        if (request.format() == VirtualRequest.Format.JSON) {
            JsonReferences.write(store, request.output(), conf());
        } else {
            ParquetReferences.write(store, request.output(), request.recordSize(), conf());
        }
    }

    private Configuration conf() {
        return spark.sparkContext().hadoopConfiguration();
    }
}
