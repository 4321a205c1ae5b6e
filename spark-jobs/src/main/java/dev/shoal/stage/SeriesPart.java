package dev.shoal.stage;

import dev.shoal.qc.Cadence;
import dev.shoal.qc.Series;
import java.util.BitSet;
import java.util.Optional;

/**
 * Some observations of a series in a row, as the tests of all columns take them.
 *
 * @param key of the series
 * @param timeMicros at least {@code size}
 * @param numbers see {@link ObservationBlock#numbers}; those that no test looks at are empty
 * @param size number of observations
 * @param cadence of the whole series; unmeasured where this is the whole, or no test wants to know
 * @param there places of the numbers that the whole series has
 * @param isFirst whether this is the first part that is judged of the series
 */
record SeriesPart(
        SeriesKey key,
        long[] timeMicros,
        double[][] numbers,
        int size,
        Cadence cadence,
        BitSet there,
        boolean isFirst) {

    /** Returns the values of a column with what its tests look at beside them. */
    Series of(JudgedColumn column, Optional<Series> before) {
        return column.series(key, timeMicros, numbers, size, cadence, there, before);
    }
}
