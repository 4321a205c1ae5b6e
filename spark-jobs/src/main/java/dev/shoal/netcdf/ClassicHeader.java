package dev.shoal.netcdf;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The header of a netCDF classic file of any kind: CDF-1, CDF-2 (64-bit offset) and CDF-5 (64-bit data). See "NetCDF
 * File Format Specifications" of the netCDF manual.
 */
final class ClassicHeader {

    private static final int DIMENSIONS = 10;
    private static final int VARIABLES = 11;
    private static final int ATTRIBUTES = 12;
    private static final long STREAMING = -1;
    private static final long PEEK_BYTES = 1 << 20;

    private static final ElementType[] TYPES = {
        ElementType.BYTE,
        ElementType.CHAR,
        ElementType.SHORT,
        ElementType.INT,
        ElementType.FLOAT,
        ElementType.DOUBLE,
        ElementType.UBYTE,
        ElementType.USHORT,
        ElementType.UINT,
        ElementType.LONG,
        ElementType.ULONG
    };

    /**
     * Where one variable lies.
     *
     * @param header as shown
     * @param begin of its first byte
     * @param byRecord whether its first axis is the record dimension
     * @param bytes of the variable, or of one record of it; without padding
     */
    record Place(VariableHeader header, long begin, boolean byRecord, long bytes) {}

    private final ByteSource source;
    private final FileFormat format;
    private final boolean wide;
    private long position = 4;
    private final long storedRecords;
    private final List<Dimension> dimensions = new ArrayList<>();
    private final Attributes attributes;
    private final List<Place> places = new ArrayList<>();
    private int recordDimension = -1;
    private long recordBytes;

    ClassicHeader(ByteSource source, FileFormat format) throws IOException {
        this.source = source;
        this.format = format;
        this.wide = format == FileFormat.NETCDF5;
        this.storedRecords = number(wide ? 8 : 4);
        if (storedRecords < STREAMING) {
            throw damaged("a number of records of " + storedRecords, "fewer than 2^31, or CDF-5");
        }
        dimensions();
        this.attributes = attributes();
        variables();
        finish();
    }

    /** Returns the header as shown. */
    Header header() {
        return new Header(format, dimensions, places.stream().map(Place::header).toList(), attributes);
    }

    /** Returns where every variable lies. */
    List<Place> places() {
        return places;
    }

    /** Returns the bytes from one record to the next. */
    long recordBytes() {
        return recordBytes;
    }

    /** Returns the length that a whole file has at least, or what it has where records are still being added. */
    long expectedLength() {
        long end = position;
        for (Place place : places) {
            long last = place.byRecord() ? (records() - 1) * recordBytes : 0;
            if (!place.byRecord() || records() > 0) {
                end = Math.max(end, Math.addExact(place.begin(), Math.addExact(last, place.bytes())));
            }
        }
        return end;
    }

    private long records() {
        return recordDimension < 0 ? 0 : dimensions.get(recordDimension).length();
    }

    private void dimensions() throws IOException {
        long count = list(DIMENSIONS, "dimensions");
        for (long i = 0; i < count; i++) {
            String name = name();
            long length = count();
            if (length == 0) {
                if (recordDimension >= 0) {
                    throw damaged(
                            "the dimensions " + dimensions.get(recordDimension).name() + " and " + name
                                    + " without a length",
                            "one, which counts records");
                }
                recordDimension = dimensions.size();
            }
            dimensions.add(new Dimension(name, length == 0 ? Math.max(0, storedRecords) : length, length == 0));
        }
        requireDistinct(dimensions.stream().map(Dimension::name).toList(), "dimensions");
    }

    private Attributes attributes() throws IOException {
        long count = list(ATTRIBUTES, "attributes");
        List<Attribute> list = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            String name = name();
            ElementType type = type();
            long values = count();
            byte[] bytes = bytes(Math.multiplyExact(values, (long) type.bytes()));
            list.add(attribute(name, type, bytes));
        }
        requireDistinct(list.stream().map(Attribute::name).toList(), "attributes");
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
        Elements elements = new Elements(type, type.bytes(), ByteOrder.BIG_ENDIAN);
        Object values = elements.allocate(count);
        elements.rows(bytes, 0, bytes.length, values).copy(0, 0, count);
        List<Number> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            numbers.add(Widened.of(type, (Number) java.lang.reflect.Array.get(values, i)));
        }
        return new Attribute(name, type, numbers);
    }

    private void variables() throws IOException {
        long count = list(VARIABLES, "variables");
        for (long i = 0; i < count; i++) {
            String name = name();
            int rank = Math.toIntExact(count());
            source.require(position, rank * 4L);
            List<String> axes = new ArrayList<>();
            long[] shape = new long[rank];
            boolean byRecord = false;
            for (int axis = 0; axis < rank; axis++) {
                long id = count();
                if (id >= dimensions.size()) {
                    throw damaged(
                            "variable " + name + " with dimension number " + id, "fewer than " + dimensions.size());
                }
                Dimension dimension = dimensions.get((int) id);
                if (axis > 0 && id == recordDimension) {
                    throw damaged("variable " + name + " with records along axis " + axis, "them along the first axis");
                }
                byRecord |= axis == 0 && id == recordDimension;
                axes.add(dimension.name());
                shape[axis] = dimension.length();
            }
            Attributes own = attributes();
            ElementType type = type();
            count();
            long begin = number(format == FileFormat.NETCDF3_CLASSIC ? 4 : 8);
            add(name, type, axes, shape, own, begin, byRecord);
        }
        requireDistinct(places.stream().map(place -> place.header().name()).toList(), "variables");
    }

    private void add(
            String name,
            ElementType type,
            List<String> axes,
            long[] shape,
            Attributes own,
            long begin,
            boolean byRecord)
            throws IOException {
        if (begin < 0) {
            throw damaged("variable " + name + " that begins at byte " + begin, "a byte of the file");
        }
        long bytes = type.bytes();
        long[] chunk = shape.clone();
        for (int axis = byRecord ? 1 : 0; axis < shape.length; axis++) {
            bytes = multiplied(bytes, shape[axis], name);
        }
        if (byRecord) {
            chunk[0] = 1;
        }
        VariableHeader header = new VariableHeader(name, type, axes, shape, own, new Storage(false, chunk, List.of()));
        places.add(new Place(header, begin, byRecord, bytes));
    }

    private long multiplied(long bytes, long length, String name) throws IOException {
        try {
            return Math.multiplyExact(bytes, length);
        } catch (ArithmeticException e) {
            throw damaged("variable " + name + " of more than 2^63 bytes", "fewer");
        }
    }

    /** Works out the record's length, and the number of records where the writer did not come to store it. */
    private void finish() throws IOException {
        List<Place> byRecord = places.stream().filter(Place::byRecord).toList();
        for (Place place : byRecord) {
            recordBytes = Math.addExact(recordBytes, byRecord.size() == 1 ? place.bytes() : padded(place.bytes()));
        }
        requireOrder(
                byRecord,
                requireOrder(places.stream().filter(place -> !place.byRecord()).toList(), position));
        if (places.isEmpty()) {
            requireNothingBehind();
        }
        if (storedRecords == STREAMING && recordDimension >= 0 && recordBytes > 0) {
            throw damaged("a number of records that was never stored", "a file that its writer closed");
        }
    }

    /** The values lie in the order of the variables, those without records first; returns where they end. */
    private long requireOrder(List<Place> variables, long behind) throws IOException {
        long end = behind;
        for (Place place : variables) {
            if (place.bytes() > 0) {
                if (place.begin() < end) {
                    throw damaged(
                            "variable " + place.header().name() + " that begins at byte " + place.begin(),
                            "one behind what comes before it, which ends at byte " + end);
                }
                end = Math.addExact(place.begin(), place.bytes());
            }
        }
        return end;
    }

    /** A header whose list of variables was overwritten by zeros looks like one without variables. */
    private void requireNothingBehind() throws IOException {
        byte[] behind = source.read(position, (int) Math.min(PEEK_BYTES, Math.max(0, source.length() - position)));
        for (byte value : behind) {
            if (value != 0) {
                throw damaged(
                        "no variables, and more behind the header, which ends at byte " + position, "nothing there");
            }
        }
    }

    private void requireDistinct(List<String> names, String what) throws IOException {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw damaged("two " + what + " of the name " + name, "one");
            }
        }
    }

    private static long padded(long bytes) {
        return Math.addExact(bytes, 3) & ~3L;
    }

    private long list(int expectedTag, String what) throws IOException {
        long tag = number(4);
        long count = count();
        if (tag == 0 && count == 0) {
            return 0;
        }
        if (tag != expectedTag) {
            throw damaged("tag " + tag + " where the list of " + what + " begins", String.valueOf(expectedTag));
        }
        source.require(position, count);
        return count;
    }

    /** Reads a name; some writers filled names up with zeros. */
    private String name() throws IOException {
        String stored = new String(bytes(count()), StandardCharsets.UTF_8);
        int end = stored.indexOf(0);
        return end < 0 ? stored : stored.substring(0, end);
    }

    private ElementType type() throws IOException {
        long code = number(4);
        if (code < 1 || code > (wide ? TYPES.length : 6)) {
            throw damaged("type number " + code, "1 to " + (wide ? TYPES.length : 6));
        }
        return TYPES[(int) code - 1];
    }

    /** Reads a number that counts something. */
    private long count() throws IOException {
        long count = number(wide ? 8 : 4);
        if (count < 0) {
            throw damaged("a count of " + count + " at byte " + position, "none below zero");
        }
        return count;
    }

    private long number(int size) throws IOException {
        byte[] bytes = source.read(position, size);
        position += size;
        return size == 8 ? ByteBuffer.wrap(bytes).getLong() : new BigInteger(bytes).intValue();
    }

    private byte[] bytes(long length) throws IOException {
        source.require(position, length);
        byte[] bytes = source.read(position, Math.toIntExact(length));
        position += padded(length);
        return bytes;
    }

    private UnreadableException damaged(String found, String expected) {
        return new UnreadableException("Cannot read " + source.location() + ": found " + found
                + " in the header, expected " + expected + ". The header is damaged; fetch the file again.");
    }
}
