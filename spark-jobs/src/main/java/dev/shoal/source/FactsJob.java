package dev.shoal.source;

import dev.shoal.zarr.ArchiveEntry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/** Opens the header and the coordinates of files: here where they are few, else in a Spark job. */
final class FactsJob {

    /** More files than this are opened by a job. */
    static final int FEW_FILES = 8;

    private static final int MOST_TASKS = 256;

    /** Coordinates that the answer of one task may hold, about a megabyte of them. */
    private static final long ROOM = 1 << 17;

    private static final String DESCRIPTION = "spark.job.description";

    private FactsJob() {}

    /** Returns what is known of each file, in the order of the entries. */
    static List<FileFacts> read(SparkSession spark, List<ArchiveEntry> entries) {
        Configuration conf = spark.sparkContext().hadoopConfiguration();
        if (entries.size() <= FEW_FILES) {
            return read(entries.iterator(), conf);
        }
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        Broadcast<SerializableConfiguration> sent = SentSettings.of(spark);
        FlatMapFunction<Iterator<String[]>, byte[]> task = files -> List.of(
                        bytes(read(ListedTexts.entries(files), sent.value().value())))
                .iterator();
        String before = context.getLocalProperty(DESCRIPTION);
        context.setJobDescription("Reading the headers of " + entries.size() + " files");
        try {
            List<FileFacts> facts = new ArrayList<>();
            int tasks = Math.min(MOST_TASKS, Math.max(context.defaultParallelism(), entries.size() / 16));
            for (byte[] part : context.parallelize(ListedTexts.of(entries), tasks)
                    .mapPartitions(task)
                    .collect()) {
                facts.addAll(facts(part));
            }
            return facts;
        } finally {
            context.setLocalProperty(DESCRIPTION, before);
            sent.destroy();
        }
    }

    private static List<FileFacts> read(Iterator<ArchiveEntry> entries, Configuration conf) {
        SharedParts parts = new SharedParts(ROOM);
        List<FileFacts> facts = new ArrayList<>();
        while (entries.hasNext()) {
            facts.add(parts.of(FileFacts.read(entries.next(), conf)));
        }
        return facts;
    }

    /** Writes an answer as bytes: Spark may be told to send answers by Kryo, which knows no records. */
    private static byte[] bytes(List<FileFacts> facts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new ArrayList<>(facts));
        }
        return bytes.toByteArray();
    }

    private static List<FileFacts> facts(byte[] bytes) {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes)) {
            @Override
            protected Class<?> resolveClass(ObjectStreamClass type) throws ClassNotFoundException {
                return Class.forName(type.getName(), false, FactsJob.class.getClassLoader());
            }
        }) {
            List<FileFacts> facts = new ArrayList<>();
            for (Object fact : (ArrayList<?>) in.readObject()) {
                facts.add((FileFacts) fact);
            }
            return facts;
        } catch (IOException | ClassNotFoundException error) {
            throw new IllegalStateException("Cannot take up what a task has found out of files.", error);
        }
    }
}
