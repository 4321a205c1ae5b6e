package dev.shoal.job.demo;

/** Smooth noise over a plane: a lattice of seeded values joined by cubic steps, in octaves. */
final class Noise {

    private final long seed;

    Noise(long seed) {
        this.seed = mix(seed ^ 0x9E3779B97F4A7C15L);
    }

    /** Returns noise of one octave, between -1 and 1, with features about one unit wide. */
    double at(double x, double y) {
        double left = Math.floor(x);
        double bottom = Math.floor(y);
        double u = ease(x - left);
        double v = ease(y - bottom);
        long i = (long) left;
        long j = (long) bottom;
        double below = lattice(i, j) * (1 - u) + lattice(i + 1, j) * u;
        double above = lattice(i, j + 1) * (1 - u) + lattice(i + 1, j + 1) * u;
        return below * (1 - v) + above * v;
    }

    /** Returns the sum of octaves, each half as wide and half as high as the one before; about -1 to 1. */
    double octaves(double x, double y, int count) {
        double sum = 0;
        double height = 0.6;
        double width = 1;
        for (int octave = 0; octave < count; octave++) {
            sum += height * at(x * width + 17.3 * octave, y * width - 9.1 * octave);
            height *= 0.5;
            width *= 2;
        }
        return sum;
    }

    private double lattice(long i, long j) {
        long hash = mix(seed + i * 0x632BE59BD9B4E019L + j * 0x85157AF5D3C6A1B7L);
        return (hash >> 11) * 0x1p-52;
    }

    private static double ease(double t) {
        return t * t * (3 - 2 * t);
    }

    private static long mix(long bits) {
        long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
