package dev.shoal.zarr.virtual;

import java.util.Optional;

/** Knows what numbers of time mean; what knows the CF conventions gives it to a {@link Combination}. */
@FunctionalInterface
public interface TimeReading {

    /**
     * Returns the microseconds since 1970-01-01T00:00:00Z of numbers of time.
     *
     * @param units such as {@code days since 1950-01-01}
     * @param calendar as stored; empty where the file names none
     * @param numbers as stored; not changed
     * @return nothing where one of them has no timestamp, or units and calendar cannot be read
     */
    Optional<long[]> micros(String units, String calendar, Numbers numbers);

    /**
     * Numbers as stored.
     *
     * @param whole whole numbers, exactly; empty where the type is not one of them
     * @param real real numbers; empty where the type is whole
     */
    record Numbers(long[] whole, double[] real) {

        /** Returns how many there are. */
        public int size() {
            return whole.length + real.length;
        }
    }
}
