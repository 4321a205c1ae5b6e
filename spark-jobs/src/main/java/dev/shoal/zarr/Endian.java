package dev.shoal.zarr;

import java.nio.ByteOrder;

/** Which byte of an element comes first. */
public enum Endian {
    LITTLE(ByteOrder.LITTLE_ENDIAN),
    BIG(ByteOrder.BIG_ENDIAN);

    private final ByteOrder order;

    Endian(ByteOrder order) {
        this.order = order;
    }

    /** Returns the same as Java's buffers name it. */
    public ByteOrder order() {
        return order;
    }
}
