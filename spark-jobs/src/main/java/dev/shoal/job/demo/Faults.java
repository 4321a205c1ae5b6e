package dev.shoal.job.demo;

import java.util.Arrays;
import java.util.Random;

/** Ways in which sensors fail, put into good records; each method returns how many values it changed. */
final class Faults {

    /** The fill value of observations. */
    static final float FILL = 99999f;

    private final Random random;

    Faults(Random random) {
        this.random = random;
    }

    /** Moves single values away from their neighbours by about a size, up or down. */
    int spikes(float[] values, double perThousand, double size) {
        int count = (int) Math.ceil(values.length * perThousand / 1000);
        int done = 0;
        for (int i = 0; i < count; i++) {
            int at = 2 + random.nextInt(values.length - 4);
            if (!missingAround(values, at)) {
                double height = size * (0.8 + random.nextDouble());
                values[at] = (float) (values[at] + (random.nextBoolean() ? height : -height));
                done++;
            }
        }
        return done;
    }

    /** Repeats one value over runs. */
    int stuck(float[] values, int runs, int length) {
        int done = 0;
        for (int run = 0; run < runs; run++) {
            int at = random.nextInt(Math.max(1, values.length - length));
            int end = Math.min(values.length, at + length);
            if (values[at] != FILL) {
                Arrays.fill(values, at, end, values[at]);
                done += end - at;
            }
        }
        return done;
    }

    /** Puts readings in place of values that no sea water has. */
    int wild(float[] values, int count, float low, float high) {
        for (int i = 0; i < count; i++) {
            values[random.nextInt(values.length)] = random.nextBoolean() ? low : high;
        }
        return count;
    }

    /** Puts fill values over runs. */
    int gaps(float[] values, int runs, int length) {
        int done = 0;
        for (int run = 0; run < runs; run++) {
            int at = random.nextInt(Math.max(1, values.length - length));
            int end = Math.min(values.length, at + length);
            Arrays.fill(values, at, end, FILL);
            done += end - at;
        }
        return done;
    }

    private static boolean missingAround(float[] values, int at) {
        return values[at - 1] == FILL || values[at] == FILL || values[at + 1] == FILL;
    }
}
