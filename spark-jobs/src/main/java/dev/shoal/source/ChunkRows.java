package dev.shoal.source;

import dev.shoal.cf.GridVariable;
import dev.shoal.cf.Packing;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.ChunkGrid;
import dev.shoal.plan.Window;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.unsafe.types.UTF8String;

/** The rows of one variable's chunks, but for their payload. */
final class ChunkRows {

    /** A chunk is there as decoded, as elements, as a payload, and as Spark's row. */
    private static final int COPIES = 4;

    private final String location;
    private final VariableHeader variable;
    private final Optional<GridVariable> placed;
    private final ChunkRequest request;
    private final ChunkGrid grid;
    private final Packing packing;

    ChunkRows(String location, VariableHeader variable, Optional<GridVariable> placed, ChunkRequest request) {
        this.location = location;
        this.variable = variable;
        this.placed = placed;
        this.request = request;
        this.grid = StorageChunks.of(variable, request.targetBytes());
        this.packing = Packing.of(variable);
    }

    VariableHeader variable() {
        return variable;
    }

    /** Returns the number of chunks; 0 for a variable without elements. */
    long count() {
        return grid.count();
    }

    /** Returns the elements of a chunk. */
    Window window(long chunk) {
        return grid.window(grid.index(chunk));
    }

    /** Tells whether the times of a chunk are within the bounds. */
    boolean holds(long chunk) {
        if (request.times().columns().isEmpty()) {
            return true;
        }
        Optional<LongSummaryStatistics> times = times(chunk);
        return times.isPresent()
                && request.times().holds("time_start", times.get().getMin())
                && request.times().holds("time_end", times.get().getMax());
    }

    /**
     * Refuses chunks that are larger than a task may hold.
     *
     * @throws UnreadableException that names file, variable and remedy
     */
    void requireRoom() throws UnreadableException {
        MemoryBound.require(location, variable, grid.chunk(), request.memoryBytes(), COPIES);
    }

    /** Returns a field of a chunk's row; nothing where it is NULL. */
    Optional<Object> field(String name, long chunk) {
        return switch (name) {
            case "file" -> text(location);
            case "variable" -> text(variable.name());
            case "chunk" -> Optional.of(chunk);
            case "chunk_index" -> numbers(grid.index(chunk));
            case "start" -> numbers(window(chunk).start());
            case "shape" -> numbers(window(chunk).shape());
            case "dimensions" -> texts(variable.dimensions());
            case "type" -> text(type(variable.type()));
            case "byte_order" -> text("little");
            case "filters" -> texts(variable.storage().filters());
            case "scale" -> Optional.of(packing.scale());
            case "offset" -> Optional.of(packing.offset());
            case "missing" -> Optional.of(missing());
            case "valid_min" -> finite(packing.validMin());
            case "valid_max" -> finite(packing.validMax());
            case "units" -> variable.attributes().text("units").map(UTF8String::fromString);
            case "time_start" -> times(chunk).map(LongSummaryStatistics::getMin);
            case "time_end" -> times(chunk).map(LongSummaryStatistics::getMax);
            default -> throw new IllegalArgumentException("Column " + name + " is not of chunks.");
        };
    }

    private static Optional<Object> text(String text) {
        return Optional.of(UTF8String.fromString(text));
    }

    private static Optional<Object> texts(List<String> texts) {
        return Optional.of(
                new GenericArrayData(texts.stream().map(UTF8String::fromString).toArray()));
    }

    private static Optional<Object> numbers(long[] numbers) {
        return Optional.of(new GenericArrayData(Arrays.stream(numbers).boxed().toArray()));
    }

    private ArrayData missing() {
        boolean reals = packing.type() == ElementType.FLOAT
                || packing.type() == ElementType.DOUBLE
                || packing.type() == ElementType.ULONG;
        double[] stored = reals
                ? packing.missing()
                : Arrays.stream(packing.missingIntegers()).asDoubleStream().toArray();
        return new GenericArrayData(Arrays.stream(stored).boxed().toArray());
    }

    private static Optional<Object> finite(double limit) {
        return Double.isInfinite(limit) ? Optional.empty() : Optional.of(limit);
    }

    private static String type(ElementType type) {
        return switch (type) {
            case BYTE, SHORT, INT, LONG -> "int" + 8 * type.bytes();
            case UBYTE, USHORT, UINT, ULONG -> "uint" + 8 * type.bytes();
            case FLOAT, DOUBLE -> "float" + 8 * type.bytes();
            default -> type.name().toLowerCase(Locale.ROOT);
        };
    }

    private Optional<LongSummaryStatistics> times(long chunk) {
        Optional<long[]> micros = placed.flatMap(GridVariable::time).flatMap(time -> time.micros());
        if (micros.isEmpty()) {
            return Optional.empty();
        }
        Window window = window(chunk);
        int axis = placed.orElseThrow().timeAxis().orElse(-1);
        int from = axis < 0 ? 0 : (int) window.start(axis);
        int to = axis < 0 ? 1 : (int) window.end(axis);
        return Optional.of(Arrays.stream(micros.get(), from, to).summaryStatistics());
    }
}
