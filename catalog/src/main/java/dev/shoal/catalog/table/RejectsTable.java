package dev.shoal.catalog.table;

import static dev.shoal.catalog.table.Columns.required;

import dev.shoal.catalog.Reject;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The table {@code rejects}: one row per file, dataset and stage that could not take it. */
public final class RejectsTable implements CatalogTable<Reject> {

    /** The table. */
    public static final RejectsTable TABLE = new RejectsTable();

    /** The columns; each one's comment says what it holds. */
    public static final StructType SCHEMA = new StructType()
            .add(required(
                    "path", DataTypes.StringType, "Full location with its scheme; the key, with dataset and stage"))
            .add(required(
                    "dataset", DataTypes.StringType, "What has no use for the file; empty where nothing can read it"))
            .add(required("size_bytes", DataTypes.LongType, "Length of the file, -1 where unknown"))
            .add(required("mtime", DataTypes.TimestampType, "Last change of the file"))
            .add(required("stage", DataTypes.StringType, "What refused the file, such as scan or read"))
            .add(required("reason", DataTypes.StringType, "The whole message"))
            .add(required("run", DataTypes.StringType, "Id of the run"))
            .add(required("at", DataTypes.TimestampType, "When the file was refused"));

    private RejectsTable() {}

    @Override
    public String name() {
        return "rejects";
    }

    @Override
    public StructType schema() {
        return SCHEMA;
    }

    @Override
    public List<String> key() {
        return List.of("path", "dataset", "stage");
    }

    @Override
    public List<String> bookkeeping() {
        return List.of("run", "at");
    }

    @Override
    public List<String> partitioning() {
        return List.of();
    }

    @Override
    public List<String> ordering() {
        return List.of("path");
    }

    @Override
    public Row row(Reject value) {
        return new RowValues()
                .add(value.path())
                .add(value.dataset())
                .add(value.sizeBytes())
                .addInstant(value.mtimeMicros())
                .add(value.stage())
                .add(value.reason())
                .add(value.run())
                .addInstant(value.atMicros())
                .row();
    }

    @Override
    public Reject value(Row row) {
        Fields fields = new Fields(row);
        return new Reject(
                fields.text("path"),
                fields.text("dataset"),
                fields.number("size_bytes"),
                fields.micros("mtime"),
                fields.text("stage"),
                fields.text("reason"),
                fields.text("run"),
                fields.micros("at"));
    }
}
