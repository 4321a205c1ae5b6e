package dev.shoal.netcdf;

import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** Attributes and elements as {@code hash_variables.py} tells them of another reader. */
final class HashedValues {

    private HashedValues() {}

    /** Writes an attribute as the script {@code hash_variables.py} does. */
    static String text(Attribute attribute) {
        if (attribute.isText()) {
            return attribute.text().orElse("").replace("\0", "");
        }
        return Arrays.stream(attribute.numbers())
                .mapToObj(number ->
                        Double.isNaN(number) ? "nan" : HexFormat.of().toHexDigits(Double.doubleToRawLongBits(number)))
                .collect(Collectors.joining(" "));
    }

    /** Hashes elements as the script {@code hash_variables.py} does. */
    static String hash(ArrayBlock block) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(littleEndian(block)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns elements as bytes, texts ended by zeros, sequences behind their lengths. */
    static byte[] littleEndian(ArrayBlock block) {
        if (block.values() instanceof String[] texts) {
            return String.join("\0", texts).getBytes(StandardCharsets.UTF_8);
        }
        if (block.values() instanceof Object[] sequences) {
            return sequences(sequences);
        }
        ByteBuffer bytes =
                ByteBuffer.allocate(block.size() * block.type().bytes()).order(ByteOrder.LITTLE_ENDIAN);
        put(bytes, block.values());
        return bytes.array();
    }

    private static byte[] sequences(Object[] sequences) {
        int size = 0;
        for (Object sequence : sequences) {
            size += Long.BYTES + Array.getLength(sequence) * Long.BYTES;
        }
        ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        for (Object sequence : sequences) {
            bytes.putLong(Array.getLength(sequence));
        }
        for (Object sequence : sequences) {
            put(bytes, sequence);
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    private static void put(ByteBuffer bytes, Object values) {
        for (int i = 0; i < Array.getLength(values); i++) {
            Number number = (Number) Array.get(values, i);
            if (number instanceof Byte) {
                bytes.put(number.byteValue());
            } else if (number instanceof Short) {
                bytes.putShort(number.shortValue());
            } else if (number instanceof Integer) {
                bytes.putInt(number.intValue());
            } else if (number instanceof Long) {
                bytes.putLong(number.longValue());
            } else if (number instanceof Float) {
                bytes.putFloat(Float.isNaN(number.floatValue()) ? Float.NaN : number.floatValue());
            } else {
                bytes.putDouble(Double.isNaN(number.doubleValue()) ? Double.NaN : number.doubleValue());
            }
        }
    }
}
