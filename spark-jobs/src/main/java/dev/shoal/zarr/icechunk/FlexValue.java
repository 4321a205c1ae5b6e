package dev.shoal.zarr.icechunk;

import com.google.flatbuffers.ArrayReadWriteBuf;
import com.google.flatbuffers.FlexBuffers;
import com.google.flatbuffers.FlexBuffersBuilder;
import dev.shoal.codec.DamageException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as JSON has them, in FlexBuffers: maps, lists, texts, whole and broken numbers, truth, null. */
public final class FlexValue {

    private static final int MOST_LEVELS = 64;

    /** Values may be named more than once, so that few bytes could hold any number of them. */
    private static final int MOST_VALUES = 100_000;

    private FlexValue() {}

    /**
     * Returns the bytes of a value made of {@link Map}, {@link List}, {@link String}, {@link Number}, Boolean, null.
     */
    public static byte[] bytes(@Nullable Object value) {
        FlexBuffersBuilder builder = new FlexBuffersBuilder(
                new ArrayReadWriteBuf(256), FlexBuffersBuilder.BUILDER_FLAG_SHARE_KEYS_AND_STRINGS);
        put(builder, null, value);
        ByteBuffer finished = builder.finish();
        byte[] bytes = new byte[finished.remaining()];
        finished.get(bytes);
        return bytes;
    }

    private static void put(FlexBuffersBuilder builder, @Nullable String key, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            int start = builder.startMap();
            map.forEach((name, item) -> put(builder, String.valueOf(name), item));
            builder.endMap(key, start);
        } else if (value instanceof List<?> list) {
            int start = builder.startVector();
            list.forEach(item -> put(builder, null, item));
            builder.endVector(key, start, false, false);
        } else {
            putScalar(builder, key, value);
        }
    }

    private static void putScalar(FlexBuffersBuilder builder, @Nullable String key, @Nullable Object value) {
        if (value == null) {
            builder.putNull(key);
        } else if (value instanceof Boolean truth) {
            builder.putBoolean(key, truth);
        } else if (value instanceof Double || value instanceof Float) {
            builder.putFloat(key, ((Number) value).doubleValue());
        } else if (value instanceof Number whole) {
            builder.putInt(key, whole.longValue());
        } else {
            builder.putString(key, value.toString());
        }
    }

    /**
     * Returns the value of bytes.
     *
     * @throws DamageException where they hold none
     */
    public static @Nullable Object parse(byte[] bytes) throws DamageException {
        try {
            return value(FlexBuffers.getRoot(new ArrayReadWriteBuf(bytes, bytes.length)), 0, new int[1]);
        } catch (RuntimeException damaged) {
            // The library throws what its buffers throw.
            throw new DamageException("FlexBuffers that are damaged (" + damaged.getMessage() + ")", damaged);
        }
    }

    private static @Nullable Object value(FlexBuffers.Reference reference, int level, int[] values) {
        if (level > MOST_LEVELS || ++values[0] > MOST_VALUES) {
            throw new IllegalArgumentException("more than " + MOST_LEVELS + " levels or " + MOST_VALUES + " values");
        }
        if (reference.isMap()) {
            FlexBuffers.Map map = reference.asMap();
            Map<String, @Nullable Object> out = new LinkedHashMap<>();
            for (int i = 0; i < map.size(); i++) {
                out.put(map.keys().get(i).toString(), value(map.values().get(i), level + 1, values));
            }
            return out;
        }
        if (reference.isVector() || reference.isTypedVector()) {
            FlexBuffers.Vector vector = reference.asVector();
            List<@Nullable Object> out = new ArrayList<>();
            for (int i = 0; i < vector.size(); i++) {
                out.add(value(vector.get(i), level + 1, values));
            }
            return out;
        }
        return scalar(reference);
    }

    private static @Nullable Object scalar(FlexBuffers.Reference reference) {
        if (reference.isNull()) {
            return null;
        }
        if (reference.isBoolean()) {
            return reference.asBoolean();
        }
        if (reference.isFloat()) {
            return reference.asFloat();
        }
        return reference.isNumeric() ? (Object) reference.asLong() : reference.asString();
    }
}
