package dev.shoal.stage.zarr;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shoal.codec.BytesCodec;
import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.plan.Window;
import dev.shoal.zarr.array.Boxes;
import dev.shoal.zarr.array.KnownCodecs;
import dev.shoal.zarr.virtual.VirtualArray;
import dev.shoal.zarr.virtual.VirtualCodec;
import java.lang.reflect.Array;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Makes the bytes of chunks of a virtual array that are copied, coded as those that stay in their files. */
final class ChunkEncoding {

    private final VirtualArray array;
    private final List<BytesCodec> steps = new ArrayList<>();

    /**
     * Prepares the codecs.
     *
     * @throws IllegalArgumentException where one of them can only be read
     */
    ChunkEncoding(VirtualArray array) {
        this.array = array;
        for (VirtualCodec codec : array.codecs()) {
            steps.add(step(codec));
        }
    }

    private static BytesCodec step(VirtualCodec codec) {
        ObjectNode plain = JsonNodeFactory.instance.objectNode();
        codec.parameters().forEach((name, value) -> {
            if (value instanceof Integer number) {
                plain.put(name, number);
            } else {
                plain.put(name, String.valueOf(value));
            }
        });
        return KnownCodecs.find(codec.id(), plain)
                .filter(BytesCodec::writes)
                .orElseThrow(() -> new IllegalArgumentException("codec " + codec + ", which is read only"));
    }

    /**
     * Encodes a chunk.
     *
     * @param values of the cells of {@code cells}; a chunk over the end of the array is filled up
     * @param index of the chunk
     */
    byte[] bytes(Object values, Window cells, long... index) {
        Object whole = values;
        long[] start = new long[index.length];
        long[] end = new long[index.length];
        for (int axis = 0; axis < index.length; axis++) {
            start[axis] = index[axis] * array.grid().chunk()[axis];
            end[axis] = start[axis] + array.grid().chunk()[axis];
        }
        Window full = new Window(start, end);
        if (!full.equals(cells)) {
            whole = Array.newInstance(values.getClass().getComponentType(), Math.toIntExact(full.size()));
            Boxes.copy(values, cells, whole, full, cells);
        }
        byte[] bytes =
                ArrayBlock.bytes(whole, array.type().bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        for (BytesCodec step : steps) {
            bytes = step.encode(bytes);
        }
        return bytes;
    }
}
