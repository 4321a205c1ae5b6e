package dev.shoal.udf;

import static org.apache.spark.sql.types.DataTypes.DoubleType;

import dev.shoal.qc.seawater.Teos10;

/**
 * {@code sea_sigma0(salinity, temperature, pressure, lon, lat)}: potential density anomaly at the surface by TEOS-10.
 */
public final class SigmaFunction extends Scalar<Double> {

    SigmaFunction() {
        super("sea_sigma0", DoubleType, DoubleType, DoubleType, DoubleType, DoubleType, DoubleType);
    }

    /** Returns kg/m3 less 1000 from practical salinity, degrees Celsius, decibars and a place. */
    public static double invoke(double salinity, double temperature, double pressure, double lon, double lat) {
        double absolute = Teos10.absoluteSalinity(salinity, pressure, lon, lat);
        return Teos10.sigma0(absolute, Teos10.conservativeTemperature(absolute, temperature, pressure));
    }
}
