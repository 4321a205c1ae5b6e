package dev.shoal.zarr.icechunk;

import com.google.flatbuffers.FlatBufferBuilder;
import java.util.List;
import java.util.function.ToIntFunction;

/** Makes the parts of a flatbuffer. What is made of equal values in equal order has equal bytes. */
final class Tables {

    private Tables() {}

    /** Puts an id into the table that is being made. */
    static void id(FlatBufferBuilder builder, int slot, ObjectId id) {
        put(builder, id);
        builder.addStruct(slot, builder.offset(), 0);
    }

    private static void put(FlatBufferBuilder builder, ObjectId id) {
        builder.prep(1, id.length());
        for (int i = id.length() - 1; i >= 0; i--) {
            builder.putByte(id.at(i));
        }
    }

    /** Puts ids one after the other. */
    static int ids(FlatBufferBuilder builder, List<ObjectId> ids, int length) {
        builder.startVector(length, ids.size(), 1);
        for (int i = ids.size() - 1; i >= 0; i--) {
            put(builder, ids.get(i));
        }
        return builder.endVector();
    }

    /** Puts whole numbers of 32 bits. */
    static int ints(FlatBufferBuilder builder, int[] values, int start, int count) {
        builder.startVector(4, count, 4);
        for (int i = count - 1; i >= 0; i--) {
            builder.addInt(values[start + i]);
        }
        return builder.endVector();
    }

    /** Puts whole numbers of 16 bits. */
    static int shorts(FlatBufferBuilder builder, int[] values) {
        builder.startVector(2, values.length, 2);
        for (int i = values.length - 1; i >= 0; i--) {
            builder.addShort((short) values[i]);
        }
        return builder.endVector();
    }

    /** Puts the positions of tables or texts that are made. */
    static int offsets(FlatBufferBuilder builder, int[] offsets, int count) {
        builder.startVector(4, count, 4);
        for (int i = count - 1; i >= 0; i--) {
            builder.addOffset(offsets[i]);
        }
        return builder.endVector();
    }

    /** Makes each element and puts their positions. */
    static <T> int list(FlatBufferBuilder builder, List<T> elements, ToIntFunction<T> make) {
        int[] offsets = new int[elements.size()];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = make.applyAsInt(elements.get(i));
        }
        return offsets(builder, offsets, offsets.length);
    }

    /** Makes a text, or 0 where it is empty. */
    static int text(FlatBufferBuilder builder, String text) {
        return text.isEmpty() ? 0 : builder.createString(text);
    }

    /** Makes bytes, or 0 where there are none. */
    static int bytes(FlatBufferBuilder builder, byte[] bytes) {
        return bytes.length == 0 ? 0 : builder.createByteVector(bytes);
    }

    /** Puts the position of something made before, unless it is 0. */
    static void offset(FlatBufferBuilder builder, int slot, int offset) {
        builder.addOffset(slot, offset, 0);
    }
}
