package dev.shoal.qc;

import dev.shoal.qc.autoqc.WodTemperatureRanges;
import dev.shoal.qc.flag.QcFlag;
import java.util.List;
import java.util.SortedMap;

/**
 * Fails temperatures outside what their basin holds at their depth, by the World Ocean Database's table
 * ({@link WodTemperatureRanges}). The values are in situ, in degC; the ends of a range pass.
 *
 * <p>Every sample has a place and a depth of its own; one without, off the globe, below 9000 m or in a square without a
 * range is {@link QcFlag#UNKNOWN}.
 */
public record BasinRange() implements SeriesTest {

    static final TestType TYPE =
            new TestType("basin_range", "shoal", "basin_range_test", List.of(), arguments -> new BasinRange());

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public SortedMap<String, String> parameters() {
        return new ParameterText().byName();
    }

    @Override
    public String describe() {
        return "basin range: fail outside the World Ocean Database's temperatures of the basin and depth";
    }

    @Override
    public List<String> needs() {
        return List.of(Role.LAT, Role.LON, Role.DEPTH);
    }

    @Override
    public Reach reach(Cadence cadence) {
        return Reach.NONE;
    }

    @Override
    public QcKernel kernel(Series series) {
        double[] lat = series.companions().of(Role.LAT);
        double[] lon = series.companions().of(Role.LON);
        double[] depth = series.companions().of(Role.DEPTH);
        return (start, end, flags) -> {
            for (int i = start; i < end; i++) {
                flags[i - start] = flag(series.values()[i], lat[i], lon[i], depth[i]);
            }
        };
    }

    private static byte flag(double temperature, double lat, double lon, double depthMetres) {
        if (Double.isNaN(temperature)) {
            return QcFlag.MISSING;
        }
        if (!(Math.abs(lat) <= 90) || !(Math.abs(lon) <= 360)) {
            return QcFlag.UNKNOWN;
        }
        WodTemperatureRanges.Basin basin = WodTemperatureRanges.TABLE.basin(Math.min(lat, Math.nextDown(90)), lon);
        if (!basin.judges(depthMetres)) {
            return QcFlag.UNKNOWN;
        }
        return basin.holds(depthMetres, temperature) ? QcFlag.GOOD : QcFlag.FAIL;
    }
}
