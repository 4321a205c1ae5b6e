package dev.shoal.udf;

import static org.apache.spark.sql.types.DataTypes.DoubleType;

import dev.shoal.qc.seawater.Teos10;

/**
 * {@code sea_conservative_temperature(absoluteSalinity, temperature, pressure)}: conservative temperature by TEOS-10.
 */
public final class ConservativeTemperatureFunction extends Scalar<Double> {

    ConservativeTemperatureFunction() {
        super("sea_conservative_temperature", DoubleType, DoubleType, DoubleType, DoubleType);
    }

    /** Returns degrees Celsius from absolute salinity, temperature in place and decibars. */
    public static double invoke(double absoluteSalinity, double temperature, double pressure) {
        return Teos10.conservativeTemperature(absoluteSalinity, temperature, pressure);
    }
}
