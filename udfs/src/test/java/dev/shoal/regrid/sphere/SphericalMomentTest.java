package dev.shoal.regrid.sphere;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SphericalMomentTest {

    @Test
    void theMomentOfAnOctantIsAQuarterOfPiAlongEachAxis() {
        SphericalPolygon octant = polygon(new double[][] {{0, 0}, {0, 90}, {90, 0}});
        double quarter = Math.PI / 4;
        assertThat(moment(octant)).containsExactly(new double[] {quarter, quarter, quarter}, Offset.offset(1e-15));
        octant.reverse();
        assertThat(moment(octant)).containsExactly(new double[] {-quarter, -quarter, -quarter}, Offset.offset(1e-15));
    }

    @Test
    void betweenParallelsTheMomentAlongTheAxisIsHalfTheDifferenceOfTheirSquares() {
        SphericalPolygon wedge = polygon(new double[][] {{-80, 10}, {-80, 40}, {85, 40}, {85, 10}});
        SphericalPolygon piece = wedge.northOf(LatitudeCircle.of(20), new SphericalPolygon())
                .southOf(LatitudeCircle.of(50), new SphericalPolygon());
        double low = Math.sin(Math.toRadians(20));
        double high = Math.sin(Math.toRadians(50));
        double squares = Math.toRadians(30) + 0.5 * (Math.sin(Math.toRadians(100)) - Math.sin(Math.toRadians(40)));
        double across = 0.5 * squares;
        double way = Math.toRadians(30);
        assertThat(moment(piece))
                .containsExactly(
                        new double[] {
                            across * (Math.sin(Math.toRadians(40)) - Math.sin(Math.toRadians(10))),
                            across * (Math.cos(Math.toRadians(10)) - Math.cos(Math.toRadians(40))),
                            0.5 * way * (high * high - low * low)
                        },
                        Offset.offset(1e-15));
    }

    @Test
    void aSmallCellHasItsAreaTimesItsMiddle() {
        SphericalPolygon cell =
                polygon(new double[][] {{44.999, 10}, {44.999, 10.002}, {45.001, 10.002}, {45.001, 10}});
        double[] moment = moment(cell);
        double area = cell.area();
        double length = Math.sqrt(moment[0] * moment[0] + moment[1] * moment[1] + moment[2] * moment[2]);
        assertThat(length / area).isCloseTo(1, Offset.offset(1e-9));
        assertThat(Math.toDegrees(Math.asin(moment[2] / length))).isCloseTo(45, Offset.offset(1e-7));
        assertThat(Math.toDegrees(Math.atan2(moment[1], moment[0]))).isCloseTo(10.001, Offset.offset(1e-9));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void momentsOfPiecesSumToThatOfTheWhole(long seed) {
        Random random = new Random(seed);
        for (double size : new double[] {20, 3, 0.2, 0.01}) {
            double lat = 120 * random.nextDouble() - 60;
            double lon = 360 * random.nextDouble();
            SphericalPolygon whole = polygon(new double[][] {
                {lat - size, lon - size},
                {lat - 0.7 * size, lon + size},
                {lat + size, lon + 0.8 * size},
                {lat + size, lon}
            });
            LatitudeCircle circle = LatitudeCircle.of(lat + 0.3 * size);
            double[] sum = new double[3];
            for (HalfSpace half :
                    new HalfSpace[] {HalfSpace.eastOf(lon + 0.4 * size), HalfSpace.westOf(lon + 0.4 * size)}) {
                add(sum, whole.northOf(circle, new SphericalPolygon()).within(half, new SphericalPolygon()));
                add(sum, whole.southOf(circle, new SphericalPolygon()).within(half, new SphericalPolygon()));
            }
            double extent = Math.toRadians(size);
            assertThat(sum).containsExactly(moment(whole), Offset.offset(4e-15 * extent));
        }
    }

    private static void add(double[] sum, SphericalPolygon piece) {
        double[] moment = moment(piece);
        for (int k = 0; k < sum.length; k++) {
            sum[k] += moment[k];
        }
    }

    private static double[] moment(SphericalPolygon polygon) {
        double[] moment = new double[3];
        SphericalMoment.of(polygon, moment);
        return moment;
    }

    private static SphericalPolygon polygon(double[][] latLon) {
        SphericalPolygon polygon = new SphericalPolygon();
        for (double[] vertex : latLon) {
            polygon.addDegrees(vertex[0], vertex[1]);
        }
        return polygon;
    }
}
