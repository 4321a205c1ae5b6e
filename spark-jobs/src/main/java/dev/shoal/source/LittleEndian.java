package dev.shoal.source;

import dev.shoal.netcdf.ArrayBlock;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Elements as bytes. */
final class LittleEndian {

    private LittleEndian() {}

    /** Returns the elements of a block one behind the other, the low byte of each first; a new array. */
    static byte[] bytes(ArrayBlock block) {
        if (block.values() instanceof byte[] bytes) {
            return bytes;
        }
        byte[] out = new byte[Math.multiplyExact(block.size(), block.type().bytes())];
        ByteBuffer buffer = ByteBuffer.wrap(out).order(ByteOrder.LITTLE_ENDIAN);
        if (block.values() instanceof short[] shorts) {
            buffer.asShortBuffer().put(shorts);
        } else if (block.values() instanceof int[] ints) {
            buffer.asIntBuffer().put(ints);
        } else if (block.values() instanceof long[] longs) {
            buffer.asLongBuffer().put(longs);
        } else if (block.values() instanceof float[] floats) {
            buffer.asFloatBuffer().put(floats);
        } else {
            buffer.asDoubleBuffer().put((double[]) block.values());
        }
        return out;
    }
}
