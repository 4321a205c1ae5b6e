package dev.shoal.regrid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PointSearchTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void findsTheNearestOfAllByDistanceAndThenByNumber(long seed) {
        Random random = new Random(seed);
        Grid[] grids = {
            SampleGrids.scattered(random, 1 + random.nextInt(3000)),
            SampleGrids.overlapping(SampleGrids.tripolar(14, 6, 36)),
            SampleGrids.curvilinear(SampleGrids.regular(9, 12, 0)),
            twice(SampleGrids.scattered(random, 200)),
            holed(random, SampleGrids.rotated(20, 30, 60, 100, 0.5))
        };
        for (Grid grid : grids) {
            double[] unit = UnitVectors.of(grid, 1 + random.nextInt(3));
            int neighbours = 1 + random.nextInt(9);
            PointSearch search = new PointSearch(PointTree.of(grid, unit, 1 + random.nextInt(4)), neighbours);
            TargetPoints targets = new TargetPoints(SampleGrids.regular(6, 12, 3), new GridWindow(0, 6, 0, 12));
            for (int row = 0; row < 6; row++) {
                targets.take(row);
                for (int i = 0; i < 12; i++) {
                    double[] at = {targets.x(i), targets.y(i), targets.z(i)};
                    int found = search.find(at[0], at[1], at[2], Double.MAX_VALUE);
                    assertThat(IntStream.range(0, found).map(search::point).toArray())
                            .isEqualTo(nearest(unit, at, neighbours));
                }
            }
        }
    }

    @Test
    void looksNoFartherThanItIsTold() {
        UnstructuredGrid grid = UnstructuredGrid.points(new double[] {0, 0}, new double[] {10, 50});
        PointSearch search = new PointSearch(PointTree.of(grid, UnitVectors.of(grid, 1), 1), 2);
        assertThat(search.find(1, 0, 0, 0.04)).isEqualTo(1);
        assertThat(search.point(0)).isZero();
        assertThat(search.find(1, 0, 0, 0.03)).isZero();
        assertThat(search.find(1, 0, 0, 4)).isEqualTo(2);
    }

    private static int[] nearest(double[] unit, double[] at, int neighbours) {
        return IntStream.range(0, unit.length / 3)
                .filter(k -> !Double.isNaN(unit[3 * k]))
                .boxed()
                .sorted(Comparator.comparingDouble((Integer k) -> distance2(unit, k, at))
                        .thenComparingInt(k -> k))
                .limit(neighbours)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static float distance2(double[] unit, int k, double[] at) {
        double dx = at[0] - unit[3 * k];
        double dy = at[1] - unit[3 * k + 1];
        double dz = at[2] - unit[3 * k + 2];
        return (float) (dx * dx + dy * dy + dz * dz);
    }

    private static UnstructuredGrid twice(UnstructuredGrid grid) {
        int count = grid.nx();
        double[] lat = Arrays.copyOf(grid.lat(), 2 * count);
        double[] lon = Arrays.copyOf(grid.lon(), 2 * count);
        System.arraycopy(grid.lat(), 0, lat, count, count);
        System.arraycopy(grid.lon(), 0, lon, count, count);
        return UnstructuredGrid.points(lat, lon);
    }

    private static CurvilinearGrid holed(Random random, CurvilinearGrid grid) {
        double[] lat = grid.lat().clone();
        Arrays.setAll(lat, k -> random.nextInt(4) == 0 ? Double.NaN : lat[k]);
        return new CurvilinearGrid(grid.ny(), grid.nx(), lat, grid.lon());
    }
}
