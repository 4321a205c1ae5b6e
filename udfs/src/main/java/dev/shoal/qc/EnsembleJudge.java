package dev.shoal.qc;

import dev.shoal.qc.flag.QcFlag;
import java.util.Arrays;

/** Judges the samples of one time together, such as the bins of a profile or the radials of a map. */
final class EnsembleJudge implements QartodCheck.Judge {

    private final QartodSamples samples;
    private final int fewest;
    private final Together judge;
    private byte[] flags = new byte[0];
    private int start;
    private int end;

    /**
     * Starts before the first sample.
     *
     * @param samples what is judged
     * @param fewest samples of one time without which nothing can be said of them
     * @param judge flags the samples of one time
     */
    EnsembleJudge(QartodSamples samples, int fewest, Together judge) {
        this.samples = samples;
        this.fewest = fewest;
        this.judge = judge;
    }

    /** Flags the samples of one time. */
    @FunctionalInterface
    interface Together {

        /**
         * Flags the samples of one time.
         *
         * @param inputs shape {@code (sample, input)}, input running fastest
         * @param size number of samples
         * @param flags one a sample, overwritten
         */
        void flag(double[] inputs, int size, byte[] flags);
    }

    @Override
    public byte flag(int i) {
        if (i >= end) {
            start = i;
            end = samples.ensembleEnd(i);
            flags = new byte[end - start];
            if (end - start < fewest) {
                Arrays.fill(flags, QcFlag.UNKNOWN);
            } else {
                judge.flag(inputs(), end - start, flags);
            }
        }
        return flags[i - start];
    }

    private double[] inputs() {
        int width = samples.columns().length;
        double[] inputs = new double[(end - start) * width];
        for (int input = 0; input < width; input++) {
            for (int i = start; i < end; i++) {
                inputs[(i - start) * width + input] = samples.column(input)[i];
            }
        }
        return inputs;
    }
}
