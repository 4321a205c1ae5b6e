package dev.shoal.cf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.shoal.netcdf.Attribute;
import dev.shoal.regrid.CellCorners;
import dev.shoal.regrid.CurvilinearGrid;
import dev.shoal.regrid.RectilinearGrid;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GivenCellsTest {

    private static final Attribute NORTH = Attribute.of("units", "degrees_north");
    private static final Attribute EAST = Attribute.of("units", "degrees_east");

    private static MemoryFile axes(double[] latBounds, double[] lonBounds) {
        return new MemoryFile("f.nc")
                .dimension("lat", 2)
                .dimension("lon", 3)
                .dimension("bnds", 2)
                .variable("lat", "lat", new double[] {89, 80}, NORTH, Attribute.of("bounds", "lat_b"))
                .variable("lon", "lon", new double[] {0, 120, 240}, EAST, Attribute.of("bounds", "lon_b"))
                .variable("lat_b", "lat bnds", latBounds)
                .variable("lon_b", "lon bnds", lonBounds)
                .variable("sst", "lat lon", new float[6]);
    }

    @Test
    void boundsOfAxesAreTakenWhateverTheirTurn() throws IOException {
        CfDataset dataset = CfDataset.withCells(
                axes(new double[] {90.00001, 85, 85, 75}, new double[] {300, 60, 60, 180, 180, 300}));
        RectilinearGrid grid = (RectilinearGrid) dataset.grids().get(0).grid();
        assertThat(grid.latBounds()).containsExactly(90, 85, 85, 75);
        assertThat(grid.lonBounds()).containsExactly(-60, 60, 60, 180, 180, 300);
        assertThat(dataset.problems()).isEmpty();
        assertThat(dataset.grids().get(0).origin().cells()).isEqualTo("bounds lat_b, lon_b");
        assertThat(((RectilinearGrid) CfDataset.of(axes(new double[4], new double[6]))
                                .grids()
                                .get(0)
                                .grid())
                        .hasOwnBounds())
                .isFalse();
    }

    @Test
    void boundsThatDoNotHoldTheirValuesAreToldAndNotUsed() throws IOException {
        CfDataset dataset =
                CfDataset.withCells(axes(new double[] {70, 75, 75, 80}, new double[] {-60, 60, 60, 180, 180, 300}));
        RectilinearGrid grid = (RectilinearGrid) dataset.grids().get(0).grid();
        assertThat(grid.latBounds()).containsExactly(90, 84.5, 84.5, 75.5);
        assertThat(dataset.problems())
                .containsExactly(
                        "Bounds lat_b are not used: lat 89.0 has the bounds 70.0 and 75.0, expected two that it"
                                + " lies between. Cells reach half-way to their neighbours instead.");
    }

    private static MemoryFile curved(String lat, String lon, String bounds, double[] north, double[] east) {
        return new MemoryFile("f.nc")
                .dimension("y", 1)
                .dimension("x", 2)
                .dimension("nv", 4)
                .variable(lat, "y x", new double[] {10.5, 10.5}, NORTH)
                .variable(lon, "y x", new double[] {20.5, 21.5}, EAST)
                .variable(bounds.formatted("lat"), "y x nv", north)
                .variable(bounds.formatted("lon"), "y x nv", east)
                .variable("t", "y x", new float[2], Attribute.of("coordinates", lat + " " + lon));
    }

    private static final double[] ROUND_LAT = {10, 10, 11, 11, 10, 10, 11, 11};
    private static final double[] ROUND_LON = {20, 21, 21, 20, 21, 22, 22, 21};

    @Test
    void nemoNamesItsBoundsWithoutSayingSo() throws IOException {
        for (String name : new String[] {"bounds_%s", "bounds_nav_%s", "nav_%s_vertices"}) {
            CfDataset dataset =
                    CfDataset.withCells(curved("nav_lat", "nav_lon", name, ROUND_LAT.clone(), ROUND_LON.clone()));
            CurvilinearGrid grid = (CurvilinearGrid) dataset.grids().get(0).grid();
            assertThat(grid.corners()).as(name).isEqualTo(new CellCorners(4, ROUND_LAT, ROUND_LON));
            assertThat(dataset.grids()).hasSize(1);
        }
    }

    @Test
    void cornersOutOfOrderArePutRoundAndTold() throws IOException {
        CfDataset dataset = CfDataset.withCells(
                curved("lat", "lon", "bounds_%s", new double[] {10, 10, 11, 11, 10, 10, 11, 11}, new double[] {
                    20, 21, 20, 21, 21, 22, 22, 21
                }));
        CurvilinearGrid grid = (CurvilinearGrid) dataset.grids().get(0).grid();
        assertThat(Arrays.copyOf(grid.corners().lon(), 4)).containsExactlyInAnyOrder(20, 21, 21, 20);
        assertThat(dataset.problems())
                .containsExactly("Of bounds bounds_lat, bounds_lon 1 of 2 cells have corners that do not go round the"
                        + " cell: they are put in order.");
    }

    @Test
    void cornersElsewhereAreNotUsed() throws IOException {
        CfDataset dataset =
                CfDataset.withCells(curved("lat", "lon", "bounds_%s", ROUND_LON.clone(), ROUND_LAT.clone()));
        assertThat(((CurvilinearGrid) dataset.grids().get(0).grid()).corners()).isEqualTo(CellCorners.NONE);
        assertThat(dataset.problems())
                .containsExactly("Of bounds bounds_lat, bounds_lon 2 of 2 cells do not hold their points: they are not"
                        + " used.");
    }

    private static double[] field(int ny, int nx, double start, double byRow, double byColumn) {
        double[] values = new double[ny * nx];
        Arrays.setAll(values, k -> start + Math.floorDiv(k, nx) * byRow + (k % nx) * byColumn);
        return values;
    }

    @Test
    void psiPointsAreTheCornersOfRhoCells() throws IOException {
        MemoryFile file = new MemoryFile("roms.nc")
                .dimension("eta_rho", 4)
                .dimension("xi_rho", 5)
                .dimension("eta_psi", 3)
                .dimension("xi_psi", 4)
                .variable("lat_rho", "eta_rho xi_rho", field(4, 5, -1.5, 1, 0), NORTH)
                .variable("lon_rho", "eta_rho xi_rho", field(4, 5, 10, 0, 1), EAST)
                .variable("lat_psi", "eta_psi xi_psi", field(3, 4, -1, 1, 0), NORTH)
                .variable("lon_psi", "eta_psi xi_psi", field(3, 4, 10.5, 0, 1), EAST)
                .variable("zeta", "eta_rho xi_rho", new float[20])
                .variable("q", "eta_psi xi_psi", new float[12]);
        CfDataset dataset = CfDataset.withCells(file);
        CurvilinearGrid rho =
                (CurvilinearGrid) dataset.grid("zeta").orElseThrow().grid();
        assertThat(Arrays.copyOfRange(rho.corners().lat(), 24, 28)).containsExactly(-1, -1, 0, 0);
        assertThat(Arrays.copyOfRange(rho.corners().lon(), 24, 28)).containsExactly(10.5, 11.5, 11.5, 10.5);
        assertThat(rho.corners().lat()[0]).isCloseTo(-2, within(1e-3));
        assertThat(rho.corners().lon()[0]).isCloseTo(9.5, within(1e-3));
        CurvilinearGrid psi = (CurvilinearGrid) dataset.grid("q").orElseThrow().grid();
        assertThat(Arrays.copyOf(psi.corners().lon(), 4)).containsExactly(10, 11, 11, 10);
    }

    @Test
    void massesOfPointsAtZeroAreHoles() throws IOException {
        MemoryFile file = new MemoryFile("f.nc")
                .dimension("y", 2)
                .dimension("x", 4)
                .variable("lat", "y x", new double[] {0, 0, 0, 0, 50, 50, 50, 1e20}, NORTH)
                .variable("lon", "y x", new double[] {0, 0, 0, 0, 1, 2, 3, 1e20}, EAST)
                .variable("t", "y x", new float[8]);
        CfDataset dataset = CfDataset.of(file);
        assertThat(((CurvilinearGrid) dataset.grids().get(0).grid()).lat())
                .containsExactly(Double.NaN, Double.NaN, Double.NaN, Double.NaN, 50, 50, 50, Double.NaN);
        assertThat(dataset.problems())
                .containsExactly(
                        "Coordinates lat and lon have 1 of 8 points at no place on Earth: these points are holes.",
                        "Coordinates lat and lon have 4 of 8 points at latitude 0.0, longitude 0.0: they are taken as"
                                + " missing, and these points are holes.");
    }

    @Test
    void cellsOfMapsAreRectanglesOfTheirPlane() throws IOException {
        MemoryFile file = new MemoryFile("f.nc")
                .dimension("y", 2)
                .dimension("x", 2)
                .variable("y", "y", new double[] {-1, 1}, Attribute.of("standard_name", "grid_latitude"))
                .variable("x", "x", new double[] {-1, 1}, Attribute.of("standard_name", "grid_longitude"))
                .variable(
                        "crs",
                        "",
                        new int[1],
                        Attribute.of("grid_mapping_name", "rotated_latitude_longitude"),
                        Attribute.of("grid_north_pole_latitude", 90),
                        Attribute.of("grid_north_pole_longitude", 0))
                .variable("t", "y x", new float[4], Attribute.of("grid_mapping", "crs"));
        CurvilinearGrid grid =
                (CurvilinearGrid) CfDataset.withCells(file).grids().get(0).grid();
        assertThat(Arrays.copyOf(grid.corners().lat(), 4)).containsExactly(new double[] {-2, -2, 0, 0}, within(1e-9));
        double west = grid.lon(0, 0);
        double[] lon = Arrays.stream(grid.corners().lon())
                .limit(4)
                .map(east -> Math.IEEEremainder(east - west, 360))
                .toArray();
        assertThat(lon).containsExactly(new double[] {-1, 1, 1, -1}, within(1e-9));
    }
}
