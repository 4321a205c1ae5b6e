package dev.shoal.stage;

import dev.shoal.qc.OpenSample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Gives the flags of one series' samples to the blocks that they came in. Blocks and samples are in the same order, so
 * each is gone through once.
 */
final class StreamFlags {

    private final List<OpenSample> judged;
    private final int columns;
    private final List<OpenSample> earlier = new ArrayList<>();
    private int at;

    /**
     * Makes the walk.
     *
     * @param judged samples of the series in order
     * @param columns that are judged
     */
    StreamFlags(List<OpenSample> judged, int columns) {
        this.judged = judged;
        this.columns = columns;
    }

    /** Returns the observations of the next block that were judged, with their flags; nothing where none was. */
    Optional<ObservationBlock> flagged(ObservationBlock block) {
        byte[][] flags = new byte[columns][block.size()];
        int[][] raised = new int[columns][block.size()];
        IntStream.Builder taken = IntStream.builder();
        for (int i = 0; i < block.size(); i++) {
            while (at < judged.size() && compare(judged.get(at), block, i) < 0) {
                earlier.add(judged.get(at++));
            }
            if (at < judged.size() && compare(judged.get(at), block, i) == 0) {
                taken.add(i);
                for (int column = 0; column < columns; column++) {
                    flags[column][i] = judged.get(at).flags()[column];
                    raised[column][i] = judged.get(at).raised()[column];
                }
                at++;
            }
        }
        int[] places = taken.build().toArray();
        return places.length == 0
                ? Optional.empty()
                : Optional.of(block.with(flags, raised).pick(places));
    }

    /** Returns the samples that came in no block; called when all blocks have been gone through. */
    List<OpenSample> earlier() {
        List<OpenSample> all = new ArrayList<>(earlier);
        all.addAll(judged.subList(at, judged.size()));
        return all;
    }

    private static int compare(OpenSample sample, ObservationBlock block, int i) {
        int order = Long.compare(sample.timeMicros(), block.timeMicros()[i]);
        if (order == 0) {
            order = sample.source().compareTo(block.fileOf(i));
        }
        return order == 0 ? Long.compare(sample.index(), block.index()[i]) : order;
    }

    /** Returns the same observations with as many numbers, none of which is there. */
    static ObservationBlock withoutNumbers(ObservationBlock block, int numbers) {
        double[] missing = new double[block.size()];
        Arrays.fill(missing, Double.NaN);
        double[][] none = new double[numbers][];
        Arrays.fill(none, missing);
        return new ObservationBlock(
                block.size(),
                block.timeMicros(),
                none,
                block.files(),
                block.file(),
                block.index(),
                block.chunk(),
                block.flags(),
                block.raised());
    }
}
