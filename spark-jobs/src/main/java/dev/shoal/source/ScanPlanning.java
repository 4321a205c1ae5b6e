package dev.shoal.source;

import dev.shoal.cf.CfDataset;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.zarr.ArrayStores;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/** Opens the header and the coordinates of every file: here where they are few, else in a Spark job. */
final class ScanPlanning {

    /** More files than this are opened by a job. */
    static final int FEW_FILES = 32;

    private static final int FILES_PER_TASK = 16;
    private static final String DESCRIPTION = "spark.job.description";

    private ScanPlanning() {}

    /** Finds out what must be read; the job's answer is four numbers for each file. */
    static ScanPlan plan(SparkSession spark, List<String> locations, RowKind rows, ScanRequest request) {
        Configuration conf = spark.sparkContext().hadoopConfiguration();
        if (locations.size() <= FEW_FILES) {
            List<FileWork> work = new ArrayList<>();
            for (String location : locations) {
                work.add(work(location, conf, rows, request));
            }
            return new ScanPlan(locations, work);
        }
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        SerializableConfiguration sent = new SerializableConfiguration(conf);
        Function<String, long[]> task =
                location -> work(location, sent.value(), rows, request).toNumbers();
        String before = context.getLocalProperty(DESCRIPTION);
        context.setJobDescription("Reading the headers of " + locations.size() + " files");
        try {
            List<FileWork> work = new ArrayList<>();
            int tasks = (locations.size() + FILES_PER_TASK - 1) / FILES_PER_TASK;
            for (long[] numbers :
                    context.parallelize(locations, tasks).map(task).collect()) {
                work.add(FileWork.of(numbers));
            }
            return new ScanPlan(locations, work);
        } finally {
            context.setLocalProperty(DESCRIPTION, before);
        }
    }

    private static FileWork work(String location, Configuration conf, RowKind rows, ScanRequest request) {
        try (ArrayFile file = ArrayStores.open(location, conf)) {
            return rows.work(file, CfDataset.of(file), request);
        } catch (IOException error) {
            throw new SourceException(String.valueOf(error.getMessage()), error);
        }
    }
}
