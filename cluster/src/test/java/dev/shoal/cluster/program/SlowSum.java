package dev.shoal.cluster.program;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;

/**
 * Sums the numbers below 40 in as many tasks that take their time. Arguments: a folder in which every task leaves a
 * file when it starts, so that others see how far it is.
 */
public final class SlowSum {
    private static final int TASKS = 40;
    private static final long TASK_MILLIS = 400;

    private SlowSum() {}

    /** Runs the program. */
    public static void main(String[] args) {
        String started = args[0];
        try (SparkSession spark = SparkSession.builder().appName("slow sum").getOrCreate()) {
            long sum = spark.range(0, TASKS, 1, TASKS)
                    .map(
                            (MapFunction<Long, Long>) number -> {
                                Path file = Path.of(started, "task-" + number);
                                Files.writeString(file, "");
                                Thread.sleep(TASK_MILLIS);
                                return number;
                            },
                            Encoders.LONG())
                    .reduce((org.apache.spark.api.java.function.ReduceFunction<Long>) Long::sum);
            System.out.println("sum=" + sum);
        } catch (Exception e) {
            throw new IllegalStateException("Cannot sum slowly", e);
        }
    }
}
