package dev.shoal.cluster.program;

import java.util.Arrays;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Writes numbers as Parquet and as an Iceberg table, reads both back and prints their sums. Arguments: a folder for the
 * Parquet files, the SQLite file of the catalogue, the catalogue's warehouse.
 */
public final class RoundTrip {
    private static final long NUMBERS = 1000;

    private RoundTrip() {}

    /** Runs the program. */
    public static void main(String[] args) {
        if (args.length != 3) {
            throw new IllegalArgumentException("Expected PARQUET CATALOG WAREHOUSE, found " + Arrays.toString(args));
        }
        try (SparkSession spark = SparkSession.builder()
                .appName("round trip")
                .config("spark.sql.extensions", "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions")
                .config("spark.sql.catalog.ocean", "org.apache.iceberg.spark.SparkCatalog")
                .config("spark.sql.catalog.ocean.type", "jdbc")
                .config("spark.sql.catalog.ocean.uri", "jdbc:sqlite:" + args[1])
                .config("spark.sql.catalog.ocean.jdbc.schema-version", "V1")
                .config("spark.sql.catalog.ocean.warehouse", args[2])
                .config("spark.sql.catalog.ocean.io-impl", "org.apache.iceberg.hadoop.HadoopFileIO")
                .getOrCreate()) {
            spark.range(NUMBERS).repartition(4).write().parquet(args[0]);
            spark.sql("CREATE NAMESPACE IF NOT EXISTS ocean.test");
            spark.sql("CREATE TABLE ocean.test.numbers (id BIGINT) USING iceberg");
            spark.read().parquet(args[0]).writeTo("ocean.test.numbers").append();
            print("parquet", spark.read().parquet(args[0]));
            print("iceberg", spark.table("ocean.test.numbers"));
        } catch (Exception e) {
            throw new IllegalStateException("Cannot make the round trip through " + args[0], e);
        }
    }

    private static void print(String name, Dataset<Row> numbers) {
        Row row = numbers.selectExpr("count(id)", "sum(id)").first();
        System.out.println(name + " count=" + row.getLong(0) + " sum=" + row.getLong(1));
    }
}
