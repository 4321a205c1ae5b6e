package dev.shoal.udf;

import static org.apache.spark.sql.types.DataTypes.DoubleType;

import dev.shoal.qc.seawater.Teos10;

/** {@code sea_density(salinity, temperature, pressure, lon, lat)}: in-situ density by TEOS-10. */
public final class DensityFunction extends Scalar<Double> {

    DensityFunction() {
        super("sea_density", DoubleType, DoubleType, DoubleType, DoubleType, DoubleType, DoubleType);
    }

    /** Returns kg/m3 from practical salinity, degrees Celsius, decibars and a place. */
    public static double invoke(double salinity, double temperature, double pressure, double lon, double lat) {
        double absolute = Teos10.absoluteSalinity(salinity, pressure, lon, lat);
        return Teos10.density(absolute, Teos10.conservativeTemperature(absolute, temperature, pressure), pressure);
    }
}
