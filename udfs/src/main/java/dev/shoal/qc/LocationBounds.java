package dev.shoal.qc;

import dev.shoal.qc.flag.QcFlag;
import dev.shoal.qc.place.Polygon;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/**
 * Fails places outside a shape, or inside it (ioos_qc's location bounds test).
 *
 * <p>The shape lies in the plane of longitude and latitude, so 190 degrees is not -170; {@link InRegion} goes round the
 * globe. Its border is outside. A place without one of its coordinates is {@link QcFlag#MISSING}.
 *
 * @param shape what places are held against
 * @param flagArea which side of it is {@link QcFlag#FAIL}
 */
public record LocationBounds(List<Polygon> shape, FlagArea flagArea) implements PlaceTest {

    static final TestType TYPE = new TestType(
            "location_bounds",
            "qartod",
            "location_bounds_test",
            List.of(
                    Parameter.required("shape", Parameter.Kind.TREE),
                    Parameter.optional("flag_area", Parameter.wordOf(FlagArea.class))),
            arguments -> new LocationBounds(
                    Shapes.polygons(arguments.tree("shape")), arguments.word("flag_area", FlagArea.OUTSIDE)));

    /** Copies the list of polygons. */
    public LocationBounds {
        shape = List.copyOf(shape);
    }

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public SortedMap<String, String> parameters() {
        return new ParameterText()
                .withJson("shape", Shapes.json(shape))
                .with("flag_area", flagArea.name().toLowerCase(Locale.ROOT))
                .byName();
    }

    @Override
    public String describe() {
        return "location bounds: fail " + flagArea.name().toLowerCase(Locale.ROOT) + " the shape";
    }

    @Override
    public QcKernel kernel(Series series) {
        double[] values = series.values();
        double[] lon = series.companions().of(Role.LON);
        double[] lat = series.companions().of(Role.LAT);
        return (start, end, flags) -> {
            for (int i = start; i < end; i++) {
                boolean isMissing = Double.isNaN(values[i]) || Double.isNaN(lon[i]) || Double.isNaN(lat[i]);
                flags[i - start] = isMissing ? QcFlag.MISSING : flag(lon[i], lat[i]);
            }
        };
    }

    private byte flag(double lon, double lat) {
        boolean inside = false;
        for (Polygon part : shape) {
            inside |= part.contains(lon, lat);
        }
        return inside == (flagArea == FlagArea.INSIDE) ? QcFlag.FAIL : QcFlag.GOOD;
    }
}
