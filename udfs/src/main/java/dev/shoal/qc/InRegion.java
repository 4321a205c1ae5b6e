package dev.shoal.qc;

import dev.shoal.qc.flag.QcFlag;
import dev.shoal.qc.place.Polygon;
import dev.shoal.qc.place.Region;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/**
 * Flags places outside a region of the globe, or inside it.
 *
 * <p>Longitudes are of any range, in the region and in the data, and a region may cross the antimeridian. Its border is
 * outside. A place without one of its coordinates, or beyond a pole, is {@link QcFlag#UNKNOWN}.
 *
 * @param region whose longitudes go on beyond 180 or -180 degrees where it crosses the antimeridian
 * @param flagArea which side of it is flagged
 * @param verdict how it is flagged
 */
public record InRegion(List<Polygon> region, FlagArea flagArea, Verdict verdict) implements PlaceTest {

    /** How a place is flagged. */
    public enum Verdict {
        /** {@link QcFlag#FAIL}. */
        FAIL,
        /** {@link QcFlag#SUSPECT}. */
        SUSPECT
    }

    static final TestType TYPE = new TestType(
            "region",
            "shoal",
            "region_test",
            List.of(
                    Parameter.required("region", Parameter.Kind.TREE),
                    Parameter.optional("flag_area", Parameter.wordOf(FlagArea.class)),
                    Parameter.optional("verdict", Parameter.wordOf(Verdict.class))),
            arguments -> new InRegion(
                    aroundTheGlobe(arguments.tree("region")),
                    arguments.word("flag_area", FlagArea.OUTSIDE),
                    arguments.word("verdict", Verdict.FAIL)));

    /** Copies the list of polygons; refuses edges that may mean two ways round the globe. */
    public InRegion {
        region = List.copyOf(region);
        region.forEach(Region::of);
    }

    /** Reads polygons; of a box, an east less than the west lies beyond the antimeridian. */
    private static List<Polygon> aroundTheGlobe(Object tree) {
        if (tree instanceof List<?> list
                && list.size() == 4
                && list.get(0) instanceof Number west
                && list.get(2) instanceof Number east
                && east.doubleValue() < west.doubleValue()) {
            return Shapes.polygons(List.of(west, list.get(1), east.doubleValue() + 360, list.get(3)));
        }
        return Shapes.polygons(tree);
    }

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public SortedMap<String, String> parameters() {
        return new ParameterText()
                .withJson("region", Shapes.json(region))
                .with("flag_area", flagArea.name().toLowerCase(Locale.ROOT))
                .with("verdict", verdict.name().toLowerCase(Locale.ROOT))
                .byName();
    }

    @Override
    public String describe() {
        return "region: " + verdict.name().toLowerCase(Locale.ROOT) + " "
                + flagArea.name().toLowerCase(Locale.ROOT) + " the region";
    }

    @Override
    public QcKernel kernel(Series series) {
        double[] values = series.values();
        double[] lon = series.companions().of(Role.LON);
        double[] lat = series.companions().of(Role.LAT);
        Region whole = Region.anyOf(region.stream().map(Region::of).toList());
        byte bad = verdict == Verdict.FAIL ? QcFlag.FAIL : QcFlag.SUSPECT;
        return (start, end, flags) -> {
            for (int i = start; i < end; i++) {
                boolean isPlace = Double.isFinite(lon[i]) && Math.abs(lat[i]) <= 90;
                byte judged = whole.contains(lon[i], lat[i]) == (flagArea == FlagArea.INSIDE) ? bad : QcFlag.GOOD;
                byte flag = isPlace ? judged : QcFlag.UNKNOWN;
                flags[i - start] = Double.isNaN(values[i]) ? QcFlag.MISSING : flag;
            }
        };
    }
}
