package dev.shoal.source;

import java.util.List;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The table that the option {@code as 'chunks'} makes: one row is one storage chunk of one variable of one file. */
final class ChunkSchema {

    private static final DataType NUMBERS = new ArrayType(DataTypes.LongType, false);

    /**
     * The columns.
     *
     * <ul>
     *   <li>{@code file}: its path
     *   <li>{@code variable}: full name within the file, groups separated by {@code /}
     *   <li>{@code chunk}: row-major number of the chunk in its variable
     *   <li>{@code chunk_index}: number of the chunk along each axis, slowest first; empty for a scalar
     *   <li>{@code start}: index of its first element along each axis
     *   <li>{@code shape}: elements along each axis; a chunk that stands over the end of the variable is cut off there
     *   <li>{@code dimensions}: names of the axes
     *   <li>{@code type}: of the elements: {@code int8}, {@code uint8}, ... {@code uint64}, {@code float32},
     *       {@code float64}, {@code char}, {@code string} or {@code other}
     *   <li>{@code byte_order}: of the payload, always {@code little}, whatever the file's is
     *   <li>{@code filters}: that the file keeps the chunk by, in the order of writing; the payload is without them
     *   <li>{@code scale}, {@code offset}: value = element * scale + offset; 1 and 0 where there are none
     *   <li>{@code missing}: elements, before scale and offset, that mean missing
     *   <li>{@code valid_min}, {@code valid_max}: an element outside is missing; NULL where there is no limit
     *   <li>{@code units}: of the values; NULL where there are none
     *   <li>{@code time_start}, {@code time_end}: least and greatest time of the chunk's cells; NULL for a variable
     *       that is not on a grid with times that have timestamps
     *   <li>{@code payload}: the decoded elements in row-major order, {@code shape} of them; NULL for elements without
     *       a fixed length ({@code string}, {@code other}). A chunk that was never written has the fill value
     * </ul>
     *
     * <p>A variable that does not lie in chunks is cut into stretches along its outermost axes, of at most
     * {@link SourceOptions#TARGET_BYTES} each.
     */
    static final StructType TABLE = new StructType()
            .add("file", DataTypes.StringType, false)
            .add("variable", DataTypes.StringType, false)
            .add("chunk", DataTypes.LongType, false)
            .add("chunk_index", NUMBERS, false)
            .add("start", NUMBERS, false)
            .add("shape", NUMBERS, false)
            .add("dimensions", new ArrayType(DataTypes.StringType, false), false)
            .add("type", DataTypes.StringType, false)
            .add("byte_order", DataTypes.StringType, false)
            .add("filters", new ArrayType(DataTypes.StringType, false), false)
            .add("scale", DataTypes.DoubleType, false)
            .add("offset", DataTypes.DoubleType, false)
            .add("missing", new ArrayType(DataTypes.DoubleType, false), false)
            .add("valid_min", DataTypes.DoubleType, true)
            .add("valid_max", DataTypes.DoubleType, true)
            .add("units", DataTypes.StringType, true)
            .add("time_start", DataTypes.TimestampType, true)
            .add("time_end", DataTypes.TimestampType, true)
            .add("payload", DataTypes.BinaryType, true);

    /** Columns that are known only from the coordinates of a file. */
    static final List<String> TIMES = List.of("time_start", "time_end");

    private ChunkSchema() {}
}
