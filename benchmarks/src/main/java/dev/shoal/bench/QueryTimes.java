package dev.shoal.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/**
 * Runs queries over files in one Spark session, by turns, and prints a line of JSON for each: its name, seconds of wall
 * clock and of processors, bytes that the process read meanwhile, and the answer. Every turn makes its tables anew, so
 * that listing, schema and planning are in the time.
 */
public final class QueryTimes implements Callable<Integer> {

    @Option(names = "--cores", description = "Tasks at once.")
    private int cores = Runtime.getRuntime().availableProcessors();

    @Option(names = "--runs", description = "Turns.")
    private int runs = 1;

    @Option(names = "--conf", description = "Settings of Spark.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(names = "--table", required = true, description = "NAME=PATH")
    private Map<String, String> tables = new LinkedHashMap<>();

    @Option(names = "--query", required = true, description = "NAME=SQL, where the words $NAME are tables.")
    private Map<String, String> queries = new LinkedHashMap<>();

    /** Runs the program. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new QueryTimes()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        try (SparkSession spark = Sessions.local(cores, settings)) {
            for (int run = 0; run < runs; run++) {
                for (Map.Entry<String, String> query : queries.entrySet()) {
                    System.out.println(
                            new ObjectMapper().writeValueAsString(measure(spark, query.getKey(), query.getValue())));
                }
            }
        }
        return 0;
    }

    private Map<String, Object> measure(SparkSession spark, String name, String sql) throws IOException {
        ProcessCost before = ProcessCost.sofar();
        for (Map.Entry<String, String> table : tables.entrySet()) {
            if (sql.contains("$" + table.getKey())) {
                spark.read().format("netcdf").load(table.getValue()).createOrReplaceTempView(table.getKey());
            }
        }
        List<List<Object>> answer = new ArrayList<>();
        for (Row row : spark.sql(sql.replace("$", "")).collectAsList()) {
            answer.add(values(row));
        }
        ProcessCost cost = ProcessCost.sofar().minus(before);
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("query", name);
        line.put("seconds", cost.seconds());
        line.put("cpuSeconds", cost.cpuSeconds());
        line.put("bytesRead", cost.bytesRead());
        line.put("answer", answer);
        return line;
    }

    private static List<Object> values(Row row) {
        List<Object> values = new ArrayList<>();
        for (int column = 0; column < row.length(); column++) {
            Object value = row.get(column);
            values.add(value instanceof java.sql.Timestamp time ? seconds(time.toInstant()) : value);
        }
        return values;
    }

    private static double seconds(Instant time) {
        return time.getEpochSecond() + time.getNano() / 1e9;
    }
}
