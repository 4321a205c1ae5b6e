package dev.shoal.plan;

import java.io.Serializable;

/**
 * What a reader typically reads at once: a box of this shape, anywhere in an array.
 *
 * @param name for people
 * @param shape cells on each axis, slowest first; copied in
 */
public record AccessBox(String name, long[] shape) implements Serializable {

    /** Copies the shape; refuses empty boxes. */
    public AccessBox {
        shape = shape.clone();
        for (long length : shape) {
            if (length < 1) {
                throw new IllegalArgumentException(
                        "Cannot read a box of " + length + " cells along an axis, expected 1 or more.");
            }
        }
    }
}
