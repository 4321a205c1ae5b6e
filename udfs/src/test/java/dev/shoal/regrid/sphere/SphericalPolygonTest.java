package dev.shoal.regrid.sphere;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SphericalPolygonTest {
    private final SphericalPolygon[] spare = {
        new SphericalPolygon(), new SphericalPolygon(), new SphericalPolygon(), new SphericalPolygon()
    };

    @Test
    void anOctantIsAnEighthOfTheSphereAndNegativeTheOtherWayRound() {
        SphericalPolygon octant = polygon(0, 0, 0, 90, 90, 0);
        assertThat(octant.area()).isEqualTo(Math.PI / 2);
        octant.reverse();
        assertThat(octant.area()).isEqualTo(-Math.PI / 2);
    }

    @Test
    void repeatedCornersCountOnceAlsoAWholeTurnAwayAndAtAPole() {
        SphericalPolygon polygon = polygon(0, 180, 0, -180, 10, 200, 90, 30, 90, 77, 10, 180, 0, 540);
        assertThat(polygon.size()).isEqualTo(4);
    }

    @Test
    void anglesAreExactAtMultiplesOfNinetyDegrees() {
        assertThat(Degrees.cos(90)).isZero();
        assertThat(Degrees.sin(-180)).isZero();
        assertThat(Degrees.cos(-180)).isEqualTo(-1);
        assertThat(Degrees.sin(450)).isEqualTo(1);
        assertThat(Degrees.cos(89.875)).isEqualTo(Math.sin(Math.toRadians(0.125)));
        assertThat(Degrees.sin(-350.25)).isEqualTo(Degrees.sin(9.75));
    }

    @ParameterizedTest
    @CsvSource({
        "0.01, 0",
        "0.01, 45",
        "0.25, 0",
        "0.25, 60",
        "0.25, 89.75",
        "0.25, -90",
        "1, 33.3",
        "1, 89",
        "4, 70",
        "10, -45",
        "30, 0",
        "30, 60",
        "30, -90"
    })
    void aRectangleCutOutOfALargerCellHasItsOwnArea(double size, double south) {
        double west = 17.3;
        double north = Math.min(90, south + size);
        SphericalPolygon larger = polygon(
                Math.max(-90, south - size),
                west - size,
                Math.max(-90, south - size),
                west + 2 * size,
                Math.min(90, north + size + 1),
                west + 2 * size,
                Math.min(90, north + size + 1),
                west - size);
        double exact = SphericalArea.rectangle(south, north, size);
        assertThat(rectangle(larger, west, south, west + size, north).area() / exact)
                .isCloseTo(1, within(4e-15 + 5e-16 / Math.toRadians(size)));
    }

    @Test
    void aGreatCircleThatGoesOverAParallelTwiceLeavesALensBehindIt() {
        SphericalPolygon cell = polygon(50, 0, 60, 0, 60, 40, 50, 40);
        cell.reverse();
        SphericalPolygon lens = cell.northOf(LatitudeCircle.of(60), spare[0]);
        double d = Math.toRadians(20);
        double z = Math.sqrt(0.75);
        assertThat(lens.area()).isCloseTo(2 * (Math.atan(z * Math.tan(d)) - z * d), within(1e-15));
        SphericalPolygon rest = cell.southOf(LatitudeCircle.of(60), spare[1]);
        assertThat(rest.area() + lens.area()).isCloseTo(cell.area(), within(1e-15));
        SphericalPolygon cap = cell.northOf(LatitudeCircle.of(61), spare[2]);
        assertThat(cap.size()).as("two corners, one edge of each kind").isEqualTo(2);
        assertThat(cap.area()).isPositive().isLessThan(lens.area());
    }

    @Test
    void inTheSouthACutIsTheMirroredOneOfTheNorth() {
        SphericalPolygon north = polygon(55, 0, 55, 30, 62, 40, 63, -5);
        SphericalPolygon south = polygon(-63, -5, -62, 40, -55, 30, -55, 0);
        for (double lat = 54; lat < 65; lat += 0.5) {
            double above = north.northOf(LatitudeCircle.of(lat), spare[0]).area();
            double below = south.southOf(LatitudeCircle.of(-lat), spare[1]).area();
            assertThat(above).isCloseTo(below, within(1e-16));
            double rest = north.southOf(LatitudeCircle.of(lat), spare[0]).area();
            assertThat(above + rest).isCloseTo(north.area(), within(1e-16));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void thePiecesOfATriangleAddUpToIt(long seed) {
        Random random = new Random(seed);
        for (int k = 0; k < 60; k++) {
            SphericalPolygon triangle = triangle(random);
            double sum = 0;
            for (int quadrant = 0; quadrant < 4; quadrant++) {
                SphericalPolygon part = triangle.within(HalfSpace.eastOf(90 * quadrant), new SphericalPolygon())
                        .within(HalfSpace.westOf(90 * quadrant + 90), new SphericalPolygon());
                for (double south = -90; south < 90; south += 7.5) {
                    for (double west = 90 * quadrant; west < 90 * quadrant + 90; west += 7.5) {
                        double piece = rectangle(part, west, south, west + 7.5, south + 7.5)
                                .area();
                        assertThat(piece).isGreaterThan(-1e-15);
                        sum += piece;
                    }
                }
            }
            assertThat(sum).isCloseTo(triangle.area(), within(1e-15));
        }
    }

    @Test
    void edgesAlongParallelsAreCutByMeridiansAlone() {
        SphericalPolygon band = polygon(0, 0, 0, 40, 40, 40, 40, 0).southOf(LatitudeCircle.of(20), spare[0]);
        assertThat(band.within(HalfSpace.westOf(30), spare[1]).area())
                .isCloseTo(SphericalArea.rectangle(0, 20, 30), within(1e-15));
        assertThatThrownBy(() -> band.within(new HalfSpace(0.3, -0.5, 0.1), spare[1]))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("expected a meridian");
    }

    private SphericalPolygon triangle(Random random) {
        double size = Math.pow(10, 2 * random.nextDouble() - 0.5);
        double lat = 180 * random.nextDouble() - 90;
        double lon = 360 * random.nextDouble();
        double wide = size / Math.max(0.2, Degrees.cos(lat));
        double[] corners = new double[6];
        for (int c = 0; c < 3; c++) {
            corners[2 * c] = Math.max(-90, Math.min(90, lat + size * (random.nextDouble() - 0.5)));
            corners[2 * c + 1] = lon + wide * (random.nextDouble() - 0.5);
        }
        SphericalPolygon triangle = polygon(corners);
        if (triangle.area() < 0) {
            triangle.reverse();
        }
        return triangle;
    }

    private SphericalPolygon rectangle(SphericalPolygon polygon, double west, double south, double east, double north) {
        return polygon.northOf(LatitudeCircle.of(south), spare[0])
                .southOf(LatitudeCircle.of(north), spare[1])
                .within(HalfSpace.eastOf(west), spare[2])
                .within(HalfSpace.westOf(east), spare[3]);
    }

    private static SphericalPolygon polygon(double... latLon) {
        SphericalPolygon polygon = new SphericalPolygon();
        for (int k = 0; k < latLon.length; k += 2) {
            polygon.addDegrees(latLon[k], latLon[k + 1]);
        }
        polygon.close();
        return polygon;
    }
}
