package dev.shoal.qc.seawater;

import static dev.shoal.qc.seawater.Constants.CELSIUS_ZERO;
import static dev.shoal.qc.seawater.Constants.HEAT_CAPACITY;
import static dev.shoal.qc.seawater.Constants.SALINITY_UNIT;
import static dev.shoal.qc.seawater.Constants.STANDARD_SALINITY;

/**
 * The thermodynamic equation of seawater 2010 (IOC, SCOR and IAPSO 2010), as the Gibbs SeaWater toolbox computes it.
 *
 * <p>Units: practical salinity without unit, absolute salinity g/kg, temperatures degree C (ITS-90), sea pressure
 * (absolute pressure minus 10.1325 dbar) dbar, longitude degrees east of any range, latitude degrees north. NaN in any
 * argument, and a salinity below zero where a root of it is taken, give NaN.
 */
public final class Teos10 {

    /** The Baltic's western border, and its eastern one, by latitude. */
    private static final double[] BALTIC_WEST_LAT = {50, 59, 69};

    private static final double[] BALTIC_WEST_LON = {12.6, 7, 26};

    private static final double[] BALTIC_EAST_LAT = {50, 69};

    private static final double[] BALTIC_EAST_LON = {45, 26};

    /** The absolute salinity of the Baltic's fresh water, g/kg. */
    private static final double BALTIC_FRESH = 0.087;

    private static final double BALTIC_UNIT = (STANDARD_SALINITY - BALTIC_FRESH) / 35;

    private Teos10() {}

    /**
     * Returns the absolute salinity of a practical salinity; in the Baltic by its own rule (manual, appendix A.5).
     *
     * @return NaN south of 86 degrees south
     */
    public static double absoluteSalinity(double sp, double p, double lon, double lat) {
        if (inBaltic(lon, lat)) {
            return BALTIC_UNIT * sp + BALTIC_FRESH;
        }
        return SALINITY_UNIT * sp * (1 + SalinityAnomaly.ratio(p, lon, lat));
    }

    /**
     * Returns the absolute salinity of standard seawater of a practical salinity: what it is where no place is known.
     */
    public static double referenceSalinity(double sp) {
        return SALINITY_UNIT * sp;
    }

    /** Returns the practical salinity of an absolute salinity: {@link #absoluteSalinity} the other way. */
    public static double practicalSalinity(double sa, double p, double lon, double lat) {
        if (inBaltic(lon, lat)) {
            return (sa - BALTIC_FRESH) / BALTIC_UNIT;
        }
        return sa / SALINITY_UNIT / (1 + SalinityAnomaly.ratio(p, lon, lat));
    }

    /** Returns the Conservative Temperature of an in-situ temperature. */
    public static double conservativeTemperature(double sa, double t, double p) {
        return conservativeFromPotential(sa, potentialTemperature(sa, t, p));
    }

    /** Returns the Conservative Temperature of a potential temperature at the surface (manual, section 3.3). */
    public static double conservativeFromPotential(double sa, double pt) {
        return Gibbs.surfaceEnthalpy(sa, pt) / HEAT_CAPACITY;
    }

    /** Returns the potential temperature at the surface of a Conservative Temperature. */
    public static double potentialFromConservative(double sa, double ct) {
        double pt = ct;
        double slope = 1;
        for (int step = 0; step < PotentialTemperature.STEPS; step++) {
            double miss = conservativeFromPotential(sa, pt) - ct;
            double middle = pt - 0.5 * miss / slope;
            slope = -(middle + CELSIUS_ZERO) * Gibbs.byTemperatureTwice(sa, middle, 0) / HEAT_CAPACITY;
            pt -= miss / slope;
        }
        return pt;
    }

    /** Returns the in-situ temperature of a Conservative Temperature. */
    public static double temperature(double sa, double ct, double p) {
        return potentialTemperature(sa, potentialFromConservative(sa, ct), 0, p);
    }

    /** Returns the potential temperature at the surface of an in-situ temperature. */
    public static double potentialTemperature(double sa, double t, double p) {
        return potentialTemperature(sa, t, p, 0);
    }

    /** Returns the potential temperature at a reference pressure of an in-situ temperature (manual, section 3.1). */
    public static double potentialTemperature(double sa, double t, double p, double pReference) {
        return PotentialTemperature.of(sa, t, p, pReference);
    }

    /** Returns the density, kg/m³, of the 75-term polynomial of specific volume (Roquet and others 2015). */
    public static double density(double sa, double ct, double p) {
        return 1 / SpecificVolume.at(sa, ct, p);
    }

    /** Returns the potential density at the surface less 1000 kg/m³, of the 75-term polynomial. */
    public static double sigma0(double sa, double ct) {
        return 1 / SpecificVolume.atSurface(sa, ct) - 1000;
    }

    /** Returns the density of an in-situ temperature, kg/m³, of the Gibbs function itself. */
    public static double densityExact(double sa, double t, double p) {
        return 1 / Gibbs.specificVolume(sa, t, p);
    }

    /**
     * Returns the potential density of an in-situ temperature at a reference pressure, kg/m³, of the Gibbs function.
     */
    public static double potentialDensityExact(double sa, double t, double p, double pReference) {
        return densityExact(sa, potentialTemperature(sa, t, p, pReference), pReference);
    }

    /** Returns the speed of sound, m/s, of the 75-term polynomial. */
    public static double soundSpeed(double sa, double ct, double p) {
        return SpecificVolume.at(sa, ct, p) / Math.sqrt(-SpecificVolume.byPressure(sa, ct, p));
    }

    /** Returns the in-situ temperature at which seawater that holds as much air as it can freezes. */
    public static double freezingTemperature(double sa, double p) {
        return freezingTemperature(sa, p, 1);
    }

    /**
     * Returns the in-situ temperature at which seawater freezes (manual, section 3.33).
     *
     * @param saturation the dissolved air as a part of what the water can hold, from 0 to 1
     */
    public static double freezingTemperature(double sa, double p, double saturation) {
        return Freezing.temperature(sa, p, saturation);
    }

    /** Returns the Conservative Temperature at which seawater freezes; see {@link #freezingTemperature}. */
    public static double freezingConservativeTemperature(double sa, double p, double saturation) {
        return conservativeTemperature(sa, freezingTemperature(sa, p, saturation), p);
    }

    private static boolean inBaltic(double lon, double lat) {
        if (!(lat > BALTIC_WEST_LAT[0] && lat < BALTIC_WEST_LAT[2])) {
            return false;
        }
        double east = Longitude.zeroTo360(lon);
        return east > BALTIC_WEST_LON[1]
                && east < BALTIC_EAST_LON[0]
                && east >= Interval.interpolate(BALTIC_WEST_LAT, BALTIC_WEST_LON, lat)
                && east <= Interval.interpolate(BALTIC_EAST_LAT, BALTIC_EAST_LON, lat);
    }
}
