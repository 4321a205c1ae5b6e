package dev.shoal.qc.argo;

import java.io.Serializable;

/** Tells the density that sea water would have at another pressure; safe for any number of threads. */
@FunctionalInterface
public interface Density extends Serializable {

    /** The density of TEOS-10 (IOC, SCOR and IAPSO 2010). */
    Density TEOS_10 = Teos10Density.INSTANCE;

    /**
     * Returns the potential density in kg/m3; NaN where it is unknown.
     *
     * @param salinity practical salinity (PSS-78)
     * @param temperature in situ, degrees Celsius (ITS-90)
     * @param pressure dbar at which both were measured
     * @param reference dbar at which density is asked for
     * @param longitude degrees east
     * @param latitude degrees north
     */
    double at(
            double salinity, double temperature, double pressure, double reference, double longitude, double latitude);
}
