package dev.shoal.regrid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NearestTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void takesTheNearestOfAllPoints(long seed) {
        Random random = new Random(seed);
        RectilinearGrid target = SampleGrids.random(random, 25, 31);
        Grid[] sources = {
            SampleGrids.random(random, 17, 23),
            SampleGrids.regular(12, 24, 360 * random.nextDouble()),
            SampleGrids.tripolar(14, 6, 36),
            SampleGrids.rotated(20, 30, 90 * random.nextDouble(), 360 * random.nextDouble(), 2)
        };
        for (Grid source : sources) {
            Weights weights = Weights.of(source, target, Scheme.of(Method.NEAREST));
            for (int k = 0; k < target.ny() * target.nx(); k++) {
                int[] found = weights.sourcesOf(k / target.nx(), k % target.nx());
                int nearest = nearest(source, target.lat()[k / target.nx()], target.lon()[k % target.nx()]);
                assertThat(found.length == 0 || found[0] == nearest).isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void leavesNoTargetOutInsideTheSource(long seed) {
        RectilinearGrid target = SampleGrids.random(new Random(seed), 40, 50);
        for (Grid source : new Grid[] {SampleGrids.regular(90, 180, -180), SampleGrids.tripolar(140, 30, 288)}) {
            Weights nearest = Weights.of(source, target, Scheme.of(Method.NEAREST));
            Weights bilinear = Weights.of(source, target, Scheme.of(Method.BILINEAR));
            for (int k = 0; k < target.ny() * target.nx(); k++) {
                int row = k / target.nx();
                int column = k % target.nx();
                boolean inside = bilinear.sourcesOf(row, column).length > 0;
                assertThat(nearest.sourcesOf(row, column).length == 1 || !inside)
                        .isTrue();
            }
        }
    }

    @Test
    void endsAboutOneCellOutsideTheSource() {
        RectilinearGrid region = new RectilinearGrid(new double[] {-1, 0, 1}, new double[] {20, 22, 24});
        for (Grid source : new Grid[] {region, SampleGrids.curvilinear(region)}) {
            assertThat(Weights.of(source, point(0, 25.9), Scheme.of(Method.NEAREST))
                            .sourcesOf(0, 0))
                    .containsExactly(5);
            assertThat(Weights.of(source, point(0, 26.1), Scheme.of(Method.NEAREST))
                            .entries())
                    .isZero();
            assertThat(Weights.of(source, point(0, -150), Scheme.of(Method.NEAREST))
                            .entries())
                    .isZero();
        }
    }

    @Test
    void ofPointsAsNearTakesTheFirst() {
        RectilinearGrid region = new RectilinearGrid(new double[] {-1, 0, 1}, new double[] {20, 22, 24});
        for (Grid source : new Grid[] {region, SampleGrids.curvilinear(region)}) {
            assertThat(Weights.of(source, point(0, 23), Scheme.of(Method.NEAREST))
                            .sourcesOf(0, 0))
                    .containsExactly(4);
        }
    }

    @Test
    void holesAreNeverNearest() {
        CurvilinearGrid source =
                new CurvilinearGrid(1, 3, new double[] {0, Double.NaN, 0}, new double[] {0, Double.NaN, 2});
        assertThat(Weights.of(source, point(0, 0), Scheme.of(Method.NEAREST)).entries())
                .isEqualTo(1);
        assertThat(Weights.of(source, point(0, 0.1), Scheme.of(Method.NEAREST)).entries())
                .as("no neighbour, no cell")
                .isZero();
        CurvilinearGrid longer =
                new CurvilinearGrid(1, 4, new double[] {0, 0, Double.NaN, 0}, new double[] {0, 1, Double.NaN, 3});
        assertThat(Weights.of(longer, point(0, 1.4), Scheme.of(Method.NEAREST)).sourcesOf(0, 0))
                .containsExactly(1);
    }

    private static int nearest(Grid source, double lat, double lon) {
        int nearest = -1;
        float least = Float.POSITIVE_INFINITY;
        for (int k = 0; k < source.ny() * source.nx(); k++) {
            float distance2 = (float) Sphere.chord2(
                    lat,
                    lon,
                    source.lat(k / source.nx(), k % source.nx()),
                    source.lon(k / source.nx(), k % source.nx()));
            if (distance2 < least) {
                least = distance2;
                nearest = k;
            }
        }
        return nearest;
    }

    private static RectilinearGrid point(double lat, double lon) {
        return new RectilinearGrid(new double[] {lat}, new double[] {lon});
    }
}
