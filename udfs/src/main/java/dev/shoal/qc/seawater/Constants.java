package dev.shoal.qc.seawater;

/** The constants of TEOS-10 (IOC, SCOR and IAPSO 2010, appendix D and table D.4). */
final class Constants {

    /** The Celsius zero point, K. */
    static final double CELSIUS_ZERO = 273.15;

    /** The heat capacity that Conservative Temperature is defined with, J/(kg K). */
    static final double HEAT_CAPACITY = 3991.86795711963;

    /** The reference salinity of standard seawater, g/kg. */
    static final double STANDARD_SALINITY = 35.16504;

    /** Reference salinity per practical salinity, g/kg. */
    static final double SALINITY_UNIT = STANDARD_SALINITY / 35;

    /** One over the salinity that the polynomials' variable is scaled with, kg/g: 1 / (40 SALINITY_UNIT). */
    static final double SALINITY_SCALE = 0.0248826675584615;

    /** One over the temperature that the polynomials' variable is scaled with, 1/K. */
    static final double TEMPERATURE_SCALE = 0.025;

    /** One over the pressure that the polynomials' variable is scaled with, 1/dbar. */
    static final double PRESSURE_SCALE = 1e-4;

    private Constants() {}
}
