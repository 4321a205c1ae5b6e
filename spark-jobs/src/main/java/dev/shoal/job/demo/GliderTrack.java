package dev.shoal.job.demo;

import java.util.Arrays;

/**
 * One glider's flight: casts down and up between the surface and a depth, across the jet and back. Arrays hold one
 * value per sample but {@link #castSizes}, which holds one per cast; they belong to the track.
 */
final class GliderTrack {

    private static final double SECONDS_PER_DAY = 86_400;
    private static final double METRES_PER_SECOND = 0.16;

    private final double[] times;
    private final double[] lat;
    private final double[] lon;
    private final float[] depth;
    private final int[] castSizes;

    private GliderTrack(double[] times, double[] lat, double[] lon, float[] depth, int[] castSizes) {
        this.times = times;
        this.lat = lat;
        this.lon = lon;
        this.depth = depth;
        this.castSizes = castSizes;
    }

    /**
     * Flies.
     *
     * @param glider 0 or 1, which have different ways
     */
    static GliderTrack flown(int glider, Scale scale) {
        int casts = 2 * scale.dives();
        int[] sizes = new int[casts];
        double[] deepest = new double[casts];
        for (int cast = 0; cast < casts; cast++) {
            double out = Smooth.clamp(4.0 * cast / casts, 0, 1);
            deepest[cast] = 200 + 600 * out - 40 * Smooth.hill(6 * Smooth.sineOfTurns(cast / 18.0));
            sizes[cast] = (int) (deepest[cast] / METRES_PER_SECOND / scale.diveSampleSeconds());
        }
        int samples = Arrays.stream(sizes).sum();
        GliderTrack track = new GliderTrack(
                new double[samples], new double[samples], new double[samples], new float[samples], sizes);
        int at = 0;
        for (int cast = 0; cast < casts; cast++) {
            for (int i = 0; i < sizes[cast]; i++) {
                double share = (i + 0.5) / sizes[cast];
                track.depth[at++] = (float) (deepest[cast] * (cast % 2 == 0 ? share : 1 - share));
            }
        }
        track.place(glider, scale);
        return track;
    }

    private void place(int glider, Scale scale) {
        double start =
                (scale.start().toEpochDay() + 0.15 * scale.days() + 0.3 * scale.days() * glider) * SECONDS_PER_DAY;
        double first = Math.rint(start);
        for (int i = 0; i < times.length; i++) {
            double share = i / (double) times.length;
            double there = 0.5 - 0.5 * Smooth.cosineOfTurns(share);
            times[i] = first + (double) i * scale.diveSampleSeconds();
            lat[i] = (glider == 0 ? 39.9 : 36.6) - 5.1 * there + 0.12 * Smooth.sineOfTurns(7 * share);
            lon[i] = (glider == 0 ? -67.3 : -58.5) + 2.6 * share + 0.3 * Smooth.sineOfTurns(3 * share);
        }
    }

    /** Returns seconds since 1970 UTC. */
    double[] times() {
        return times;
    }

    double[] lat() {
        return lat;
    }

    double[] lon() {
        return lon;
    }

    /** Returns metres, positive down. */
    float[] depth() {
        return depth;
    }

    /** Returns the number of samples of each cast, in order. */
    int[] castSizes() {
        return castSizes;
    }
}
