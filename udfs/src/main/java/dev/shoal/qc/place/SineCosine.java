package dev.shoal.qc.place;

/**
 * Sine and cosine of degrees from -90 to 90, to some 1e-16, without the work that {@link Math} does for any angle: by
 * their power series within 45 degrees of where they are zero or one.
 */
final class SineCosine {

    private static final double RADIANS = Math.PI / 180;

    private SineCosine() {}

    /** Returns the sine; NaN where degrees is, and something wrong beyond 90 degrees. */
    static double sine(double degrees) {
        double size = Math.abs(degrees);
        double sine = size <= 45 ? odd(size * RADIANS) : even((90 - size) * RADIANS);
        return Math.copySign(sine, degrees);
    }

    /** Returns the cosine; NaN where degrees is, and something wrong beyond 90 degrees. */
    static double cosine(double degrees) {
        double size = Math.abs(degrees);
        return size <= 45 ? even(size * RADIANS) : odd((90 - size) * RADIANS);
    }

    /** The series of the sine to the 17th power: within 45 degrees the next term is below 1e-19. */
    private static double odd(double x) {
        double s = x * x;
        double series = 1.0 / 355687428096000.0;
        series = series * s - 1.0 / 1307674368000.0;
        series = series * s + 1.0 / 6227020800.0;
        series = series * s - 1.0 / 39916800;
        series = series * s + 1.0 / 362880;
        series = series * s - 1.0 / 5040;
        series = series * s + 1.0 / 120;
        series = series * s - 1.0 / 6;
        return x + x * s * series;
    }

    /** The series of the cosine to the 16th power: within 45 degrees the next term is below 3e-18. */
    private static double even(double x) {
        double s = x * x;
        double series = 1.0 / 20922789888000.0;
        series = series * s - 1.0 / 87178291200.0;
        series = series * s + 1.0 / 479001600;
        series = series * s - 1.0 / 3628800;
        series = series * s + 1.0 / 40320;
        series = series * s - 1.0 / 720;
        series = series * s + 1.0 / 24;
        series = series * s - 0.5;
        return 1 + s * series;
    }
}
