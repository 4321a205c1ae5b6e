package dev.shoal.udf;

import static org.apache.spark.sql.types.DataTypes.DoubleType;

import dev.shoal.qc.seawater.Depth;

/** {@code sea_depth(pressure, lat)}: depth by TEOS-10. */
public final class DepthFunction extends Scalar<Double> {

    DepthFunction() {
        super("sea_depth", DoubleType, DoubleType, DoubleType);
    }

    /** Returns metres, positive down, from decibars. */
    public static double invoke(double pressure, double lat) {
        return -Depth.height(pressure, lat);
    }
}
