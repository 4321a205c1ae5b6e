package dev.shoal.regrid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlopesTest {
    private static final double NAN = Double.NaN;
    private static final GridWindow FIVE = new GridWindow(0, 1, 0, 5);

    /** Cell 0 with neighbours 0.5 to the east and west and 0.25 to the north and south. */
    private static final Slopes CROSS = slopes(new float[] {0.5f, 0, -0.5f, 0}, new float[] {0, 0.25f, 0, -0.25f});

    @Test
    void slopesOfACrossAreCentredDifferences() {
        assertThat(slope(CROSS, 7, 9, 4, 5, 3)).containsExactly(new double[] {4, 2}, Offset.offset(1e-14));
    }

    @Test
    void missingNeighboursAreLeftOut() {
        assertThat(slope(CROSS, 7, 9, 4, NAN, 3)).containsExactly(new double[] {4, 2}, Offset.offset(1e-14));
        assertThat(slope(CROSS, 7, 9, 4, NAN, NAN)).containsExactly(new double[] {4, -12}, Offset.offset(1e-14));
    }

    @Test
    void withoutNeighboursOnTwoLinesThereIsNoSlope() {
        assertThat(slope(CROSS, 7, 9, NAN, 5, NAN)).containsExactly(0, 0);
        assertThat(slope(CROSS, 7, NAN, NAN, NAN, 3)).containsExactly(0, 0);
        assertThat(slope(CROSS, NAN, 9, 4, 5, 3)).containsExactly(0, 0);
        Slopes nearlyLine = slopes(new float[] {0.5f, -0.5f, 0.4f, -0.3f}, new float[] {0.01f, 0.01f, 0, 0});
        assertThat(slope(nearlyLine, 0, 1, 2, 3, 4)).containsExactly(0, 0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void planesAreMetExactlyFromAnyNeighboursOnTwoLines(long seed) {
        Random random = new Random(seed);
        for (int trial = 0; trial < 200; trial++) {
            float[] east = new float[8];
            float[] north = new float[8];
            double[] values = new double[9];
            values[0] = random.nextGaussian();
            for (int k = 0; k < 8; k++) {
                east[k] = (float) (0.01 * random.nextGaussian());
                north[k] = (float) (0.01 * random.nextGaussian());
                values[k + 1] = random.nextInt(3) == 0 ? NAN : values[0] + 3.0 * east[k] - 5.0 * north[k];
            }
            double[] slope = slope(slopes(east, north), values);
            if (slope[0] != 0) {
                assertThat(slope).containsExactly(new double[] {3, -5}, Offset.offset(1e-9));
            }
        }
    }

    @Test
    void cellsOfAGridHaveEightNeighboursOverSeamsAndPoles() {
        RectilinearGrid grid = SampleGrids.regular(6, 8, 0);
        CellNeighbours neighbours = new LatticeNeighbours(Lattice.of(grid), cell -> cell);
        assertThat(neighbours.of(2 * 8 + 3)).containsExactly(10, 11, 12, 18, 20, 26, 27, 28);
        assertThat(neighbours.of(2 * 8)).containsExactly(8, 9, 15, 17, 23, 24, 25, 31);
        assertThat(neighbours.of(1)).as("over the pole").containsExactly(0, 2, 4, 5, 6, 8, 9, 10);
        RectilinearGrid region = new RectilinearGrid(new double[] {0, 1, 2}, new double[] {0, 1, 2});
        assertThat(new LatticeNeighbours(Lattice.of(region), cell -> cell).of(0))
                .containsExactly(1, 3, 4);
        assertThat(new LatticeNeighbours(Lattice.of(region), cell -> cell == 1 ? 7 : -1).of(0))
                .containsExactly(7);
    }

    @Test
    void cellsAtTheFoldOfATripolarGridHaveNeighboursBeyondIt() {
        CurvilinearGrid grid = SampleGrids.tripolar(20, 8, 40);
        int top = 27 * 40;
        int[] found = new LatticeNeighbours(Lattice.of(grid), cell -> cell).of(top + 10);
        assertThat(found)
                .containsExactly(
                        top - 40 + 9, top - 40 + 10, top - 40 + 11, top + 9, top + 11, top + 28, top + 29, top + 30);
    }

    @Test
    void cellsThatShareACornerAreNeighbours() {
        UnstructuredGrid pixels = Healpix.grid(8, Healpix.Order.RING);
        CellNeighbours neighbours = new CornerNeighbours(pixels.corners());
        int[] counts = new int[9];
        for (int cell = 0; cell < pixels.nx(); cell++) {
            int[] around = neighbours.of(cell);
            counts[around.length]++;
            for (int other : around) {
                assertThat(neighbours.of(other)).contains(cell);
            }
        }
        assertThat(counts[8]).isEqualTo(768 - 24);
        assertThat(counts[7]).as("where three faces meet").isEqualTo(24);
    }

    @Test
    void cornersOfManyCellsMakeNoNeighbours() {
        int cells = 20;
        double[] lat = new double[3 * cells];
        double[] lon = new double[3 * cells];
        for (int k = 0; k < cells; k++) {
            lat[3 * k] = 90;
            lat[3 * k + 1] = 80;
            lat[3 * k + 2] = 80;
            lon[3 * k + 1] = 18 * k;
            lon[3 * k + 2] = 18 * (k + 1);
        }
        CellNeighbours neighbours = new CornerNeighbours(new CellCorners(3, lat, lon));
        assertThat(neighbours.of(5)).containsExactly(4, 6);
        assertThat(neighbours.of(0)).as("a whole turn apart").containsExactly(1, 19);
    }

    @Test
    void nodesThatShareATriangleAreNeighbours() {
        UnstructuredGrid mesh = new UnstructuredGrid(
                new double[] {0, 0, 1, 1}, new double[] {0, 1, 0, 1}, CellCorners.NONE, new Triangles(new int[] {
                    0, 1, 2, 2, 1, 3
                }));
        assertThat(new TriangleNeighbours(mesh).of(0)).containsExactly(1, 2);
        assertThat(new TriangleNeighbours(mesh).of(1)).containsExactly(0, 2, 3);
    }

    private static Slopes slopes(float[] east, float[] north) {
        int[] neighbour = new int[east.length];
        Arrays.setAll(neighbour, k -> k + 1);
        return new Slopes(east.length + 1, new int[] {0}, new int[] {0, east.length}, neighbour, east, north);
    }

    private static double[] slope(Slopes slopes, double... values) {
        GridWindow block = values.length == 5 ? FIVE : new GridWindow(0, 1, 0, values.length);
        return Arrays.copyOf(new SlopeFit(slopes, block).of(values, 0), 2);
    }
}
