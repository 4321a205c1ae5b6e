package dev.shoal.udf;

import static org.apache.spark.sql.types.DataTypes.DoubleType;

import dev.shoal.qc.flag.QcFlag;
import org.apache.spark.sql.types.DataTypes;

/** {@code qc_valid_range(value, min, max)}: fails values outside the half-open range, as ioos_qc's axds test does. */
public final class ValidRangeFunction extends Scalar<Byte> {

    ValidRangeFunction() {
        super("qc_valid_range", DataTypes.ByteType, DoubleType, DoubleType, DoubleType);
    }

    /**
     * Flags one value; {@code min} passes, {@code max} does not; a NaN leaves its side open; what is not finite is
     * missing.
     */
    public static byte invoke(double value, double min, double max) {
        if (!Double.isFinite(value)) {
            return QcFlag.MISSING;
        }
        return value < min || value >= max ? QcFlag.FAIL : QcFlag.GOOD;
    }
}
