package dev.shoal.udf;

import dev.shoal.qc.GrossRange;
import java.util.Arrays;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** {@code qc_gross_range(value, fail_min, fail_max)}: {@link GrossRange} without a suspect span. */
public final class GrossRangeFunction extends Scalar<Byte> {

    static final String NAME = "qc_gross_range";

    GrossRangeFunction() {
        super(NAME, DataTypes.ByteType, doubles(3));
    }

    /** Flags one value; the ends may come in either order and pass. */
    public static byte invoke(double value, double failMin, double failMax) {
        return WithSuspectSpan.invoke(value, failMin, failMax, failMin, failMax);
    }

    /** {@code qc_gross_range(value, fail_min, fail_max, suspect_min, suspect_max)}. */
    public static final class WithSuspectSpan extends Scalar<Byte> {

        WithSuspectSpan() {
            super(NAME, DataTypes.ByteType, doubles(5));
        }

        /** Flags one value; the ends may come in either order and pass. */
        public static byte invoke(double value, double failMin, double failMax, double suspectMin, double suspectMax) {
            double failLow = Math.min(failMin, failMax);
            double failHigh = Math.max(failMin, failMax);
            double suspectLow = Math.min(suspectMin, suspectMax);
            double suspectHigh = Math.max(suspectMin, suspectMax);
            if (!(failLow <= suspectLow && suspectHigh <= failHigh)) {
                throw new IllegalArgumentException("Cannot flag by gross range: found the fail span [" + failLow + ", "
                        + failHigh + "] and the suspect span [" + suspectLow + ", " + suspectHigh
                        + "], expected numbers and the second within the first.");
            }
            return GrossRange.flag(value, failLow, failHigh, suspectLow, suspectHigh);
        }
    }

    private static DataType[] doubles(int arguments) {
        DataType[] types = new DataType[arguments];
        Arrays.fill(types, DataTypes.DoubleType);
        return types;
    }
}
