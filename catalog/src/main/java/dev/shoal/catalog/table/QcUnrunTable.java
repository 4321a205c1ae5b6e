package dev.shoal.catalog.table;

import static dev.shoal.catalog.table.Columns.required;

import dev.shoal.catalog.UnrunTest;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The table {@code qc_unrun}: one row per platform, variable, test and reason for which the test could not run. */
public final class QcUnrunTable implements CatalogTable<UnrunTest> {

    /** The table. */
    public static final QcUnrunTable TABLE = new QcUnrunTable();

    /** The columns; each one's comment says what it holds. */
    public static final StructType SCHEMA = new StructType()
            .add(required(
                    "dataset",
                    DataTypes.StringType,
                    "Name of the dataset; the key, with platform, variable, bit and reason"))
            .add(required("platform", DataTypes.StringType, "What carried the sensor"))
            .add(required("variable", DataTypes.StringType, "Column that was to be judged"))
            .add(required("test", DataTypes.StringType, "Name of the test"))
            .add(required("bit", DataTypes.IntegerType, "Place of the test among those of the variable, from 0"))
            .add(required("reason", DataTypes.StringType, "Why the test could not run"))
            .add(required("series_count", DataTypes.LongType, "Series of the platform that it could not judge"))
            .add(required("first_series", DataTypes.StringType, "The first of them, in order of the name"))
            .add(required("run", DataTypes.StringType, "Id of the run that found it"));

    private QcUnrunTable() {}

    @Override
    public String name() {
        return "qc_unrun";
    }

    @Override
    public StructType schema() {
        return SCHEMA;
    }

    @Override
    public List<String> key() {
        return List.of("dataset", "platform", "variable", "bit", "reason");
    }

    @Override
    public List<String> bookkeeping() {
        return List.of("run");
    }

    @Override
    public List<String> partitioning() {
        return List.of();
    }

    @Override
    public List<String> ordering() {
        return List.of("dataset", "platform");
    }

    @Override
    public Row row(UnrunTest value) {
        return new RowValues()
                .add(value.dataset())
                .add(value.platform())
                .add(value.variable())
                .add(value.test())
                .add(value.bit())
                .add(value.reason())
                .add(value.seriesCount())
                .add(value.firstSeries())
                .add(value.run())
                .row();
    }

    @Override
    public UnrunTest value(Row row) {
        Fields fields = new Fields(row);
        return new UnrunTest(
                fields.text("dataset"),
                fields.text("platform"),
                fields.text("variable"),
                fields.text("test"),
                fields.whole("bit"),
                fields.text("reason"),
                fields.number("series_count"),
                fields.text("first_series"),
                fields.text("run"));
    }
}
