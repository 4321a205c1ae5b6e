package dev.shoal.stage;

import java.io.Serializable;

/**
 * Integrals over fields and cells, in the variable's unit times steradians.
 *
 * @param source of the source as far as it overlaps the target
 * @param target of the target
 */
public record Integral(double source, double target) implements Serializable {

    /** Returns the sum of both. */
    Integral plus(Integral other) {
        return new Integral(source + other.source, target + other.target);
    }

    /** Returns the difference of the integrals to that of the source; 0 where both are the same. */
    public double difference() {
        return target == source ? 0 : Math.abs((target - source) / source);
    }
}
