package dev.shoal.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class FootprintTest {

    private static final double ROUNDING_DEGREES = 1e-9;

    @Test
    void fillsABox() {
        Geometry geometry = Footprint.of(new Box(-10, 0, 10, 5)).geometry();
        assertThat(geometry.toText()).isEqualTo("POLYGON ((-10 0, -10 5, 10 5, 10 0, -10 0))");
    }

    @Test
    void cutsABoxAtTheAntimeridian() {
        Footprint footprint = Footprint.of(new Box(170, 0, -170, 5));
        assertThat(footprint.geometry().toText())
                .isEqualTo("MULTIPOLYGON (((170 0, 170 5, 180 5, 180 0, 170 0)),"
                        + " ((-180 0, -180 5, -170 5, -170 0, -180 0)))");
    }

    @Test
    void keepsFewPointsAsTheyAre() {
        Footprint mooring = Footprint.ofPoints(new double[] {55.5, 55.5}, new double[] {-20, -20})
                .orElseThrow();
        assertThat(mooring.geometry().toText()).isEqualTo("MULTIPOINT ((-20 55.5))");
        assertThat(mooring.box()).isEqualTo(new Box(-20, 55.5, -20, 55.5));
    }

    @Test
    void boxesFewPointsAcrossTheAntimeridian() {
        Footprint fiji = Footprint.ofPoints(new double[] {-17, -18}, new double[] {179, -179})
                .orElseThrow();
        assertThat(fiji.box()).isEqualTo(new Box(179, -18, -179, -17));
    }

    @Test
    void passesOverMissingPositionsAndCountsImpossibleOnes() {
        FootprintBuilder builder = new FootprintBuilder();
        builder.add(Double.NaN, 0);
        builder.add(99, 0);
        builder.add(0, 9999);
        assertThat(builder.build()).isEmpty();
        assertThat(builder.outside()).isEqualTo(2);
    }

    @Test
    void spansAllLongitudesAroundAPole() {
        FootprintBuilder builder = new FootprintBuilder();
        for (int lon = -180; lon < 180; lon++) {
            builder.add(75 + lon % 3, lon);
        }
        assertThat(builder.build().orElseThrow().box()).isEqualTo(new Box(-180, 73, 180, 90));
    }

    @Test
    void bandsTheEarthWithoutAPole() {
        FootprintBuilder builder = new FootprintBuilder();
        for (int lon = 0; lon < 360; lon++) {
            builder.add(lon % 40, lon);
        }
        assertThat(builder.build().orElseThrow().box()).isEqualTo(new Box(-180, 0, 180, 39));
    }

    @Test
    void drawsATrackAcrossTheAntimeridianAsTwoParts() {
        FootprintBuilder builder = new FootprintBuilder();
        for (int i = 0; i < 1000; i++) {
            builder.add(-10 + Math.sin(i), 170 + i * 0.02);
        }
        Footprint track = builder.build().orElseThrow();
        assertThat(track.geometry().getGeometryType()).isEqualTo("MultiPolygon");
        assertThat(track.geometry().isValid()).isTrue();
        assertThat(track.box().west()).isEqualTo(170);
        assertThat(track.box().east()).isCloseTo(-170.02, offset(ROUNDING_DEGREES));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void holdsEveryPointInBoundedSize(long seed) {
        Random random = new Random(seed);
        int count = seed % 3 == 0 ? 60_000 : 50 + random.nextInt(3000);
        double[] lat = new double[count];
        double[] lon = new double[count];
        scatter(random, lat, lon);
        Footprint footprint = Footprint.ofPoints(lat, lon).orElseThrow();
        Geometry reached = footprint.geometry().buffer(ROUNDING_DEGREES);
        assertThat(footprint.geometry().getNumPoints()).isLessThanOrEqualTo(FootprintBuilder.POINTS + 10);
        for (int i = 0; i < count; i += 1 + count / 500) {
            double x = Box.wrapLon(lon[i]);
            assertThat(reached.intersects(point(lat[i], x)))
                    .as("point %s %s", lat[i], x)
                    .isTrue();
            assertThat(footprint.box().parts()).anyMatch(part -> near(part, x));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26})
    void doesNotDependOnOrderOrSplit(long seed) {
        Random random = new Random(seed);
        int count = 100 + random.nextInt(2000);
        double[] lat = new double[count];
        double[] lon = new double[count];
        scatter(random, lat, lon);
        FootprintBuilder forward = new FootprintBuilder();
        FootprintBuilder backward = new FootprintBuilder();
        for (int i = 0; i < count; i++) {
            backward.add(lat[count - 1 - i], lon[count - 1 - i]);
            forward.add(lat[i], lon[i]);
        }
        FootprintBuilder both = new FootprintBuilder();
        both.add(backward);
        both.add(forward);
        assertThat(backward.build()).isEqualTo(forward.build());
        assertThat(both.build()).isEqualTo(forward.build());
    }

    @Test
    void joinsFootprintsAndCoversThem() {
        FootprintBuilder builder = new FootprintBuilder();
        builder.add(Footprint.of(new Box(160, -10, -170, 0)));
        builder.add(Footprint.of(new Box(-175, 5, -160, 10)));
        Footprint joined = builder.build().orElseThrow();
        assertThat(joined.box()).isEqualTo(new Box(160, -10, -160, 10));
        assertThat(joined.geometry().contains(point(-5, 170))).isTrue();
    }

    @Test
    void joinsTheWholeEarth() {
        FootprintBuilder builder = new FootprintBuilder();
        builder.add(Footprint.of(new Box(-180, -80, 180, 80)));
        builder.add(Footprint.of(new Box(0, -10, 10, 85)));
        assertThat(builder.build().orElseThrow().box()).isEqualTo(new Box(-180, -80, 180, 85));
    }

    /** Fills clouds that lie anywhere, of any width in longitude, on any turn of the circle. */
    private static void scatter(Random random, double[] lat, double[] lon) {
        double centre = random.nextDouble() * 360;
        double width = random.nextDouble() * 360;
        double south = -90 + random.nextDouble() * 150;
        for (int i = 0; i < lat.length; i++) {
            lat[i] = south + random.nextDouble() * 30;
            lon[i] = (centre + (random.nextDouble() - 0.5) * width) % 360;
        }
    }

    private static Geometry point(double lat, double lon) {
        return new GeometryFactory().createPoint(new Coordinate(lon, lat));
    }

    private static boolean near(Box part, double lon) {
        return lon >= part.west() - ROUNDING_DEGREES && lon <= part.east() + ROUNDING_DEGREES;
    }
}
