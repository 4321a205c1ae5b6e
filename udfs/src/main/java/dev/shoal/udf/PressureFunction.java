package dev.shoal.udf;

import static org.apache.spark.sql.types.DataTypes.DoubleType;

import dev.shoal.qc.seawater.Depth;

/** {@code sea_pressure(depth, lat)}: sea pressure by TEOS-10. */
public final class PressureFunction extends Scalar<Double> {

    PressureFunction() {
        super("sea_pressure", DoubleType, DoubleType, DoubleType);
    }

    /** Returns decibars from metres, positive down. */
    public static double invoke(double depth, double lat) {
        return Depth.pressure(-depth, lat);
    }
}
