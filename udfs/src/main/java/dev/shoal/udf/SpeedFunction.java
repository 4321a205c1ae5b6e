package dev.shoal.udf;

import static org.apache.spark.sql.types.DataTypes.DoubleType;

import dev.shoal.qc.Companions;
import dev.shoal.qc.Role;
import dev.shoal.qc.Series;
import dev.shoal.qc.Speed;
import dev.shoal.qc.flag.QcFlag;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.types.DataTypes;

/** {@code qc_speed(lat, lon, lat before, lon before, seconds, suspect, fail)}: {@link Speed} between two places. */
public final class SpeedFunction extends Scalar<Byte> {

    SpeedFunction() {
        super(
                "qc_speed",
                DataTypes.ByteType,
                DoubleType,
                DoubleType,
                DoubleType,
                DoubleType,
                DoubleType,
                DoubleType,
                DoubleType);
    }

    /** Flags one place in degrees by the way from the one before; {@link QcFlag#UNKNOWN} where no time is known. */
    public static byte invoke(
            double lat, double lon, double latBefore, double lonBefore, double seconds, double suspect, double fail) {
        Companions places = new Companions(
                Map.of(Role.LAT, new double[] {latBefore, lat}, Role.LON, new double[] {lonBefore, lon}),
                Map.of(),
                Map.of(),
                Optional.empty());
        long step = Math.round(seconds * Series.MICROS_PER_SECOND);
        long[] times = {0, Double.isNaN(seconds) ? Series.NO_TIME : step};
        byte[] flags = new byte[2];
        new Speed(suspect, fail).flag(new Series(times, new double[2], 2).with(places), flags);
        return flags[1];
    }
}
