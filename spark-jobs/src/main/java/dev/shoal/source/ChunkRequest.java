package dev.shoal.source;

import java.io.Serializable;
import java.util.Arrays;
import org.apache.spark.sql.types.StructType;

/**
 * What a query wants of the chunks of every file.
 *
 * @param columns of {@link ChunkSchema#TABLE}, in the order of the rows' fields
 * @param variables that are wanted
 * @param times bounds on {@link ChunkSchema#TIMES}
 * @param targetBytes most bytes of a stretch of a variable without chunks
 * @param memoryBytes most decoded bytes of a chunk
 */
record ChunkRequest(
        StructType columns, NameChoice variables, CoordinateRanges times, long targetBytes, long memoryBytes)
        implements Serializable {

    /** Tells whether times must be known. */
    boolean needsTimes() {
        return !times.columns().isEmpty() || Arrays.stream(columns.fieldNames()).anyMatch(ChunkSchema.TIMES::contains);
    }

    /** Tells whether elements must be decoded. */
    boolean needsPayload() {
        return Arrays.asList(columns.fieldNames()).contains("payload");
    }
}
