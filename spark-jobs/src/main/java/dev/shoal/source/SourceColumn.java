package dev.shoal.source;

import dev.shoal.cf.CfUnits;
import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.connector.catalog.Column;
import org.apache.spark.sql.connector.catalog.MetadataColumn;
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

    /**
     * Row-major number of the storage chunk that a row comes from, of the table's first variable that the file has;
     * only there when asked for by name. Of a file without chunks it counts records, or is 0.
     */
    static final SourceColumn CHUNK = new SourceColumn("_chunk", ColumnRole.CHUNK, DataTypes.LongType, "");

    /**
     * Row-major place of a row's cell in the variables of its file, or of its observation along their dimensions; only
     * there when asked for by name.
     */
    static final SourceColumn OFFSET = new SourceColumn("_offset", ColumnRole.OFFSET, DataTypes.LongType, "");

    /** The columns that are only there when asked for by name. */
    static final List<SourceColumn> METADATA = List.of(FILE, CHUNK, OFFSET);

    /** Returns the column as Spark's catalogues show it, with its units as the comment. */
    Column toColumn() {
        return units.isEmpty() ? Column.create(name, type) : Column.create(name, type, true, units, "{}");
    }

    /** Returns the column as one that is only there when asked for. */
    MetadataColumn toMetadata() {
        return new MetadataColumn() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public DataType dataType() {
                return type;
            }
        };
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
        boolean sameUnits = role == ColumnRole.VERTICAL ? CfUnits.same(units, other.units) : units.equals(other.units);
        return sameUnits && name.equals(other.name) && role == other.role && type.equals(other.type);
    }

    /** Returns the bytes of one decoded value. */
    int bytes() {
        return type.defaultSize();
    }
}
