package dev.shoal.job.demo;

/** Smooth functions of additions, multiplications and square roots only, so that every machine gives the same bits. */
final class Smooth {

    private static final int TABLE = 4096;
    private static final double[] SINE = new double[TABLE + 1];

    static {
        for (int i = 0; i <= TABLE; i++) {
            SINE[i] = StrictMath.sin(2 * StrictMath.PI * i / TABLE);
        }
    }

    private Smooth() {}

    /** Returns the sine of a number of whole turns. */
    static double sineOfTurns(double turns) {
        double place = (turns - Math.floor(turns)) * TABLE;
        int index = (int) place;
        return SINE[index] + (place - index) * (SINE[Math.min(index + 1, TABLE)] - SINE[index]);
    }

    /** Returns the cosine of a number of whole turns. */
    static double cosineOfTurns(double turns) {
        return sineOfTurns(turns + 0.25);
    }

    /** Rises from 0 to 1 around 0. */
    static double step(double x) {
        return 0.5 * (1 + x / Math.sqrt(1 + x * x));
    }

    /** A hill of height 1 at 0 that falls to nothing. */
    static double hill(double x) {
        double square = 1 + x * x;
        return 1 / (square * square);
    }

    /** Limits a value to a range. */
    static double clamp(double value, double low, double high) {
        return Math.max(low, Math.min(high, value));
    }
}
