package dev.shoal.catalog.table;

import static dev.shoal.catalog.table.Columns.optional;
import static dev.shoal.catalog.table.Columns.required;

import dev.shoal.catalog.Dataset;
import dev.shoal.catalog.DatasetKind;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The table {@code datasets}: one row per published product. */
public final class DatasetsTable implements CatalogTable<Dataset> {

    /** The table. */
    public static final DatasetsTable TABLE = new DatasetsTable();

    /** The columns; each one's comment says what it holds. */
    public static final StructType SCHEMA = Columns.withFootprint(Columns.withTime(new StructType()
                    .add(required("name", DataTypes.StringType, "Name of the dataset; the key"))
                    .add(required("kind", DataTypes.StringType, "grid or observations"))
                    .add(optional("title", DataTypes.StringType, "Title for people"))
                    .add(required("location", DataTypes.StringType, "Table name, or URL of the Zarr store"))
                    .add(required("spec_hash", DataTypes.StringType, "Digest of the specification it was made by"))
                    .add(Columns.variables())))
            .add(required("rows", DataTypes.LongType, "Observations, 0 for a grid"))
            .add(required("cells", DataTypes.LongType, "Array cells over all variables, 0 for observations"))
            .add(required("updated_at", DataTypes.TimestampType, "When it was last published"))
            .add(required("run", DataTypes.StringType, "Id of the run that published it"));

    private DatasetsTable() {}

    @Override
    public String name() {
        return "datasets";
    }

    @Override
    public StructType schema() {
        return SCHEMA;
    }

    @Override
    public List<String> key() {
        return List.of("name");
    }

    @Override
    public List<String> bookkeeping() {
        return List.of("updated_at", "run");
    }

    @Override
    public List<String> partitioning() {
        return List.of();
    }

    @Override
    public List<String> ordering() {
        return List.of("name");
    }

    @Override
    public Row row(Dataset value) {
        return new RowValues()
                .add(value.name())
                .add(value.kind().title())
                .add(value.title())
                .add(value.location())
                .add(value.specHash())
                .addVariables(value.variables())
                .addTime(value.time())
                .addFootprint(value.footprint())
                .add(value.rows())
                .add(value.cells())
                .addInstant(value.updatedAtMicros())
                .add(value.run())
                .row();
    }

    @Override
    public Dataset value(Row row) {
        Fields fields = new Fields(row);
        return new Dataset(
                fields.text("name"),
                DatasetKind.of(fields.text("kind")),
                fields.optionalText("title"),
                fields.text("location"),
                fields.text("spec_hash"),
                Columns.variables(row),
                fields.time(),
                fields.footprint(),
                fields.number("rows"),
                fields.number("cells"),
                fields.micros("updated_at"),
                fields.text("run"));
    }
}
