package dev.shoal.udf;

import static org.apache.spark.sql.types.DataTypes.DoubleType;

import dev.shoal.qc.seawater.Teos10;

/** {@code sea_absolute_salinity(salinity, pressure, lon, lat)}: absolute salinity by TEOS-10. */
public final class AbsoluteSalinityFunction extends Scalar<Double> {

    AbsoluteSalinityFunction() {
        super("sea_absolute_salinity", DoubleType, DoubleType, DoubleType, DoubleType, DoubleType);
    }

    /** Returns g/kg from practical salinity, decibars and a place. */
    public static double invoke(double salinity, double pressure, double lon, double lat) {
        return Teos10.absoluteSalinity(salinity, pressure, lon, lat);
    }
}
