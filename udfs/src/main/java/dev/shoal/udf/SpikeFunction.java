package dev.shoal.udf;

import static org.apache.spark.sql.types.DataTypes.DoubleType;

import dev.shoal.qc.Spike;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/** {@code qc_spike(value, before, after, suspect, fail)}: {@link Spike} by the mean of both neighbours. */
public final class SpikeFunction extends Scalar<Byte> {

    static final String NAME = "qc_spike";

    SpikeFunction() {
        super(NAME, DataTypes.ByteType, DoubleType, DoubleType, DoubleType, DoubleType, DoubleType);
    }

    /** Flags one value; a threshold of 0 is off. */
    public static byte invoke(double value, double before, double after, double suspect, double fail) {
        return Spike.flag(before, value, after, suspect, fail, Spike.Method.AVERAGE);
    }

    /** {@code qc_spike(value, before, after, suspect, fail, method)}. */
    public static final class ByMethod extends Scalar<Byte> {

        ByMethod() {
            super(
                    NAME,
                    DataTypes.ByteType,
                    DoubleType,
                    DoubleType,
                    DoubleType,
                    DoubleType,
                    DoubleType,
                    DataTypes.StringType);
        }

        /** Flags one value by the method {@code average} or {@code differential}. */
        public static byte invoke(
                double value, double before, double after, double suspect, double fail, UTF8String method) {
            return Spike.flag(before, value, after, suspect, fail, Spike.Method.named(method.toString()));
        }
    }
}
