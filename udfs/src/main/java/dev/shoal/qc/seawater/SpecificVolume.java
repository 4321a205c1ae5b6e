package dev.shoal.qc.seawater;

import static dev.shoal.qc.seawater.Constants.PRESSURE_SCALE;
import static dev.shoal.qc.seawater.Constants.SALINITY_SCALE;
import static dev.shoal.qc.seawater.Constants.TEMPERATURE_SCALE;

/**
 * The 75-term polynomial of specific volume (Roquet, Madec, McDougall and Barker 2015, Ocean Modelling 90, table A.2)
 * of absolute salinity (g/kg), Conservative Temperature (degree C) and sea pressure (dbar).
 */
final class SpecificVolume {

    /** What the salinity variable is shifted by: 24 g/kg in its unit. */
    private static final double SALINITY_SHIFT = 24 * SALINITY_SCALE;

    /** Rows: power of the temperature, power of the pressure, then the coefficients of the salinity's powers. */
    private static final TrivariatePolynomial VOLUME = TrivariatePolynomial.of(new double[][] {
        {
            0,
            0,
            1.0769995862e-3,
            -3.1038981976e-4,
            6.6928067038e-4,
            -8.5047933937e-4,
            5.8086069943e-4,
            -2.1092370507e-4,
            3.1932457305e-5
        },
        {1, 0, -1.5649734675e-5, 3.5009599764e-5, -4.3592678561e-5, 3.4532461828e-5, -1.1959409788e-5, 1.3864594581e-6},
        {2, 0, 2.7762106484e-5, -3.7435842344e-5, 3.5907822760e-5, -1.8698584187e-5, 3.8595339244e-6},
        {3, 0, -1.6521159259e-5, 2.4141479483e-5, -1.4353633048e-5, 2.2863324556e-6},
        {4, 0, 6.9111322702e-6, -8.7595873154e-6, 4.3703680598e-6},
        {5, 0, -8.0539615540e-7, -3.3052758900e-7},
        {6, 0, 2.0543094268e-7},
        {0, 1, -6.0799143809e-5, 2.4262468747e-5, -3.4792460974e-5, 3.7470777305e-5, -1.7322218612e-5, 3.0927427253e-6},
        {1, 1, 1.8505765429e-5, -9.5677088156e-6, 1.1100834765e-5, -9.8447117844e-6, 2.5909225260e-6},
        {2, 1, -1.1716606853e-5, -2.3678308361e-7, 2.9283346295e-6, -4.8826139200e-7},
        {3, 1, 7.9279656173e-6, -3.4558773655e-6, 3.1655306078e-7},
        {4, 1, -3.4102187482e-6, 1.2956717783e-6},
        {5, 1, 5.0736766814e-7},
        {0, 2, 9.9856169219e-6, -5.8484432984e-7, -4.8122251597e-6, 4.9263106998e-6, -1.7811974727e-6},
        {1, 2, -1.1736386731e-6, -5.5699154557e-6, 5.4620748834e-6, -1.3544185627e-6},
        {2, 2, 2.1305028740e-6, 3.9137387080e-7, -6.5731104067e-7},
        {3, 2, -4.6132540037e-7, 7.7618888092e-9},
        {4, 2, -6.3352916514e-8},
        {0, 3, -1.1309361437e-6, 3.6310188515e-7, 1.6746303780e-8},
        {1, 3, -3.6527006553e-7, -2.7295696237e-7},
        {2, 3, 2.8695905159e-7},
        {0, 4, 1.0531153080e-7, -1.1147125423e-7},
        {1, 4, 3.1454099902e-7},
        {0, 5, -1.2647261286e-8},
        {0, 6, 1.9613503930e-9}
    });

    private static final TrivariatePolynomial BY_PRESSURE = VOLUME.derivativeW();

    /** The coefficients of the pressure's powers at standard salinity and 0 degree C. */
    private static final double[] STANDARD =
            VOLUME.powersOfW(Math.sqrt(SALINITY_SCALE * Constants.STANDARD_SALINITY + SALINITY_SHIFT), 0);

    private SpecificVolume() {}

    /** Returns the specific volume, m³/kg. */
    static double at(double sa, double ct, double p) {
        return VOLUME.at(salinity(sa), ct * TEMPERATURE_SCALE, p * PRESSURE_SCALE);
    }

    /** Returns the specific volume at zero pressure, m³/kg. */
    static double atSurface(double sa, double ct) {
        return VOLUME.at(salinity(sa), ct * TEMPERATURE_SCALE);
    }

    /** Returns the derivative with respect to pressure in Pa, m³/(kg Pa). */
    static double byPressure(double sa, double ct, double p) {
        return BY_PRESSURE.at(salinity(sa), ct * TEMPERATURE_SCALE, p * PRESSURE_SCALE) * 1e-8;
    }

    /** Returns the specific volume of standard seawater at 0 degree C, m³/kg. */
    static double standard(double p) {
        double z = p * PRESSURE_SCALE;
        double sum = 0;
        for (int k = STANDARD.length - 1; k >= 0; k--) {
            sum = sum * z + STANDARD[k];
        }
        return sum;
    }

    /** Returns the enthalpy of standard seawater at 0 degree C, J/kg: its volume summed over pressure from zero. */
    static double standardEnthalpy(double p) {
        double z = p * PRESSURE_SCALE;
        double sum = 0;
        for (int k = STANDARD.length - 1; k >= 0; k--) {
            sum = sum * z + STANDARD[k] / (k + 1);
        }
        return sum * z * 1e8;
    }

    private static double salinity(double sa) {
        return Math.sqrt(SALINITY_SCALE * sa + SALINITY_SHIFT);
    }
}
