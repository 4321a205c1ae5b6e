package dev.shoal.qc.autoqc;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The levels of a profile that have a depth of 0 m or more and a temperature, in order of depth; of one depth, in the
 * order in which they were taken.
 *
 * @param places place of each in the profile
 * @param z depths in metres, ascending
 * @param t temperatures in degC
 */
@SuppressWarnings("ArrayRecordComponent")
record IcdcLevels(int[] places, double[] z, double[] t) {

    static IcdcLevels of(AutoqcProfile profile) {
        double[] depth = profile.depthMetres();
        int[] places = IntStream.range(0, profile.size())
                .filter(i -> profile.hasBoth(i) && !(depth[i] < 0))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> depth[i] + 0.0))
                .mapToInt(Integer::intValue)
                .toArray();
        return new IcdcLevels(
                places,
                Arrays.stream(places).mapToDouble(i -> depth[i]).toArray(),
                Arrays.stream(places).mapToDouble(i -> profile.temperature()[i]).toArray());
    }

    int size() {
        return places.length;
    }

    /** Puts verdicts on these levels to their places among {@code size} levels; the others are not rejected. */
    boolean[] inPlace(boolean[] reject, int size) {
        boolean[] all = Levels.none(size);
        for (int i = 0; i < places.length; i++) {
            all[places[i]] = reject[i];
        }
        return all;
    }

    /** Returns those within two temperatures, both excluded. */
    IcdcLevels within(double low, double high) {
        int[] kept = IntStream.range(0, size())
                .filter(i -> t[i] > low && t[i] < high)
                .toArray();
        return new IcdcLevels(
                Arrays.stream(kept).map(i -> places[i]).toArray(),
                Arrays.stream(kept).mapToDouble(i -> z[i]).toArray(),
                Arrays.stream(kept).mapToDouble(i -> t[i]).toArray());
    }
}
