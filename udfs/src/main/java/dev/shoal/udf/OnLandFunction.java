package dev.shoal.udf;

import dev.shoal.qc.Companions;
import dev.shoal.qc.LocationOnLand;
import dev.shoal.qc.Role;
import dev.shoal.qc.Series;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.types.DataTypes;

/** {@code qc_on_land(lat, lon)}: {@link LocationOnLand} by the mask that comes with Shoal. */
public final class OnLandFunction extends Scalar<Byte> {

    private static final LocationOnLand TEST = new LocationOnLand(LocationOnLand.NearShores.DECIDE);

    OnLandFunction() {
        super("qc_on_land", DataTypes.ByteType, DataTypes.DoubleType, DataTypes.DoubleType);
    }

    /** Flags one place in degrees. */
    public static byte invoke(double lat, double lon) {
        byte[] flag = new byte[1];
        Companions place = new Companions(
                Map.of(Role.LAT, new double[] {lat}, Role.LON, new double[] {lon}),
                Map.of(),
                Map.of(),
                Optional.empty());
        TEST.flag(new Series(new long[1], new double[1], 1).with(place), flag);
        return flag[0];
    }
}
