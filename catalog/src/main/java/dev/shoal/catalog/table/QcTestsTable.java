package dev.shoal.catalog.table;

import static dev.shoal.catalog.table.Columns.required;

import dev.shoal.catalog.AppliedTest;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The table {@code qc_tests}: one row for each test that a run put to a variable. With the {@code run} and the
 * {@code x_qc_tests} of an observation it says which tests flagged a value, and by which thresholds.
 */
public final class QcTestsTable implements CatalogTable<AppliedTest> {

    /** The table. */
    public static final QcTestsTable TABLE = new QcTestsTable();

    /** The columns; each one's comment says what it holds. */
    public static final StructType SCHEMA = new StructType()
            .add(required("run", DataTypes.StringType, "Id of the run; the key, with variable, bit and scope"))
            .add(required("dataset", DataTypes.StringType, "Name of the dataset it worked for"))
            .add(required("variable", DataTypes.StringType, "Column or array that was judged"))
            .add(required("bit", DataTypes.IntegerType, "Place of the test among those of the variable, from 0"))
            .add(required("mask", DataTypes.IntegerType, "The bit in the variable's _qc_tests"))
            .add(required("test", DataTypes.StringType, "Name of the test"))
            .add(required("parameters", DataTypes.StringType, "Thresholds in effect, JSON"))
            .add(required("scope", DataTypes.StringType, "Where the test applies, JSON; {} for everywhere"))
            .add(required("platforms", Columns.list(DataTypes.StringType), "Platforms it applies to; empty for all"))
            .add(required("except_platforms", Columns.list(DataTypes.StringType), "Platforms it does not apply to"))
            .add(required("description", DataTypes.StringType, "The test with its thresholds in words"))
            .add(required("config_hash", DataTypes.StringType, "Digest of the configuration in effect"))
            .add(required("shoal_version", DataTypes.StringType, "Version of the code"));

    private QcTestsTable() {}

    @Override
    public String name() {
        return "qc_tests";
    }

    @Override
    public StructType schema() {
        return SCHEMA;
    }

    @Override
    public List<String> key() {
        return List.of("run", "variable", "bit", "scope");
    }

    @Override
    public List<String> bookkeeping() {
        return List.of();
    }

    @Override
    public List<String> partitioning() {
        return List.of();
    }

    @Override
    public List<String> ordering() {
        return List.of("run");
    }

    @Override
    public Row row(AppliedTest value) {
        return new RowValues()
                .add(value.run())
                .add(value.dataset())
                .add(value.variable())
                .add(value.bit())
                .add(1 << value.bit())
                .add(value.test())
                .add(value.parameters())
                .add(value.scope())
                .addList(value.platforms())
                .addList(value.exceptPlatforms())
                .add(value.description())
                .add(value.configHash())
                .add(value.shoalVersion())
                .row();
    }

    @Override
    public AppliedTest value(Row row) {
        Fields fields = new Fields(row);
        return new AppliedTest(
                fields.text("run"),
                fields.text("dataset"),
                fields.text("variable"),
                fields.whole("bit"),
                fields.text("test"),
                fields.text("parameters"),
                fields.text("scope"),
                fields.list("platforms"),
                fields.list("except_platforms"),
                fields.text("description"),
                fields.text("config_hash"),
                fields.text("shoal_version"));
    }
}
