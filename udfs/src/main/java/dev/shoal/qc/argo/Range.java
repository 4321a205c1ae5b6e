package dev.shoal.qc.argo;

import java.io.Serializable;

/**
 * Values that pass, both ends among them.
 *
 * @param least smallest value
 * @param most largest value
 */
public record Range(double least, double most) implements Serializable {

    /** Refuses ends out of order and NaN. */
    public Range {
        if (!(least <= most)) {
            throw new IllegalArgumentException("Cannot make a range: found " + least + " to " + most
                    + ", expected two numbers, the smaller first.");
        }
    }
}
