package dev.shoal.udf;

import static org.apache.spark.sql.types.DataTypes.DoubleType;

import dev.shoal.qc.RateOfChange;
import dev.shoal.qc.Spike;
import org.apache.spark.sql.types.DataTypes;

/** {@code qc_rate_of_change(value, before, seconds, suspect)}: {@link RateOfChange} without a fail threshold. */
public final class RateOfChangeFunction extends Scalar<Byte> {

    static final String NAME = "qc_rate_of_change";

    RateOfChangeFunction() {
        super(NAME, DataTypes.ByteType, DoubleType, DoubleType, DoubleType, DoubleType);
    }

    /** Flags one value by its change a second since the one before. */
    public static byte invoke(double value, double before, double seconds, double suspect) {
        return RateOfChange.flag(before, value, seconds, suspect, Spike.OFF);
    }

    /** {@code qc_rate_of_change(value, before, seconds, suspect, fail)}. */
    public static final class WithFailThreshold extends Scalar<Byte> {

        WithFailThreshold() {
            super(NAME, DataTypes.ByteType, DoubleType, DoubleType, DoubleType, DoubleType, DoubleType);
        }

        /** Flags one value by its change a second since the one before. */
        public static byte invoke(double value, double before, double seconds, double suspect, double fail) {
            return RateOfChange.flag(before, value, seconds, suspect, fail);
        }
    }
}
