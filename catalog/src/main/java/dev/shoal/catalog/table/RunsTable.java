package dev.shoal.catalog.table;

import static dev.shoal.catalog.table.Columns.optional;
import static dev.shoal.catalog.table.Columns.required;

import dev.shoal.catalog.Micros;
import dev.shoal.catalog.Run;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The table {@code runs}: one row per execution of a specification. */
public final class RunsTable implements CatalogTable<Run> {

    /** The table. */
    public static final RunsTable TABLE = new RunsTable();

    /** Pairs in a list and not a map: Spark can compare lists of pairs, but not maps. */
    private static final StructType OUTCOME = new StructType(new StructField[] {
        required("outcome", DataTypes.StringType, "Way to end"),
        required("count", DataTypes.LongType, "Files or units that ended so")
    });

    /** The columns; each one's comment says what it holds. */
    public static final StructType SCHEMA = new StructType()
            .add(required("id", DataTypes.StringType, "Id of the run; the key"))
            .add(required("dataset", DataTypes.StringType, "Name of the dataset it worked for"))
            .add(required("spec", DataTypes.StringType, "The specification, YAML, whole"))
            .add(required("config_hash", DataTypes.StringType, "Digest of the configuration in effect"))
            .add(required("shoal_version", DataTypes.StringType, "Version of the code"))
            .add(required("started_at", DataTypes.TimestampType, "Begin of the run"))
            .add(optional("ended_at", DataTypes.TimestampType, "End of the run, NULL while it runs or if killed"))
            .add(required("outcomes", Columns.list(OUTCOME), "Counts by outcome, sorted by name"))
            .add(required("qc", DataTypes.StringType, "Configuration of the QC tests, JSON"));

    private RunsTable() {}

    @Override
    public String name() {
        return "runs";
    }

    @Override
    public StructType schema() {
        return SCHEMA;
    }

    @Override
    public List<String> key() {
        return List.of("id");
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
        return List.of("started_at");
    }

    @Override
    public Row row(Run value) {
        OptionalLong ended = value.endedAtMicros();
        return new RowValues()
                .add(value.id())
                .add(value.dataset())
                .add(value.spec())
                .add(value.configHash())
                .add(value.shoalVersion())
                .addInstant(value.startedAtMicros())
                .add(ended.isPresent() ? Optional.of(Micros.instant(ended.getAsLong())) : Optional.empty())
                .addList(value.outcomes().entrySet().stream()
                        .map(outcome -> RowFactory.create(outcome.getKey(), outcome.getValue()))
                        .toList())
                .add(value.qc())
                .row();
    }

    @Override
    public Run value(Row row) {
        Fields fields = new Fields(row);
        SortedMap<String, Long> outcomes = new TreeMap<>();
        fields.<Row>list("outcomes").forEach(outcome -> outcomes.put(outcome.getString(0), outcome.getLong(1)));
        return new Run(
                fields.text("id"),
                fields.text("dataset"),
                fields.text("spec"),
                fields.text("config_hash"),
                fields.text("shoal_version"),
                fields.micros("started_at"),
                fields.holds("ended_at") ? OptionalLong.of(fields.micros("ended_at")) : OptionalLong.empty(),
                outcomes,
                fields.text("qc"));
    }
}
