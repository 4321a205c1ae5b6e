package dev.shoal.regrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;

class GridTest {

    @Test
    void knowsGridsThatGoRoundTheEarth() {
        assertThat(SampleGrids.regular(4, 8, -180).periodic()).isTrue();
        assertThat(SampleGrids.regular(4, 8, 20).periodic()).isTrue();
        assertThat(axis(0, 90, 180, -90).periodic()).as("jumps by a turn").isTrue();
        assertThat(axis(270, 180, 90, 0).periodic()).as("falls").isTrue();
        assertThat(axis(0, 90, 180, 270, 360).periodic())
                .as("first column twice")
                .isTrue();
        assertThat(axis(0, 90, 180).periodic()).isFalse();
        assertThat(axis(0).periodic()).isFalse();
    }

    @Test
    void boxesSpanAllLongitudesWhereTheGridGoesRound() {
        assertThat(SampleGrids.regular(4, 8, 20).box()).isEqualTo(new Box(-180, -67.5, 180, 67.5));
        assertThat(SampleGrids.tripolar(14, 6, 36).box().width()).isEqualTo(360);
        assertThat(SampleGrids.curvilinear(SampleGrids.regular(9, 18, 0)).box().width())
                .isEqualTo(360);
    }

    @Test
    void boxesOfRegionsAreNarrowAcrossTheAntimeridianToo() {
        assertThat(axis(170, 175, 180, 185).box()).isEqualTo(new Box(170, -10, -175, 10));
        assertThat(axis(-175, -180, 175).box()).isEqualTo(new Box(175, -10, -175, 10));
        assertThat(axis(160, 170, 180).box()).isEqualTo(new Box(160, -10, 180, 10));
        Box box = SampleGrids.rotated(21, 21, 30, 178, 0.5).box();
        assertThat(box.crossesAntimeridian()).isTrue();
        assertThat(box.width()).isBetween(10.0, 20.0);
    }

    @Test
    void refusesCoordinatesThatCannotBeRight() {
        assertThatThrownBy(() -> new RectilinearGrid(new double[] {0, 95}, new double[] {0, 1}))
                .hasMessage("Cannot make a grid: latitude 1 is 95.0, expected a number in [-90.0, 90.0].");
        assertThatThrownBy(() -> new RectilinearGrid(new double[] {0, Double.NaN}, new double[] {0, 1}))
                .hasMessageContaining("latitude 1 is NaN");
        assertThatThrownBy(() -> new RectilinearGrid(new double[] {0, 1}, new double[] {0, 1e20}))
                .hasMessageContaining("longitude 1 is 1.0E20");
        assertThatThrownBy(() -> new RectilinearGrid(new double[0], new double[] {0}))
                .hasMessage("Cannot make a grid: it has no latitude, expected at least one.");
        assertThatThrownBy(() -> new RectilinearGrid(new double[] {0, 2, 1}, new double[] {0}))
                .hasMessage("Cannot make a grid: latitude goes from 2.0 to 1.0 at position 2, "
                        + "expected it to keep rising or to keep falling.");
        assertThatThrownBy(() -> axis(0, 1, 1)).hasMessageContaining("longitude goes from 1.0 to 1.0 at position 2");
        assertThatThrownBy(() -> axis(0, 150, 300, 450, 600))
                .hasMessageContaining("600.0 degrees, expected at most 540");
    }

    @Test
    void holesOfACurvilinearGridMissBothCoordinates() {
        CurvilinearGrid grid =
                new CurvilinearGrid(1, 3, new double[] {1, Double.NaN, 3}, new double[] {10, 20, Double.NaN});
        assertThat(grid.lat()).containsExactly(1, Double.NaN, Double.NaN);
        assertThat(grid.lon()).containsExactly(10, Double.NaN, Double.NaN);
        assertThat(grid.box()).isEqualTo(new Box(10, 1, 10, 1));
    }

    @Test
    void refusesCurvilinearGridsThatCannotBeRight() {
        assertThatThrownBy(() -> new CurvilinearGrid(2, 2, new double[4], new double[3]))
                .hasMessage("Cannot make a grid of 2 x 2 points: there are 4 latitudes and 3 longitudes, "
                        + "expected one of each per point.");
        assertThatThrownBy(() -> new CurvilinearGrid(1, 2, new double[] {0, 1e20}, new double[2]))
                .hasMessageStartingWith("Cannot make a grid: point (0, 1) has latitude 1.0E20 and longitude 0.0");
        assertThatThrownBy(() -> new CurvilinearGrid(1, 1, new double[] {Double.NaN}, new double[1]))
                .hasMessageContaining("none has a latitude and a longitude");
    }

    @Test
    void digestsTellGridsApartAndNothingElse() {
        RectilinearGrid grid = axis(0, 1, 2);
        assertThat(grid.digest())
                .matches("[0-9a-f]{64}")
                .isEqualTo(axis(-0.0, 1, 2).digest());
        assertThat(grid.digest()).isNotEqualTo(axis(0, 1, 2.0000001).digest());
        assertThat(grid.digest()).isNotEqualTo(SampleGrids.curvilinear(grid).digest());
        assertThat(new RectilinearGrid(new double[] {1, 2}, new double[] {3}).digest())
                .isNotEqualTo(new RectilinearGrid(new double[] {1}, new double[] {2, 3}).digest());
    }

    @Test
    void gridsAndWeightsTravel() throws IOException, ClassNotFoundException {
        RectilinearGrid target = SampleGrids.regular(6, 12, 0);
        for (Grid grid : new Grid[] {SampleGrids.regular(5, 9, 1), SampleGrids.tripolar(7, 3, 18)}) {
            assertThat(copied(grid)).isEqualTo(grid).hasSameHashCodeAs(grid);
            Weights weights = Weights.of(grid, target, Scheme.of(Method.BILINEAR));
            assertThat(copied(weights)).isEqualTo(weights).hasSameHashCodeAs(weights);
        }
    }

    private static Object copied(Object value) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }

    private static RectilinearGrid axis(double... lon) {
        return new RectilinearGrid(new double[] {-10, 10}, lon);
    }
}
