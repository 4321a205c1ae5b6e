package dev.shoal.qc.seawater;

import static dev.shoal.qc.seawater.Constants.PRESSURE_SCALE;
import static dev.shoal.qc.seawater.Constants.SALINITY_SCALE;
import static dev.shoal.qc.seawater.Constants.TEMPERATURE_SCALE;

/**
 * The Gibbs function of seawater and its derivatives, of absolute salinity (g/kg), in-situ temperature (degree C,
 * ITS-90) and sea pressure (dbar).
 *
 * <p>The coefficients are those of Feistel (2003) for pure water and of Feistel (2008) for its salts, as IOC, SCOR and
 * IAPSO (2010) give them in appendices G and H; the variables are y = t/40, x = sqrt(S_A/S_u) and z = p/10000.
 */
final class Gibbs {

    private static final double LOGARITHM = 5812.81456626732;

    private static final double LOGARITHM_BY_Y = 851.226734946706;

    /** Rows: power of x, power of z, then the coefficients of y's powers. The terms in x² ln x stand beside it. */
    private static final TrivariatePolynomial ENERGY = TrivariatePolynomial.of(new double[][] {
        {
            0,
            0,
            101.342743139674,
            5.90578347909402,
            -12357.785933039,
            736.741204151612,
            -148.185936433658,
            58.0259125842571,
            -18.9843846514172,
            3.05081646487967
        },
        {
            0,
            1,
            100015.695367145,
            -270.983805184062,
            1455.0364540468,
            -672.50778314507,
            397.968445406972,
            -194.618310617595,
            63.5113936641785,
            -9.63108119393062
        },
        {
            0,
            2,
            -2544.5765420363,
            776.153611613101,
            -756.558385769359,
            499.360390819152,
            -301.815380621876,
            120.520654902025,
            -22.2897317140459
        },
        {
            0,
            3,
            284.517778446287,
            -196.51255088122,
            273.479662323528,
            -239.545330654412,
            152.196371733841,
            -55.2723052340152,
            8.17060541818112
        },
        {
            0,
            4,
            -33.3146754253611,
            28.9796526294175,
            -55.5604063817218,
            48.8012518593872,
            -26.3748377232802,
            6.48190668077221
        },
        {0, 5, 4.20263108803084, -2.13290083518327, 4.34420671917197, -1.66307106208905},
        {0, 6, -0.546428511471039},
        {
            2,
            0,
            1416.27648484197,
            168.072408311545,
            880.031352997204,
            -225.267649263401,
            91.4260447751259,
            -21.6603240875311,
            2.13016970847183
        },
        {2, 1, -3310.49154044839, 729.116529735046, -860.764303783977, 694.244814133268, -297.728741987187},
        {2, 2, 384.794152978599, -343.956902961561, 337.409530269367, -204.889641964903, 74.726141138756},
        {2, 3, -96.5324320107458, 124.687671116248, -178.314556207638, 113.561697840594, -36.4872919001588},
        {2, 4, 15.8408172766824, -31.656964386073, 44.2040358308, -11.1282734326413},
        {2, 5, -2.62480156590992, 7.04658803315449, -7.92001547211682},
        {3, 0, -2432.14662381794, -493.407510141682, -43.0664675978042, -10.0227370861875, 0.875600661808945},
        {3, 1, 199.459603073901, -175.292041186547, 383.058066002476, -460.319931801257, 234.565187611355},
        {3, 2, -52.2940909281335, 83.1923927801819, -54.1917262517112},
        {3, 3, 68.0444942726459, -29.483064349429, 25.6398487389914},
        {3, 4, -3.41251932441282},
        {
            4,
            0,
            2025.80115603697,
            543.835333000098,
            -68.5572509204491,
            49.3667694856254,
            -17.1397577419788,
            2.49697009569508
        },
        {4, 1, -54.7919133532887, -22.6683558512829},
        {4, 2, -4.08193978912261},
        {4, 3, -30.1755111971161},
        {5, 0, -1091.66841042967, -196.028306689776},
        {5, 1, 36.0284195611086},
        {6, 0, 374.60123787784, 36.7571622995805},
        {7, 0, -48.5891069025409}
    });

    private static final TrivariatePolynomial BY_Y = ENERGY.derivativeU();

    private static final TrivariatePolynomial BY_Y_TWICE = BY_Y.derivativeU();

    private static final TrivariatePolynomial BY_Z = ENERGY.derivativeW();

    private static final TrivariatePolynomial CHANGING_WITH_TEMPERATURE = BY_Y.withoutTermsOfVAlone();

    private static final TrivariatePolynomial ENTHALPY = ENERGY.minusSlope(Constants.CELSIUS_ZERO * TEMPERATURE_SCALE);

    /** g - S_A dg/dS_A: what is in x^n is in S_A^(n/2). */
    private static final TrivariatePolynomial OF_WATER = ENERGY.weightedByPowerOfV(n -> 1 - n / 2.0);

    private static final TrivariatePolynomial OF_WATER_BY_Y = OF_WATER.derivativeU();

    private Gibbs() {}

    /** Returns the enthalpy of seawater at zero pressure, J/kg: g - (t + 273.15) dg/dt, where the logarithms cancel. */
    static double surfaceEnthalpy(double sa, double pt) {
        return ENTHALPY.at(pt * TEMPERATURE_SCALE, x(sa));
    }

    /** Returns the specific entropy but for a part that depends on salinity alone, J/(kg K). */
    static double entropyPart(double sa, double t, double p) {
        double x = x(sa);
        double y = t * TEMPERATURE_SCALE;
        double byY =
                p == 0 ? CHANGING_WITH_TEMPERATURE.at(y, x) : CHANGING_WITH_TEMPERATURE.at(y, x, p * PRESSURE_SCALE);
        return -byY * TEMPERATURE_SCALE;
    }

    /** Returns the second derivative with respect to temperature, J/(kg K²). */
    static double byTemperatureTwice(double sa, double t, double p) {
        double y = t * TEMPERATURE_SCALE;
        double byY = p == 0 ? BY_Y_TWICE.at(y, x(sa)) : BY_Y_TWICE.at(y, x(sa), p * PRESSURE_SCALE);
        return byY * TEMPERATURE_SCALE * TEMPERATURE_SCALE;
    }

    /** Returns the derivative with respect to pressure in Pa, which is the specific volume, m³/kg. */
    static double specificVolume(double sa, double t, double p) {
        return BY_Z.at(t * TEMPERATURE_SCALE, x(sa), p * PRESSURE_SCALE) * 1e-8;
    }

    /** Returns the chemical potential of the water in seawater, J/kg. */
    static double ofWater(double sa, double t, double p) {
        double x = x(sa);
        double y = t * TEMPERATURE_SCALE;
        return OF_WATER.at(y, x, p * PRESSURE_SCALE) - 0.5 * x * x * (LOGARITHM + LOGARITHM_BY_Y * y);
    }

    /** Returns the derivative of {@link #ofWater} with respect to temperature, J/(kg K). */
    static double ofWaterByTemperature(double sa, double t, double p) {
        double x = x(sa);
        double byY = OF_WATER_BY_Y.at(t * TEMPERATURE_SCALE, x, p * PRESSURE_SCALE);
        return (byY - 0.5 * x * x * LOGARITHM_BY_Y) * TEMPERATURE_SCALE;
    }

    private static double x(double sa) {
        return Math.sqrt(SALINITY_SCALE * sa);
    }
}
