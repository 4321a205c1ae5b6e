package dev.shoal.regrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FillerTest {
    private static final double NAN = Double.NaN;
    private static final RectilinearGrid LINE = new RectilinearGrid(new double[] {0, 1}, new double[] {0, 1, 2, 3});

    @Test
    void theNearestValidPointFills() {
        double[] source = {1, NAN, 3, NAN, NAN, NAN, NAN, NAN};
        assertThat(filled(Extrapolation.nearest(), source, 9, NAN, NAN, NAN, NAN, 9, 9, NAN))
                .containsExactly(9, 1, 3, 3, 1, 9, 9, 3);
        assertThat(filled(Extrapolation.nearest().within(1.001), source, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN))
                .containsExactly(1, 1, 3, 3, 1, NAN, 3, NAN);
        assertThat(filled(Extrapolation.nearest(), new double[] {NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN}, NAN, 2))
                .containsExactly(NAN, 2, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void theNearestValidPointsFillByTheirDistances() {
        double[] source = {1, NAN, NAN, 4, NAN, NAN, NAN, NAN};
        double[] made = filled(Extrapolation.inverseDistance(2), source, NAN, NAN, NAN, NAN);
        assertThat(made[0]).isCloseTo(1, Offset.offset(1e-10));
        assertThat(made[1]).isCloseTo((1 / 1.0 + 4 / 2.0) / (1 / 1.0 + 1 / 2.0), Offset.offset(1e-4));
        assertThat(made[3]).isCloseTo(4, Offset.offset(1e-10));
        assertThat(filled(Extrapolation.inverseDistance(2).within(1.5), source, NAN, NAN)[1])
                .isEqualTo(1);
    }

    @Test
    void creepFillsACellFurtherInEachPass() {
        double[] start = {4, NAN, NAN, NAN, 8, NAN, NAN, NAN};
        assertThat(filled(Extrapolation.creep(1), new double[0], start))
                .containsExactly(4, 6, NAN, NAN, 8, 6, NAN, NAN);
        assertThat(filled(Extrapolation.creep(3), new double[0], start)).containsExactly(4, 6, 6, 6, 8, 6, 6, 6);
        assertThat(filled(Extrapolation.NONE, new double[0], start)).containsExactly(start);
    }

    @Test
    void creepGoesOverTheSeam() {
        RectilinearGrid world = SampleGrids.regular(1, 8, 0);
        double[] target = {5, NAN, NAN, NAN, NAN, NAN, NAN, NAN};
        new Filler(Extrapolation.creep(2), world, world, GridWindow.of(world)).fill(1, target, target);
        assertThat(target).containsExactly(5, 5, 5, NAN, NAN, NAN, 5, 5);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void anyWindowsGiveTheSameBits(long seed) {
        Random random = new Random(seed);
        RectilinearGrid target = SampleGrids.regular(20, 40, 5);
        for (Grid source : new Grid[] {SampleGrids.regular(12, 24, 0), SampleGrids.rotated(12, 20, 50, 10, 3)}) {
            double[] values =
                    SampleGrids.field(source, (lat, lon) -> random.nextInt(3) == 0 ? NAN : random.nextGaussian());
            double[] start = SampleGrids.field(
                    target, (lat, lon) -> lon > 40 && lon < 220 && lat < 60 ? NAN : random.nextGaussian());
            for (Extrapolation each : new Extrapolation[] {
                Extrapolation.nearest(),
                Extrapolation.inverseDistance(4).within(30),
                Extrapolation.creep(3),
                Extrapolation.creep(12)
            }) {
                assertWindows(each, source, target, values, start, random);
            }
        }
    }

    private static void assertWindows(
            Extrapolation each, Grid source, RectilinearGrid target, double[] values, double[] start, Random random) {
        double[] whole = start.clone();
        new Filler(each, source, target, GridWindow.of(target)).fill(1, values, whole);
        int rows = 3 + random.nextInt(9);
        int columns = 3 + random.nextInt(17);
        for (int y = 0; y < target.ny(); y += rows) {
            for (int x = 0; x < target.nx(); x += columns) {
                GridWindow part =
                        new GridWindow(y, Math.min(target.ny(), y + rows), x, Math.min(target.nx(), x + columns));
                GridWindow halo = each.targetHalo(target, part);
                double[] made = SampleGrids.cut(start, target.nx(), halo);
                new Filler(each, source, target, halo).fill(1, values, made);
                GridWindow inner = new GridWindow(
                        part.y0() - halo.y0(), part.y1() - halo.y0(), part.x0() - halo.x0(), part.x1() - halo.x0());
                assertThat(SampleGrids.cut(made, halo.columns(), inner))
                        .isEqualTo(SampleGrids.cut(whole, target.nx(), part));
            }
        }
    }

    @Test
    void fieldsWithOtherHolesFollowEachOther() {
        Filler filler = new Filler(Extrapolation.nearest(), LINE, LINE, GridWindow.of(LINE));
        float none = Float.NaN;
        float[] source = {
            1, 2, 3, 4, 5, 6, 7, 8, none, 2, none, none, none, none, none, none, 1, 2, 3, 4, 5, 6, 7, 8,
        };
        float[] target = {
            none, 0, 0, 0, 0, 0, 0, 0, none, 0, 0, 0, 0, 0, 0, 0, none, 0, 0, 0, 0, none, 0, 0,
        };
        filler.fill(3, source, target);
        assertThat(new float[] {target[0], target[8], target[16], target[21]}).containsExactly(1, 2, 1, 6);
    }

    @Test
    void saysWhatItNeeds() {
        RectilinearGrid target = SampleGrids.regular(20, 40, 5);
        GridWindow part = new GridWindow(5, 10, 10, 20);
        assertThat(Extrapolation.creep(4).targetHalo(target, part)).isEqualTo(new GridWindow(1, 14, 6, 24));
        assertThat(Extrapolation.creep(12).targetHalo(target, part)).isEqualTo(new GridWindow(0, 20, 0, 40));
        assertThat(Extrapolation.nearest().targetHalo(target, part)).isEqualTo(part);
        assertThat(Extrapolation.creep(4).sourceHalo(LINE, part)).isEqualTo(part);
        assertThat(Extrapolation.nearest().sourceHalo(LINE, part)).isEqualTo(GridWindow.of(LINE));
        assertThat(Extrapolation.inverseDistance(4).within(2.5).key()).isEqualTo("inverse-distance-4-within-2.5");
        assertThat(Extrapolation.creep(1).key()).isEqualTo("creep-1");
    }

    @Test
    void refusesWhatCannotBe() {
        UnstructuredGrid points = UnstructuredGrid.points(new double[] {1, 2}, new double[] {3, 4});
        assertThatThrownBy(() -> new Filler(Extrapolation.creep(1), LINE, points, GridWindow.of(points)))
                .hasMessageStartingWith(
                        "Cannot extrapolate by creep on a target that is a unstructured grid of 2 points")
                .hasMessageEndingWith("expected a grid with rows and columns. Take nearest or inverse-distance.");
        assertThatThrownBy(() -> Extrapolation.creep(0))
                .hasMessage("Cannot extrapolate by creep with 0 passes, expected 1 to 1000.");
        assertThatThrownBy(() -> Extrapolation.nearest().within(0))
                .hasMessage("Cannot extrapolate as far as 0.0 degrees, expected a number above 0 and up to 180.");
        assertThatThrownBy(() -> Extrapolation.creep(2).within(5))
                .hasMessage(
                        "Cannot extrapolate by creep as far as 5.0 degrees, expected no distance. Give the number of "
                                + "passes, one cell each.");
    }

    private static double[] filled(Extrapolation extrapolation, double[] source, double... start) {
        double[] target = Arrays.copyOf(start, LINE.size());
        new Filler(extrapolation, LINE, LINE, GridWindow.of(LINE)).fill(1, source, target);
        return target;
    }
}
