package dev.shoal.catalog.table;

import dev.shoal.catalog.VariableSummary;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Columns that several tables have, and the way to write columns down. */
final class Columns {

    static final String TIME_FIRST = "time_first";
    static final String TIME_LAST = "time_last";
    static final String FOOTPRINT = "footprint";
    static final String WEST = "west";
    static final String SOUTH = "south";
    static final String EAST = "east";
    static final String NORTH = "north";
    static final String WEST2 = "west2";
    static final String EAST2 = "east2";
    static final String VARIABLES = "variables";

    private static final StructType VARIABLE = new StructType(new StructField[] {
        required("name", DataTypes.StringType, "Name in the file or dataset"),
        optional("standard_name", DataTypes.StringType, "CF standard name"),
        optional("units", DataTypes.StringType, "Units of the values, after any conversion"),
        optional("original_units", DataTypes.StringType, "Units in the source file, where they were converted"),
        required("type", DataTypes.StringType, "Element type"),
        required("shape", DataTypes.StringType, "Dimensions with their lengths"),
    });

    private Columns() {}

    static StructField required(String name, DataType type, String comment) {
        return new StructField(name, type, false, Metadata.empty()).withComment(comment);
    }

    static StructField optional(String name, DataType type, String comment) {
        return new StructField(name, type, true, Metadata.empty()).withComment(comment);
    }

    static StructField variables() {
        return required(VARIABLES, list(VARIABLE), "Variables, in stored order");
    }

    /** A list may hold NULL as far as its type goes: SQL has no words to forbid it. */
    static DataType list(DataType element) {
        return DataTypes.createArrayType(element, true);
    }

    static StructType withTime(StructType columns) {
        return columns.add(optional(TIME_FIRST, DataTypes.TimestampType, "First instant of the data"))
                .add(optional(TIME_LAST, DataTypes.TimestampType, "Last instant of the data, itself in it"));
    }

    static StructType withFootprint(StructType columns) {
        return columns.add(optional(FOOTPRINT, DataTypes.BinaryType, "Geometry as WKB, degrees, longitude first"))
                .add(optional(WEST, DataTypes.DoubleType, "Western edge, degrees east, -180 to 180"))
                .add(optional(SOUTH, DataTypes.DoubleType, "Southern edge, degrees north"))
                .add(optional(EAST, DataTypes.DoubleType, "Eastern edge, 180 where the footprint crosses 180 degrees"))
                .add(optional(NORTH, DataTypes.DoubleType, "Northern edge, degrees north"))
                .add(optional(WEST2, DataTypes.DoubleType, "-180 where the footprint crosses 180 degrees, else NULL"))
                .add(optional(EAST2, DataTypes.DoubleType, "Eastern edge of the part beyond 180 degrees, else NULL"));
    }

    static Row row(VariableSummary variable) {
        return new RowValues()
                .add(variable.name())
                .add(variable.standardName())
                .add(variable.units())
                .add(variable.originalUnits())
                .add(variable.type())
                .add(variable.shape())
                .row();
    }

    static List<VariableSummary> variables(Row row) {
        List<Row> variables = row.getList(row.fieldIndex(VARIABLES));
        return variables.stream().map(Columns::variable).toList();
    }

    private static VariableSummary variable(Row row) {
        return new VariableSummary(
                row.getString(0),
                Optional.ofNullable(row.getString(1)),
                Optional.ofNullable(row.getString(2)),
                Optional.ofNullable(row.getString(3)),
                row.getString(4),
                row.getString(5));
    }
}
