package dev.shoal.netcdf;

import dev.shoal.netcdf.ClassicLayout.Place;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The header of a netCDF classic file of any kind: CDF-1, CDF-2 (64-bit offset) and CDF-5 (64-bit data). See "NetCDF
 * File Format Specifications" of the netCDF manual.
 */
final class ClassicHeader {

    static final int DIMENSIONS = 10;
    static final int VARIABLES = 11;
    static final int ATTRIBUTES = 12;
    private static final long STREAMING = -1;
    private static final long MAGIC_BYTES = 4;

    private final ClassicCursor cursor;
    private final FileFormat format;
    private final long storedRecords;
    private final List<Dimension> dimensions = new ArrayList<>();
    private final Attributes attributes;
    private final ClassicLayout layout;
    private int recordDimension = -1;

    ClassicHeader(ByteSource source, FileFormat format) throws IOException {
        this.cursor = new ClassicCursor(source, format, MAGIC_BYTES);
        this.format = format;
        this.storedRecords = cursor.countOrMark();
        if (storedRecords < STREAMING) {
            throw cursor.damaged("a number of records of " + storedRecords, "fewer than 2^31, or CDF-5");
        }
        dimensions();
        this.attributes = attributes();
        this.layout = new ClassicLayout(variables(), cursor);
        if (storedRecords == STREAMING && layout.recordBytes() > 0) {
            throw cursor.damaged("a number of records that was never stored", "a file that its writer closed");
        }
    }

    /** Returns the header as shown. */
    Header header() {
        return new Header(
                format, dimensions, layout.places().stream().map(Place::header).toList(), attributes);
    }

    /** Returns where the values lie. */
    ClassicLayout layout() {
        return layout;
    }

    /** Returns the length that a whole file has at least. */
    long expectedLength() {
        return layout.expectedLength(
                recordDimension < 0 ? 0 : dimensions.get(recordDimension).length());
    }

    private void dimensions() throws IOException {
        long count = cursor.list(DIMENSIONS, "dimensions");
        for (long i = 0; i < count; i++) {
            String name = cursor.name();
            long length = cursor.count();
            if (length == 0) {
                beginRecords(name);
            }
            dimensions.add(new Dimension(name, length == 0 ? Math.max(0, storedRecords) : length, length == 0));
        }
        cursor.requireDistinct(dimensions.stream().map(Dimension::name).toList(), "dimensions");
    }

    private void beginRecords(String name) throws IOException {
        if (recordDimension >= 0) {
            throw cursor.damaged(
                    "the dimensions " + dimensions.get(recordDimension).name() + " and " + name + " without a length",
                    "one, which counts records");
        }
        recordDimension = dimensions.size();
    }

    private Attributes attributes() throws IOException {
        long count = cursor.list(ATTRIBUTES, "attributes");
        List<Attribute> list = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            String name = cursor.name();
            ElementType type = cursor.type();
            long values = cursor.count();
            byte[] bytes = cursor.bytes(Math.multiplyExact(values, (long) type.bytes()));
            list.add(attribute(name, type, bytes));
        }
        cursor.requireDistinct(list.stream().map(Attribute::name).toList(), "attributes");
        return new Attributes(list);
    }

    private static Attribute attribute(String name, ElementType type, byte[] bytes) {
        if (type == ElementType.CHAR) {
            int end = bytes.length;
            while (end > 0 && bytes[end - 1] == 0) {
                end--;
            }
            return Attribute.of(name, new String(bytes, 0, end, StandardCharsets.UTF_8));
        }
        int count = bytes.length / type.bytes();
        List<Number> numbers = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            numbers.add(Widened.of(type, NumberForm.bits(bytes, i * type.bytes(), type.bytes(), ByteOrder.BIG_ENDIAN)));
        }
        return new Attribute(name, type, numbers);
    }

    private List<Place> variables() throws IOException {
        long count = cursor.list(VARIABLES, "variables");
        List<Place> places = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            places.add(variable());
        }
        cursor.requireDistinct(
                places.stream().map(place -> place.header().name()).toList(), "variables");
        return places;
    }

    private Place variable() throws IOException {
        String name = cursor.name();
        int rank = cursor.rank();
        List<String> axes = new ArrayList<>();
        long[] shape = new long[rank];
        boolean byRecord = false;
        for (int axis = 0; axis < rank; axis++) {
            int id = dimension(name, axis);
            byRecord |= id == recordDimension;
            axes.add(dimensions.get(id).name());
            shape[axis] = dimensions.get(id).length();
        }
        Attributes own = attributes();
        ElementType type = cursor.type();
        cursor.count();
        long begin = cursor.offset();
        if (begin < 0) {
            throw cursor.damaged("variable " + name + " that begins at byte " + begin, "a byte of the file");
        }
        long[] chunk = shape.clone();
        if (byRecord) {
            chunk[0] = 1;
        }
        Storage storage = new Storage(false, chunk, List.of());
        return new Place(
                new VariableHeader(name, type, axes, shape, own, storage), begin, byRecord, bytes(name, type, chunk));
    }

    /** Reads the number of the dimension along an axis. */
    private int dimension(String variable, int axis) throws IOException {
        long id = cursor.count();
        if (id >= dimensions.size()) {
            throw cursor.damaged(
                    "variable " + variable + " with dimension number " + id, "fewer than " + dimensions.size());
        }
        if (axis > 0 && id == recordDimension) {
            throw cursor.damaged(
                    "variable " + variable + " with records along axis " + axis, "them along the first axis");
        }
        return (int) id;
    }

    private long bytes(String name, ElementType type, long[] shape) throws IOException {
        try {
            long bytes = type.bytes();
            for (long length : shape) {
                bytes = Math.multiplyExact(bytes, length);
            }
            return bytes;
        } catch (ArithmeticException e) {
            throw cursor.damaged("variable " + name + " of more than 2^63 bytes", "fewer");
        }
    }
}
