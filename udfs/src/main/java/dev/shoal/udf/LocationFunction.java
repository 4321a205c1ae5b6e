package dev.shoal.udf;

import static org.apache.spark.sql.types.DataTypes.DoubleType;

import dev.shoal.qc.flag.QcFlag;
import org.apache.spark.sql.types.DataTypes;

/** {@code qc_location(lat, lon)}: fails places that are not on Earth (QARTOD test 3). */
public final class LocationFunction extends Scalar<Byte> {

    LocationFunction() {
        super("qc_location", DataTypes.ByteType, DoubleType, DoubleType);
    }

    /** Flags one place in degrees; 90 and 180 pass; one coordinate missing fails, both missing is missing. */
    public static byte invoke(double lat, double lon) {
        boolean hasLat = Double.isFinite(lat);
        boolean hasLon = Double.isFinite(lon);
        if (!hasLat && !hasLon) {
            return QcFlag.MISSING;
        }
        return hasLat && hasLon && Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? QcFlag.GOOD : QcFlag.FAIL;
    }
}
