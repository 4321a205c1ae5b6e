package dev.shoal.regrid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccuracyTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void keepsConstants(long seed) {
        Random random = new Random(seed);
        RectilinearGrid target = SampleGrids.regular(60, 90, 360 * random.nextDouble());
        Grid[] sources = {
            SampleGrids.random(random, 20, 30),
            SampleGrids.regular(18, 36, 0),
            SampleGrids.tripolar(28, 9, 60),
            SampleGrids.octahedron(12),
            SampleGrids.cells(SampleGrids.regular(18, 36, 0))
        };
        for (Grid source : sources) {
            double[] values = SampleGrids.field(source, (lat, lon) -> random.nextInt(6) == 0 ? Double.NaN : 287.15);
            for (Method method : SampleGrids.METHODS) {
                for (double value : SampleGrids.regridded(source, values, target, method, MissingRule.STANDARD)) {
                    assertThat(Double.isNaN(value) || Math.abs(value / 287.15 - 1) < 1e-14)
                            .isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void keepsFieldsThatAreLinearInLongitudeAndLatitude(long seed) {
        Random random = new Random(seed);
        RectilinearGrid regular = SampleGrids.random(random, 20, 30);
        RectilinearGrid target = SampleGrids.random(random, 40, 60);
        double seam = regular.lon()[0];
        DoubleBinaryOperator linear = (lat, lon) -> 3 + 0.5 * lat - 0.25 * (seam + (((lon - seam) % 360) + 360) % 360);
        for (Grid source : new Grid[] {regular, SampleGrids.curvilinear(regular)}) {
            double[] result = SampleGrids.regridded(
                    source, SampleGrids.field(source, linear), target, Method.BILINEAR, MissingRule.STANDARD);
            double[] expected = SampleGrids.field(target, linear);
            for (int k = 0; k < result.length; k++) {
                boolean outside = Double.isNaN(result[k]);
                assertThat(outside || Math.abs(result[k] - expected[k]) < 1e-11).isTrue();
            }
        }
    }

    @Test
    void pointsOnTheSourceComeBackUnchanged() {
        for (RectilinearGrid grid :
                new RectilinearGrid[] {SampleGrids.regular(18, 36, 7), (RectilinearGrid) TargetGrids.named("r36x18")}) {
            double[] values = SampleGrids.field(grid, SampleGrids::y22);
            for (Method method : SampleGrids.METHODS) {
                Offset<Double> same = Offset.offset(method == Method.INVERSE_DISTANCE ? 1e-10 : 0);
                assertThat(SampleGrids.regridded(grid, values, grid, method, MissingRule.STANDARD))
                        .containsExactly(values, same);
                assertThat(SampleGrids.regridded(
                                SampleGrids.curvilinear(grid), values, grid, method, MissingRule.STANDARD))
                        .containsExactly(values, same);
            }
        }
    }

    @Test
    void errorsOnAGridOfFourByThreeDegreesAreThoseKnownOfCdo() {
        RectilinearGrid source = SampleGrids.regular(60, 90, -180);
        RectilinearGrid target = SampleGrids.regular(60, 120, -180);
        assertThat(error(source, target, SampleGrids::cosines)).isCloseTo(4.5e-4, Offset.offset(0.1e-4));
        assertThat(error(source, target, SampleGrids::y22)).isCloseTo(4.5e-4, Offset.offset(0.1e-4));
    }

    @Test
    void errorsFallWithTheSquareOfTheStepOnATripolarGrid() {
        RectilinearGrid target = new RectilinearGrid(
                new AxisSteps(-72.3, 89.36, 1.37).values(), new AxisSteps(0.2, 356.7, 2.3).values());
        double coarse = error(SampleGrids.tripolar(70, 20, 180), target, SampleGrids::cosines);
        double fine = error(SampleGrids.tripolar(140, 40, 360), target, SampleGrids::cosines);
        assertThat(coarse).isLessThan(2.5e-4);
        assertThat(coarse / fine).isBetween(3.4, 4.6);
    }

    private static double error(Grid source, RectilinearGrid target, DoubleBinaryOperator function) {
        double[] result = SampleGrids.regridded(
                source, SampleGrids.field(source, function), target, Method.BILINEAR, MissingRule.STANDARD);
        double[] exact = SampleGrids.field(target, function);
        double difference = 0;
        double norm = 0;
        for (int k = 0; k < result.length; k++) {
            if (!Double.isNaN(result[k])) {
                double area = Math.cos(Math.toRadians(target.lat()[k / target.nx()]));
                difference += area * Math.pow(result[k] - exact[k], 2);
                norm += area * exact[k] * exact[k];
            }
        }
        return Math.sqrt(difference / norm);
    }
}
