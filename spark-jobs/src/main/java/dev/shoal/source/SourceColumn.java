package dev.shoal.source;

import dev.shoal.cf.CfUnits;
import java.io.Serializable;
import org.apache.spark.sql.connector.catalog.Column;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;

/**
 * A column of a table over files.
 *
 * @param name in SQL; of a variable its own name
 * @param role what it holds
 * @param type of its values
 * @param units of its values, the same in every file; empty where there are none
 */
record SourceColumn(String name, ColumnRole role, DataType type, String units) implements Serializable {

    /** Path of the file that a row comes from; only there when asked for by name. */
    static final SourceColumn FILE = new SourceColumn("_file", ColumnRole.FILE, DataTypes.StringType, "");

    /** Returns the column as Spark's catalogues show it, with its units as the comment. */
    Column toColumn() {
        return units.isEmpty() ? Column.create(name, type) : Column.create(name, type, true, units, "{}");
    }

    /** Returns the column as a field of a row. */
    StructField toField() {
        return DataTypes.createStructField(name, type, true);
    }

    /** Tells whether filters on the column can spare reading. */
    boolean isCoordinate() {
        return role == ColumnRole.TIME
                || role == ColumnRole.VERTICAL
                || role == ColumnRole.LAT
                || role == ColumnRole.LON;
    }

    /** Tells whether a coordinate of a file can stand in this column. */
    boolean agrees(SourceColumn other) {
        boolean sameUnits = role == ColumnRole.VERTICAL
                ? CfUnits.same(units, other.units)
                : units.equals(other.units);
        return sameUnits && name.equals(other.name) && role == other.role && type.equals(other.type);
    }

    /** Returns the bytes of one decoded value. */
    int bytes() {
        return type.defaultSize();
    }
}
