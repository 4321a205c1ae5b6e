package dev.shoal.stage.zarr;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.stage.Progress;
import dev.shoal.stage.SparkWork;
import dev.shoal.stage.StageException;
import dev.shoal.zarr.ArchiveEntry;
import dev.shoal.zarr.ArchiveListing;
import dev.shoal.zarr.ArrayStores;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;

/** Looks into the files that are to be combined. */
final class SourceStage {

    private static final int TASKS_PER_CORE = 4;

    private final SparkSession spark;
    private final Progress progress;

    SourceStage(SparkSession spark, Progress progress) {
        this.spark = spark;
        this.progress = progress;
    }

    /** Lists the files of a request, in order of their paths. */
    List<ArchiveEntry> list(List<String> paths) {
        try {
            return ArchiveListing.of(paths, conf());
        } catch (IOException error) {
            throw StageException.configuration(String.valueOf(error.getMessage()), error);
        }
    }

    /** Reads what the first file says. */
    SourceTemplate template(ArchiveEntry first, StoreRequest request) throws IOException {
        try (ArrayFile file = RenamedFile.of(ArrayStores.open(first, conf()), request.renames())) {
            return SourceTemplate.of(file, request);
        }
    }

    /** Compares all files with the first, on the cluster. */
    List<SourceFacts> facts(List<ArchiveEntry> entries, SourceTemplate template) {
        try {
            return SparkWork.run(
                    spark, "Comparing files", entries.size(), progress, shown -> facts(entries, template, shown));
        } catch (Exception error) { // Spark throws checked ones too.
            throw StageException.ofStore(template.location(), error);
        }
    }

    private List<SourceFacts> facts(List<ArchiveEntry> entries, SourceTemplate template, SparkWork shown) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        Broadcast<SerializableConfiguration> conf =
                context.broadcast(new SerializableConfiguration(context.hadoopConfiguration()));
        LongAccumulator done = shown.units();
        int parts = Math.min(entries.size(), context.defaultParallelism() * TASKS_PER_CORE);
        return new ArrayList<>(context.parallelize(new ArrayList<>(entries), parts)
                .map(entry -> {
                    SourceFacts facts = new SourceScan(template, conf.value().value()).facts(entry);
                    done.add(1);
                    return facts;
                })
                .collect());
    }

    private Configuration conf() {
        return spark.sparkContext().hadoopConfiguration();
    }
}
