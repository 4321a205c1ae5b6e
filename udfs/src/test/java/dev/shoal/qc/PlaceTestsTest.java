package dev.shoal.qc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.qc.place.LandMask;
import dev.shoal.qc.place.Surface;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlaceTestsTest {

    private static final double NONE = Double.NaN;

    @Test
    void impossibleAndHalfMissingPlacesFail() {
        Series series = at(new double[] {180, 181, 0, NONE, NONE, -180}, new double[] {90, 0, -91, 0, NONE, NONE});
        assertThat(flags("qartod", "location_test", Map.of(), series)).containsExactly(1, 4, 4, 4, 9, 4);
    }

    @Test
    void stepsAreMeasuredAsIoosQcDoes() {
        Series series = at(
                new double[] {16.35126686, 16.35320091, 16.3208847, 16.25503349, 16.0045681},
                new double[] {55.57051468, 55.57044983, 55.54106522, 55.49047089, 55.26551819});
        Map<String, ?> sphere = Map.of("range_max", 7000);
        assertThat(flags("qartod", "location_test", sphere, series)).containsExactly(1, 1, 1, 1, 3);
        Map<String, ?> ellipsoid = Map.of("range_max", 7000, "range_method", "WGS84");
        assertThat(flags("qartod", "location_test", ellipsoid, series)).containsExactly(1, 1, 1, 3, 3);
        Series pair = at(new double[] {0, 50}, new double[] {0, 0});
        assertThat(flags("qartod", "location_test", sphere, pair)).containsExactly(1, 1);
        assertThat(flags("qartod", "location_test", ellipsoid, pair)).containsExactly(1, 3);
    }

    @Test
    void refusesAnUnknownMethodAndAnUnknownSide() {
        assertThat(problems("qartod", "location_test", Map.of("range_method", "flat")))
                .singleElement()
                .asString()
                .contains("found the range_method flat, expected haversine or wgs84");
        assertThat(problems("qartod", "location_bounds_test", Map.of("shape", List.of(List.of(0, 0), List.of(1, 1)))))
                .singleElement()
                .asString()
                .contains("found 2 corners, expected at least 3");
    }

    @Test
    void placesOnLandFail() {
        Series series = at(new double[] {87.4, 0, -87, NONE, 0}, new double[] {61.4, 0, 43.5, 0, 99});
        assertThat(flags("qartod", "location_on_land_test", Map.of(), series)).containsExactly(4, 1, 1, 9, 2);
        Series own = series.with(series.companions().with(LocationOnLand.MASK, new double[] {0, 1, NONE, 1, NONE}));
        assertThat(flags("qartod", "location_on_land_test", Map.of(), own)).containsExactly(1, 4, 1, 9, 2);
        double shore = 10.5;
        while (LandMask.bundledAwayFromShores().at(shore, 59) != Surface.UNKNOWN) {
            shore += 0.001;
        }
        Map<String, ?> cautious = Map.of("near_shores", "unknown");
        assertThat(flags(
                        "qartod", "location_on_land_test", cautious, at(new double[] {0, shore}, new double[] {0, 59})))
                .containsExactly(1, 2);
    }

    @Test
    void regionsGoRoundTheGlobeWhereBoundsDoNot() {
        Series series = at(new double[] {175, -175, 185, 0, NONE}, new double[] {0, 0, 0, 0, 0});
        List<Integer> box = List.of(170, -10, -170, 10);
        assertThat(flags("shoal", "region_test", Map.of("region", box), series)).containsExactly(1, 1, 1, 4, 2);
        Map<String, ?> inside = Map.of("region", box, "flag_area", "inside", "verdict", "suspect");
        assertThat(flags("shoal", "region_test", inside, series)).containsExactly(3, 3, 3, 1, 2);
        Map<String, ?> plane = Map.of("shape", "POLYGON ((170 -10, 190 -10, 190 10, 170 10))");
        assertThat(flags("qartod", "location_bounds_test", plane, series)).containsExactly(1, 4, 1, 4, 9);
    }

    @Test
    void speedsAreHeldAgainstTheGeodesic() {
        double[] lat = {41.01, 41.02, 41.06, 41.5, 41.05, NONE, 41.05, 41.05};
        double[] lon = new double[lat.length];
        Arrays.fill(lon, -71.05);
        long[] times = new long[lat.length];
        Arrays.setAll(times, i -> i * 3_600_000_000L);
        times[7] = Series.NO_TIME;
        Series series = new Series(times, new double[lat.length], lat.length).with(places(lon, lat));
        Map<String, ?> limits = Map.of("suspect_threshold", 1, "fail_threshold", 3);
        assertThat(flags("argo", "speed_test", limits, series)).containsExactly(2, 1, 3, 4, 4, 9, 9, 2);
    }

    @Test
    void whatLiesBelowTheFloorFails() {
        Series series = SomeSeries.minutely(1, 1, 1, 1)
                .with(Companions.NONE
                        .with(Role.DEPTH, new double[] {10, 100, 130, 10})
                        .with(SeaFloor.FLOOR, new double[] {100, 100, 100, NONE}));
        assertThat(flags("shoal", "sea_floor_test", Map.of(), series)).containsExactly(1, 1, 4, 2);
        Map<String, ?> lenient = Map.of("suspect_threshold", 20, "fail_threshold", 50);
        assertThat(flags("shoal", "sea_floor_test", lenient, series)).containsExactly(1, 1, 3, 2);
    }

    @Test
    void whatIsColderThanIceFails() {
        Series series = SomeSeries.minutely(10, -1.9, -2.0, -2.0, -2.0, NONE)
                .with(Companions.NONE
                        .with(Role.SALINITY, new double[] {35, 35, 35, 35, NONE, 35})
                        .with(Role.PRESSURE, new double[] {0, 0, 0, 500, 0, 0}));
        assertThat(flags("shoal", "freezing_point_test", Map.of(), series)).containsExactly(1, 1, 4, 1, 2, 9);
        Map<String, ?> lenient = Map.of("suspect_threshold", 0, "fail_threshold", 0.5);
        assertThat(flags("shoal", "freezing_point_test", lenient, series)).containsExactly(1, 1, 3, 1, 2, 9);
    }

    private static Series at(double[] lon, double[] lat) {
        return SomeSeries.minutely(new double[lon.length]).with(places(lon, lat));
    }

    private static Companions places(double[] lon, double[] lat) {
        return Companions.NONE.with(Role.LON, lon).with(Role.LAT, lat);
    }

    private static int[] flags(String module, String function, Map<String, ?> params, Series series) {
        List<String> problems = new ArrayList<>();
        QcConfiguration configuration =
                QcConfiguration.parse(Map.of("x", Map.of(module, Map.of(function, params))), problems);
        assertThat(problems).isEmpty();
        byte[] flags = new byte[series.size()];
        SeriesTest test =
                (SeriesTest) configuration.suite("x").orElseThrow().tests().get(0);
        test.flag(series, flags);
        int[] codes = new int[flags.length];
        Arrays.setAll(codes, i -> flags[i]);
        return codes;
    }

    private static List<String> problems(String module, String function, Map<String, ?> params) {
        List<String> problems = new ArrayList<>();
        QcConfiguration.parse(Map.of("x", Map.of(module, Map.of(function, params))), problems);
        return problems;
    }

    @Test
    void takesTheCoarseSeaFloorWhereNoneStandsBesideTheValues() {
        Companions east = Companions.NONE
                .with(Role.LON, new double[] {-30, -30, 87, Double.NaN})
                .with(Role.LAT, new double[] {45, 45, 32, 45})
                .with(Role.DEPTH, new double[] {2000, 6000, 5, 5});
        Series series = SomeSeries.minutely(3, 3, 3, 3).with(east);
        byte[] flags = new byte[4];
        new SeaFloor(Thresholds.OFF, 500).flag(series, flags);
        assertThat(flags).containsExactly(1, 4, 4, 2);
        assertThat(new SeaFloor(Thresholds.OFF, 500)
                        .obstacle(SomeSeries.minutely(3).with(Companions.NONE.with(Role.DEPTH, new double[] {5}))))
                .hasValue("there is neither sea_floor_depth_below_geoid nor a lat and lon beside the values");
    }
}
