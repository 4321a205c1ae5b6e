package dev.shoal.qc.seawater;

import static dev.shoal.qc.seawater.Constants.CELSIUS_ZERO;

/**
 * The Gibbs function of ice Ih (Feistel and Wagner 2006; IOC, SCOR and IAPSO 2010, appendix I) and its derivative with
 * respect to temperature.
 */
final class Ice {

    private static final double TRIPLE_POINT_KELVIN = 273.16;

    private static final double TRIPLE_POINT_PASCAL = 611.657;

    private static final double ENTROPY = -3327.33756492168;

    private static final double[] ENERGY = {
        -632020.233335886, 0.655022213658955, -1.89369929326131e-8, 3.3974612327105304e-15, -5.564648690589909e-22
    };

    private static final double[] T1 = {0.0368017112855051, 0.0510878114959572};

    private static final double[] T2 = {0.337315741065416, 0.335449415919309};

    private static final double[] R1 = {44.7050716285388, 65.6876847463481};

    private static final double[][] R2 = {
        {-72.597457432922, -78.100842711287},
        {-5.57107698030123e-5, 4.64578634580806e-5},
        {2.34801409215913e-11, -2.85651142904972e-11}
    };

    private Ice() {}

    /** Returns the specific Gibbs energy, J/kg, of an in-situ temperature (degree C) and a sea pressure (dbar). */
    static double energy(double t, double p) {
        double tau = (t + CELSIUS_ZERO) / TRIPLE_POINT_KELVIN;
        double pi = p * 1e4 / TRIPLE_POINT_PASCAL;
        double energy = 0;
        for (int k = ENERGY.length - 1; k >= 0; k--) {
            energy = energy * pi + ENERGY[k];
        }
        double residues = residue(R1, T1, tau) + residue(r2(pi), T2, tau);
        return energy - TRIPLE_POINT_KELVIN * (ENTROPY * tau - residues);
    }

    /** Returns the derivative of {@link #energy} with respect to temperature, J/(kg K). */
    static double energyByTemperature(double t, double p) {
        double tau = (t + CELSIUS_ZERO) / TRIPLE_POINT_KELVIN;
        double pi = p * 1e4 / TRIPLE_POINT_PASCAL;
        return -ENTROPY + slope(R1, T1, tau) + slope(r2(pi), T2, tau);
    }

    private static double[] r2(double pi) {
        return new double[] {R2[0][0] + pi * (R2[1][0] + pi * R2[2][0]), R2[0][1] + pi * (R2[1][1] + pi * R2[2][1])};
    }

    /**
     * Returns the real part of r [(a - tau) ln(a - tau) + (a + tau) ln(a + tau) - 2 a ln a - tau²/a], with the
     * logarithms taken of 1 - tau/a and 1 + tau/a.
     */
    private static double residue(double[] r, double[] a, double tau) {
        double[] ratio = Complex.quotient(tau, a);
        double[] below = Complex.logarithm(1 - ratio[0], -ratio[1]);
        double[] above = Complex.logarithm(1 + ratio[0], ratio[1]);
        double[] square = Complex.product(ratio, ratio);
        double[] inner = {below[0] + above[0] - square[0], below[1] + above[1] - square[1]};
        double[] outer = Complex.product(a, inner);
        outer[0] += tau * (above[0] - below[0]);
        outer[1] += tau * (above[1] - below[1]);
        return Complex.product(r, outer)[0];
    }

    /** Returns the real part of r [ln(1 + tau/a) - ln(1 - tau/a) - 2 tau/a]. */
    private static double slope(double[] r, double[] a, double tau) {
        double[] ratio = Complex.quotient(tau, a);
        double[] below = Complex.logarithm(1 - ratio[0], -ratio[1]);
        double[] above = Complex.logarithm(1 + ratio[0], ratio[1]);
        double[] sum = {above[0] - below[0] - 2 * ratio[0], above[1] - below[1] - 2 * ratio[1]};
        return Complex.product(r, sum)[0];
    }
}
