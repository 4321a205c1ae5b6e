package dev.shoal.catalog.table;

import static dev.shoal.catalog.table.Columns.required;

import dev.shoal.catalog.Granule;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The table {@code granules}: one row per source file in a dataset. */
public final class GranulesTable implements CatalogTable<Granule> {

    /** The table. */
    public static final GranulesTable TABLE = new GranulesTable();

    /** The columns; each one's comment says what it holds. */
    public static final StructType SCHEMA = Columns.withFootprint(Columns.withTime(new StructType()
                    .add(required("dataset", DataTypes.StringType, "Name of the dataset; the key, with path"))
                    .add(required("path", DataTypes.StringType, "Full location of the source file, with its scheme"))
                    .add(required("sha256", DataTypes.StringType, "Digest of the source file"))
                    .add(required("size_bytes", DataTypes.LongType, "Length of the source file"))
                    .add(required("mtime", DataTypes.TimestampType, "Last change of the source file"))))
            .add(Columns.variables())
            .add(required("count", DataTypes.LongType, "Observations, or time steps of a grid"))
            .add(required("run", DataTypes.StringType, "Id of the run that took it in"));

    private GranulesTable() {}

    @Override
    public String name() {
        return "granules";
    }

    @Override
    public StructType schema() {
        return SCHEMA;
    }

    @Override
    public List<String> key() {
        return List.of("dataset", "path");
    }

    @Override
    public List<String> bookkeeping() {
        return List.of("run");
    }

    @Override
    public List<String> partitioning() {
        return List.of("dataset");
    }

    @Override
    public List<String> ordering() {
        return List.of(Columns.TIME_FIRST, Columns.SOUTH, Columns.WEST);
    }

    @Override
    public Row row(Granule value) {
        return new RowValues()
                .add(value.dataset())
                .add(value.path())
                .add(value.sha256())
                .add(value.sizeBytes())
                .addInstant(value.mtimeMicros())
                .addTime(value.time())
                .addFootprint(value.footprint())
                .addVariables(value.variables())
                .add(value.count())
                .add(value.run())
                .row();
    }

    @Override
    public Granule value(Row row) {
        Fields fields = new Fields(row);
        return new Granule(
                fields.text("dataset"),
                fields.text("path"),
                fields.text("sha256"),
                fields.number("size_bytes"),
                fields.micros("mtime"),
                fields.time(),
                fields.footprint(),
                Columns.variables(row),
                fields.number("count"),
                fields.text("run"));
    }
}
