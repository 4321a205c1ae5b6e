package dev.shoal.stage;

import dev.shoal.qc.flag.QcFlag;
import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came out of some units: sums that do not grow with the data.
 *
 * @param units done
 * @param skipped units found done by an earlier, interrupted run
 * @param cells written, over all arrays
 * @param decodedBytes of source values decoded
 * @param flags number of cells by variable and flag, as {@code variable/flag}
 * @param missing number of cells without a value by variable
 * @param integrals of the variables whose integrals are reported
 * @param damaged files that could not be read to the end, with the reason; at most one entry for each file of the plan
 */
public record UnitSummary(
        long units,
        long skipped,
        long cells,
        long decodedBytes,
        Map<String, Long> flags,
        Map<String, Long> missing,
        Map<String, Integral> integrals,
        Map<String, String> damaged)
        implements Serializable {

    /** Copies the maps. */
    public UnitSummary {
        flags = new TreeMap<>(flags);
        missing = new TreeMap<>(missing);
        integrals = new TreeMap<>(integrals);
        damaged = new TreeMap<>(damaged);
    }

    /** Returns the sum over no units. */
    public static UnitSummary none() {
        return new UnitSummary(0, 0, 0, 0, Map.of(), Map.of(), Map.of(), Map.of());
    }

    /** Returns the sum over both. */
    public UnitSummary plus(UnitSummary other) {
        Map<String, String> files = new TreeMap<>(damaged);
        files.putAll(other.damaged);
        Map<String, Integral> both = new TreeMap<>(integrals);
        other.integrals.forEach((name, more) -> both.merge(name, more, Integral::plus));
        return new UnitSummary(
                units + other.units,
                skipped + other.skipped,
                cells + other.cells,
                decodedBytes + other.decodedBytes,
                sum(flags, other.flags),
                sum(missing, other.missing),
                both,
                files);
    }

    private static Map<String, Long> sum(Map<String, Long> one, Map<String, Long> other) {
        Map<String, Long> sum = new TreeMap<>(one);
        other.forEach((key, count) -> sum.merge(key, count, Long::sum));
        return sum;
    }

    /** Returns the same of units that were found done. */
    UnitSummary asSkipped() {
        return new UnitSummary(0, units + skipped, cells, decodedBytes, flags, missing, integrals, damaged);
    }

    /** Returns the key of a count of flags. */
    static String key(String variable, byte flag) {
        return variable + "/" + QcFlag.name(flag);
    }

    /** Returns the counts of one variable by the name of the flag. */
    public Map<String, Long> flagsOf(String variable) {
        Map<String, Long> counts = new TreeMap<>();
        flags.forEach((key, count) -> {
            int slash = key.lastIndexOf('/');
            if (key.substring(0, slash).equals(variable)) {
                counts.put(key.substring(slash + 1), count);
            }
        });
        return counts;
    }
}
