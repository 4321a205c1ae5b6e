package dev.shoal.catalog.table;

import static dev.shoal.catalog.table.Columns.optional;
import static dev.shoal.catalog.table.Columns.required;

import dev.shoal.catalog.Box;
import dev.shoal.catalog.InventoryEntry;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The table {@code inventory}: one row per readable file that a scan has met. */
public final class InventoryTable implements CatalogTable<InventoryEntry> {

    /** The table. */
    public static final InventoryTable TABLE = new InventoryTable();

    /** The columns; each one's comment says what it holds. */
    public static final StructType SCHEMA = Columns.withTime(new StructType()
                    .add(required("path", DataTypes.StringType, "Full location with its scheme; the key"))
                    .add(required("size_bytes", DataTypes.LongType, "Length of the file"))
                    .add(required("mtime", DataTypes.TimestampType, "Last change of the file"))
                    .add(required("md5", DataTypes.StringType, "Digest of the bytes, lower-case hexadecimal"))
                    .add(required("sha256", DataTypes.StringType, "Digest of the bytes, lower-case hexadecimal"))
                    .add(required("format", DataTypes.StringType, "File format by its magic bytes"))
                    .add(optional("conventions", DataTypes.StringType, "Global attribute Conventions"))
                    .add(required("feature_type", DataTypes.StringType, "CF feature type, or grid"))
                    .add(required("feature_type_reason", DataTypes.StringType, "What the feature type was told by"))
                    .add(Columns.variables()))
            .add(optional(Columns.WEST, DataTypes.DoubleType, "Western edge, degrees east, -180 to 180"))
            .add(optional(Columns.SOUTH, DataTypes.DoubleType, "Southern edge, degrees north"))
            .add(optional(Columns.EAST, DataTypes.DoubleType, "Eastern edge, less than west across 180 degrees"))
            .add(optional(Columns.NORTH, DataTypes.DoubleType, "Northern edge, degrees north"))
            .add(required("problems", Columns.list(DataTypes.StringType), "Problems in readable content, in words"))
            .add(required("run", DataTypes.StringType, "Id of the run that found this"))
            .add(required("scanned_at", DataTypes.TimestampType, "When this was found"));

    private InventoryTable() {}

    @Override
    public String name() {
        return "inventory";
    }

    @Override
    public StructType schema() {
        return SCHEMA;
    }

    @Override
    public List<String> key() {
        return List.of("path");
    }

    @Override
    public List<String> bookkeeping() {
        return List.of("run", "scanned_at");
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
    public Row row(InventoryEntry value) {
        return new RowValues()
                .add(value.path())
                .add(value.sizeBytes())
                .addInstant(value.mtimeMicros())
                .add(value.md5())
                .add(value.sha256())
                .add(value.format())
                .add(value.conventions())
                .add(value.featureType())
                .add(value.featureTypeReason())
                .addVariables(value.variables())
                .addTime(value.time())
                .add(value.box().map(Box::west))
                .add(value.box().map(Box::south))
                .add(value.box().map(Box::east))
                .add(value.box().map(Box::north))
                .addList(value.problems())
                .add(value.run())
                .addInstant(value.scannedAtMicros())
                .row();
    }

    @Override
    public InventoryEntry value(Row row) {
        Fields fields = new Fields(row);
        return new InventoryEntry(
                fields.text("path"),
                fields.number("size_bytes"),
                fields.micros("mtime"),
                fields.text("md5"),
                fields.text("sha256"),
                fields.text("format"),
                fields.optionalText("conventions"),
                fields.text("feature_type"),
                fields.text("feature_type_reason"),
                Columns.variables(row),
                fields.time(),
                fields.holds(Columns.WEST) ? Optional.of(fields.box(Columns.EAST)) : Optional.empty(),
                fields.list("problems"),
                fields.text("run"),
                fields.micros("scanned_at"));
    }
}
