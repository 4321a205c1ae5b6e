package dev.shoal.regrid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DuplicatesTest {

    @Test
    void ordinaryGridsHaveNone() {
        Grid[] grids = {
            SampleGrids.regular(18, 36, 5),
            SampleGrids.curvilinear(SampleGrids.regular(18, 36, 5)),
            SampleGrids.tripolar(20, 8, 44),
            CellGrids.tripolar(20, 8, 44, 0),
            CellGrids.cube(7),
            CellGrids.arrows(4),
            CellGrids.triangles(3),
            CellGrids.nodes(3),
            SampleGrids.rotated(30, 20, 90, 0, 1)
        };
        for (Grid grid : grids) {
            assertThat(Duplicates.of(grid).count()).as(grid.toString()).isZero();
        }
    }

    @Test
    void ofOverlappingColumnsTheOuterOnesAreLeftOut() {
        for (int halo : new int[] {1, 2}) {
            CurvilinearGrid grid = CellGrids.tripolar(20, 8, 44, halo);
            int nx = grid.nx();
            assertThat(Duplicates.of(grid).cells().stream())
                    .containsExactlyElementsOf(IntStream.range(0, grid.size())
                            .filter(k -> k % nx < halo || k % nx >= nx - halo)
                            .boxed()
                            .toList());
            assertThat(Duplicates.of(new CurvilinearGrid(grid.ny(), nx, grid.lat(), grid.lon()))
                            .count())
                    .as("without corners, by the points")
                    .isEqualTo(2 * halo * grid.ny());
        }
    }

    @Test
    void theRowBeyondAFoldAndHalfOfThePivotsRowAreLeftOut() {
        CurvilinearGrid folded = withFold(CellGrids.tripolar(20, 8, 44, 0), 0);
        assertThat(Duplicates.of(folded).cells().stream())
                .as("fold between rows: the last row comes again, backward")
                .containsExactlyElementsOf(
                        IntStream.range(28 * 44, 29 * 44).boxed().toList());
    }

    @Test
    void columnsThatGoRoundAgainAreLeftOut() {
        RectilinearGrid grid = new RectilinearGrid(new double[] {-10, 0, 10}, new AxisSteps(-180, 200, 10).values());
        Duplicates twice = Duplicates.of(grid);
        assertThat(twice.count()).isEqualTo(9);
        assertThat(twice.contains(36)).isTrue();
        assertThat(twice.contains(2 * 39 + 38)).isTrue();
        assertThat(twice.contains(0)).isFalse();
    }

    @Test
    void floatsAndOtherTurnsAndOrdersOfCornersMakeTheSameCell() {
        UnstructuredGrid cube = CellGrids.cube(10);
        int cells = cube.nx();
        double[][] points = new double[2][2 * cells];
        double[][] corners = new double[2][8 * cells];
        Random random = new Random(2);
        for (int k = 0; k < 2 * cells; k++) {
            int from = k % cells;
            boolean again = k >= cells;
            points[0][k] = cube.lat()[from];
            points[1][k] = cube.lon()[from] + (again ? 360 : 0);
            int first = random.nextInt(4);
            for (int c = 0; c < 4; c++) {
                int old = 4 * from + (again ? (first + 4 - c) % 4 : c);
                corners[0][4 * k + c] = again
                        ? (float) cube.corners().lat()[old]
                        : cube.corners().lat()[old];
                corners[1][4 * k + c] = again
                        ? (float) (cube.corners().lon()[old] - 360)
                        : cube.corners().lon()[old];
            }
        }
        UnstructuredGrid grid =
                new UnstructuredGrid(points[0], points[1], new CellCorners(4, corners[0], corners[1]), Triangles.NONE);
        assertThat(Duplicates.of(grid).cells().stream())
                .containsExactlyElementsOf(
                        IntStream.range(cells, 2 * cells).boxed().toList());
    }

    /** Adds the last row but {@code skipped} again, backward, as a halo over the fold. */
    private static CurvilinearGrid withFold(CurvilinearGrid grid, int skipped) {
        int nx = grid.nx();
        int size = grid.size();
        double[] lat = Arrays.copyOf(grid.lat(), size + nx);
        double[] lon = Arrays.copyOf(grid.lon(), size + nx);
        double[] cornerLat = Arrays.copyOf(grid.corners().lat(), 4 * (size + nx));
        double[] cornerLon = Arrays.copyOf(grid.corners().lon(), 4 * (size + nx));
        for (int i = 0; i < nx; i++) {
            int from = size - (1 + skipped) * nx + nx - 1 - i;
            lat[size + i] = lat[from];
            lon[size + i] = lon[from];
            for (int c = 0; c < 4; c++) {
                cornerLat[4 * (size + i) + c] = cornerLat[4 * from + (c + 2) % 4];
                cornerLon[4 * (size + i) + c] = cornerLon[4 * from + (c + 2) % 4];
            }
        }
        return new CurvilinearGrid(grid.ny() + 1, nx, lat, lon, new CellCorners(4, cornerLat, cornerLon));
    }
}
