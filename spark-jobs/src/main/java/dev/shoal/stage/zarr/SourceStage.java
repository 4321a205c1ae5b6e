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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;
import scala.Tuple2;

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
        try (ArrayFile file = joined(ArrayStores.open(first, conf()), request)) {
            return SourceTemplate.of(file, request);
        }
    }

    /** Returns a file under the names of a new store, its characters as texts. */
    static ArrayFile joined(ArrayFile file, StoreRequest request) {
        return JoinedTexts.of(
                RenamedFile.of(file, request.renames()), request.form().format());
    }

    /** Compares all files with the first, on the cluster. */
    List<SourceFacts> facts(List<ArchiveEntry> entries, SourceTemplate template) {
        try {
            List<SourceFacts> facts = SparkWork.run(
                    spark, "Comparing files", entries.size(), progress, shown -> facts(entries, template, shown));
            return decoded(facts, template);
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

    /**
     * Puts sums of values in the place of sums of stored bytes: of each way in which a field is stored, one file is
     * decoded.
     */
    private List<SourceFacts> decoded(List<SourceFacts> facts, SourceTemplate template) {
        Map<String, Map<Long, ArchiveEntry>> ways = new LinkedHashMap<>();
        Map<ArchiveEntry, List<String>> wanted = new LinkedHashMap<>();
        for (SourceFacts file : facts) {
            file.comparable().forEach((field, stored) -> {
                Map<Long, ArchiveEntry> known = ways.computeIfAbsent(field, name -> new HashMap<>());
                if (known.putIfAbsent(stored, file.entry()) == null) {
                    wanted.computeIfAbsent(file.entry(), entry -> new ArrayList<>())
                            .add(field);
                }
            });
        }
        if (wanted.isEmpty()) {
            return facts;
        }
        Map<ArchiveEntry, Map<String, Long>> sums = SparkWork.run(
                spark,
                "Comparing fields without " + template.append(),
                wanted.size(),
                progress,
                shown -> sums(wanted, template, shown));
        List<SourceFacts> decoded = new ArrayList<>();
        for (SourceFacts file : facts) {
            Map<String, Long> values = new LinkedHashMap<>();
            file.comparable().forEach((field, stored) -> {
                ArchiveEntry one = ways.getOrDefault(field, Map.of()).getOrDefault(stored, file.entry());
                values.put(field, sums.getOrDefault(one, Map.of()).getOrDefault(field, stored));
            });
            decoded.add(file.with(values));
        }
        return decoded;
    }

    private Map<ArchiveEntry, Map<String, Long>> sums(
            Map<ArchiveEntry, List<String>> wanted, SourceTemplate template, SparkWork shown) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        Broadcast<SerializableConfiguration> conf =
                context.broadcast(new SerializableConfiguration(context.hadoopConfiguration()));
        LongAccumulator done = shown.units();
        List<Tuple2<ArchiveEntry, ArrayList<String>>> fields = new ArrayList<>();
        wanted.forEach((entry, names) -> fields.add(new Tuple2<>(entry, new ArrayList<>(names))));
        int parts = Math.min(fields.size(), context.defaultParallelism() * TASKS_PER_CORE);
        Map<ArchiveEntry, Map<String, Long>> sums = new HashMap<>();
        context.parallelize(fields, parts)
                .map(field -> {
                    SourceScan scan = new SourceScan(template, conf.value().value());
                    Map<String, Long> found = scan.sums(field._1(), field._2());
                    done.add(1);
                    return new Tuple2<>(field._1(), found);
                })
                .collect()
                .forEach(found -> sums.put(found._1(), found._2()));
        return sums;
    }

    private Configuration conf() {
        return spark.sparkContext().hadoopConfiguration();
    }
}
