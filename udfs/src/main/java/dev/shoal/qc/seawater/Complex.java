package dev.shoal.qc.seawater;

/** The little of complex numbers that {@link Ice} needs; each number is its real part, then its imaginary one. */
final class Complex {

    private Complex() {}

    static double[] product(double[] a, double[] b) {
        return new double[] {a[0] * b[0] - a[1] * b[1], a[0] * b[1] + a[1] * b[0]};
    }

    static double[] quotient(double real, double[] divisor) {
        double square = divisor[0] * divisor[0] + divisor[1] * divisor[1];
        return new double[] {real * divisor[0] / square, -real * divisor[1] / square};
    }

    static double[] logarithm(double real, double imaginary) {
        return new double[] {Math.log(Math.hypot(real, imaginary)), Math.atan2(imaginary, real)};
    }
}
