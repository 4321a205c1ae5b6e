package dev.shoal.netcdf;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes the words of a netCDF classic header one behind the other; all numbers are big-endian. */
final class ClassicHeaderBytes {

    private static final long MOST_OF_A_WORD = 0xFFFFFFFFL;

    private final ClassicPlan plan;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long wholeBegin;
    private long recordBegin;

    private ClassicHeaderBytes(ClassicPlan plan, long headerBytes) {
        this.plan = plan;
        this.wholeBegin = headerBytes;
        this.recordBegin = headerBytes;
        for (VariableHeader variable : plan.whole()) {
            recordBegin += ClassicCursor.padded(plan.bytes(variable));
        }
    }

    /** Returns a header; its length does not depend on where variables begin, so it is measured first. */
    static byte[] of(ClassicPlan plan) {
        return new ClassicHeaderBytes(plan, new ClassicHeaderBytes(plan, 0).written().length).written();
    }

    private byte[] written() {
        bytes.writeBytes(new byte[] {'C', 'D', 'F', version()});
        count(plan.records());
        Header header = plan.header();
        list(ClassicHeader.DIMENSIONS, header.dimensions().size());
        for (Dimension dimension : header.dimensions()) {
            name(dimension.name());
            count(plan.record().filter(dimension::equals).isPresent() ? 0 : dimension.length());
        }
        attributes(header.attributes());
        list(ClassicHeader.VARIABLES, header.variables().size());
        header.variables().forEach(this::variable);
        return bytes.toByteArray();
    }

    private byte version() {
        return switch (plan.format()) {
            case NETCDF3_CLASSIC -> 1;
            case NETCDF3_64BIT_OFFSET -> 2;
            default -> 5;
        };
    }

    private void variable(VariableHeader variable) {
        name(variable.name());
        count(variable.rank());
        for (String axis : variable.dimensions()) {
            List<String> names =
                    plan.header().dimensions().stream().map(Dimension::name).toList();
            count(names.indexOf(axis));
        }
        attributes(variable.attributes());
        word(ClassicCursor.TYPES.indexOf(variable.type()) + 1);
        long size = ClassicCursor.padded(plan.bytes(variable));
        count(plan.format() == FileFormat.NETCDF5 ? size : Math.min(size, MOST_OF_A_WORD));
        if (plan.isByRecord(variable)) {
            offset(recordBegin);
            recordBegin += plan.byRecord().size() == 1 ? 0 : size;
        } else {
            offset(wholeBegin);
            wholeBegin += size;
        }
    }

    private void attributes(Attributes attributes) {
        list(ClassicHeader.ATTRIBUTES, attributes.list().size());
        for (Attribute attribute : attributes.list()) {
            name(attribute.name());
            if (attribute.isText()) {
                word(ClassicCursor.TYPES.indexOf(ElementType.CHAR) + 1);
                text(attribute.values().get(0).toString());
            } else {
                word(ClassicCursor.TYPES.indexOf(attribute.type()) + 1);
                count(attribute.values().size());
                numbers(attribute);
            }
        }
    }

    private void numbers(Attribute attribute) {
        int width = attribute.type().bytes();
        ByteBuffer buffer = ByteBuffer.allocate(Math.max(width, Long.BYTES));
        ByteArrayOutputStream numbers = new ByteArrayOutputStream();
        for (Object value : attribute.values()) {
            numbers.write(put(buffer.clear(), attribute.type(), (Number) value).array(), 0, width);
        }
        padded(numbers.toByteArray());
    }

    private static ByteBuffer put(ByteBuffer buffer, ElementType type, Number value) {
        return switch (type) {
            case FLOAT -> buffer.putFloat(value.floatValue());
            case DOUBLE -> buffer.putDouble(value.doubleValue());
            case SHORT, USHORT -> buffer.putShort((short) value.longValue());
            case INT, UINT -> buffer.putInt((int) value.longValue());
            case LONG -> buffer.putLong(value.longValue());
            case ULONG -> buffer.putLong(value instanceof BigInteger big ? big.longValue() : value.longValue());
            default -> buffer.put((byte) value.longValue());
        };
    }

    private void name(String name) {
        text(name);
    }

    private void text(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        count(encoded.length);
        padded(encoded);
    }

    private void padded(byte[] written) {
        bytes.writeBytes(written);
        bytes.writeBytes(new byte[(int) (ClassicCursor.padded(written.length) - written.length)]);
    }

    /** A list without entries has no tag. */
    private void list(int tag, int count) {
        word(count == 0 ? 0 : tag);
        count(count);
    }

    private void word(int number) {
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
    }

    private void count(long number) {
        number(number, plan.format() == FileFormat.NETCDF5);
    }

    private void offset(long place) {
        number(place, plan.format() != FileFormat.NETCDF3_CLASSIC);
    }

    private void number(long number, boolean wide) {
        if (wide) {
            bytes.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
        } else {
            word((int) number);
        }
    }
}
