package dev.shoal.source;

import dev.shoal.cf.CfDataset;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.zarr.ArchiveEntry;
import dev.shoal.zarr.ArrayStores;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Finds out what a query reads of which files: by what is known of them, and of those that have too many coordinates to
 * keep by opening them once more.
 */
final class ScanPlanning {

    private static final int FILES_PER_TASK = 4;
    private static final String DESCRIPTION = "spark.job.description";

    private ScanPlanning() {}

    /** Makes the plan of a query; the answer of a job is four numbers for each file. */
    static ScanPlan plan(Candidates candidates, RowKind rows, ScanRequest request) {
        ArchiveFiles files = candidates.files();
        List<Optional<FileWork>> work = candidates.facts().stream()
                .map(facts -> rows.work(facts, request))
                .toList();
        List<ArchiveEntry> unclear = new ArrayList<>();
        for (int i = 0; i < work.size(); i++) {
            if (work.get(i).isEmpty()) {
                unclear.add(files.entries().get(i));
            }
        }
        Iterator<FileWork> opened = open(files.spark(), unclear, rows, request).iterator();
        return new ScanPlan(
                files.entries(),
                work.stream().map(known -> known.orElseGet(opened::next)).toList(),
                candidates.excluded(),
                candidates.opened() + unclear.size());
    }

    private static List<FileWork> open(
            SparkSession spark, List<ArchiveEntry> entries, RowKind rows, ScanRequest request) {
        Configuration conf = spark.sparkContext().hadoopConfiguration();
        if (entries.size() <= FactsJob.FEW_FILES) {
            List<FileWork> work = new ArrayList<>();
            for (ArchiveEntry entry : entries) {
                work.add(work(entry, conf, rows, request));
            }
            return work;
        }
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        Broadcast<SerializableConfiguration> sent = SentSettings.of(spark);
        Function<String[], long[]> task =
                entry -> work(ListedTexts.entry(entry), sent.value().value(), rows, request)
                        .toNumbers();
        String before = context.getLocalProperty(DESCRIPTION);
        context.setJobDescription("Planning the reading of " + entries.size() + " files");
        try {
            List<FileWork> work = new ArrayList<>();
            int tasks = (entries.size() + FILES_PER_TASK - 1) / FILES_PER_TASK;
            for (long[] numbers : context.parallelize(ListedTexts.of(entries), tasks)
                    .map(task)
                    .collect()) {
                work.add(FileWork.of(numbers));
            }
            return work;
        } finally {
            context.setLocalProperty(DESCRIPTION, before);
            sent.destroy();
        }
    }

    private static FileWork work(ArchiveEntry entry, Configuration conf, RowKind rows, ScanRequest request) {
        try (ArrayFile file = ArrayStores.openForPlan(entry, conf)) {
            return rows.work(file, CfDataset.of(file), request);
        } catch (IOException error) {
            throw new SourceException(String.valueOf(error.getMessage()), error);
        }
    }
}
