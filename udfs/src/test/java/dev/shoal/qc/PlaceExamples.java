package dev.shoal.qc;

import dev.shoal.qc.place.Polygon;
import dev.shoal.qc.place.Ring;
import java.util.List;

/** Examples of tests of places and of the water there. */
final class PlaceExamples {

    private static final Polygon TRIANGLE =
            new Polygon(Ring.of(new double[][] {{-30.1, 39.9}, {-29.8, 39.9}, {-29.8, 40.2}}));

    static final List<QcTest> ALL = List.of(
            new Location(Thresholds.OFF, Location.Method.HAVERSINE),
            new Location(150, Location.Method.HAVERSINE),
            new Location(7_000_000, Location.Method.HAVERSINE),
            new Location(150, Location.Method.WGS84),
            new LocationOnLand(LocationOnLand.NearShores.DECIDE),
            new LocationOnLand(LocationOnLand.NearShores.UNKNOWN),
            new LocationBounds(List.of(TRIANGLE), FlagArea.OUTSIDE),
            new LocationBounds(List.of(Polygon.box(-30, 40, -29.9, 40.1), TRIANGLE), FlagArea.INSIDE),
            new InRegion(List.of(Polygon.box(330, 40, 330.2, 41)), FlagArea.OUTSIDE, InRegion.Verdict.FAIL),
            new InRegion(List.of(TRIANGLE), FlagArea.INSIDE, InRegion.Verdict.SUSPECT),
            new Speed(100, 500),
            new Speed(0, 400),
            new SeaFloor(Thresholds.OFF, 0),
            new SeaFloor(10, 100),
            new GriddedClimatology("other", Role.SALINITY, 0.5, 0.75),
            new GriddedClimatology("other", Role.SALINITY, Role.DEPTH, 20, 0.25, Thresholds.OFF),
            new FreezingPoint(0, 0.5),
            new FreezingPoint(Thresholds.OFF, 0));

    private PlaceExamples() {}
}
