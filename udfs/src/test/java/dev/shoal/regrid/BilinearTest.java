package dev.shoal.regrid;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class BilinearTest {
    private static final Offset<Double> EXACT = Offset.offset(1e-12);

    @Test
    void weighsTheFourCornersByDistanceAlongBothAxes() {
        RectilinearGrid source = new RectilinearGrid(new double[] {0, 10}, new double[] {20, 30});
        Weights weights = Weights.of(source, point(2, 27), Scheme.of(Method.BILINEAR));
        assertThat(weights.sourcesOf(0, 0)).containsExactly(0, 1, 2, 3);
        assertThat(weights.weightsOf(0, 0)).containsExactly(new double[] {0.24, 0.56, 0.06, 0.14}, EXACT);
    }

    @Test
    void fallingAxesGiveTheSamePlaces() {
        RectilinearGrid source = new RectilinearGrid(new double[] {10, 0}, new double[] {30, 20});
        Weights weights = Weights.of(source, point(2, 27), Scheme.of(Method.BILINEAR));
        assertThat(weights.sourcesOf(0, 0)).containsExactly(3, 2, 1, 0);
        assertThat(weights.weightsOf(0, 0)).containsExactly(new double[] {0.24, 0.56, 0.06, 0.14}, EXACT);
    }

    @Test
    void wrapsOverTheSeamOfAGridRoundTheEarth() {
        RectilinearGrid source = new RectilinearGrid(new double[] {0, 10}, new double[] {45, 135, 225, 315});
        for (double lon : new double[] {22.5, 382.5, -337.5}) {
            Weights weights = Weights.of(source, point(0, lon), Scheme.of(Method.BILINEAR));
            assertThat(weights.sourcesOf(0, 0)).containsExactly(3, 0, 7, 4);
            assertThat(weights.weightsOf(0, 0)).containsExactly(new double[] {0.25, 0.75, 0, 0}, EXACT);
        }
    }

    @Test
    void aColumnThatComesTwiceIsUsedOnce() {
        RectilinearGrid source = new RectilinearGrid(new double[] {0, 10}, new double[] {0, 90, 180, 270, 360});
        assertThat(Weights.of(source, point(0, 315), Scheme.of(Method.BILINEAR)).sourcesOf(0, 0))
                .containsExactly(3, 0, 8, 5);
        assertThat(Weights.of(source, point(0, 360), Scheme.of(Method.BILINEAR)).weightsOf(0, 0))
                .containsExactly(1, 0, 0, 0);
    }

    @Test
    void nothingIsExtrapolated() {
        RectilinearGrid region = new RectilinearGrid(new double[] {0, 10}, new double[] {20, 30});
        for (Grid source : new Grid[] {region, SampleGrids.curvilinear(region)}) {
            assertThat(entries(source, 5, 30.02)).isZero();
            assertThat(entries(source, 5, 19.98)).isZero();
            assertThat(entries(source, 5, 30.005))
                    .as("within a thousandth of a cell")
                    .isEqualTo(4);
            assertThat(entries(source, -0.1, 25)).isZero();
            assertThat(entries(source, 10, 30)).as("on the corner").isEqualTo(4);
        }
        RectilinearGrid global = SampleGrids.regular(18, 36, -180);
        assertThat(entries(global, 89, 0)).as("beyond the last row").isZero();
        assertThat(entries(SampleGrids.curvilinear(global), 89, 90)).isZero();
    }

    @Test
    void anAxisOfOneValueHoldsThatValueAlone() {
        RectilinearGrid source = new RectilinearGrid(new double[] {5}, new double[] {20, 30});
        assertThat(Weights.of(source, point(5, 23), Scheme.of(Method.BILINEAR)).weightsOf(0, 0))
                .containsExactly(new double[] {0.7, 0.3}, EXACT);
        assertThat(entries(source, 5.1, 23)).isZero();
    }

    @Test
    void solvesAQuadrilateralThatIsNoParallelogram() {
        // The point half of the way along the rows and a quarter of the way from the first to the second.
        CurvilinearGrid source =
                new CurvilinearGrid(2, 2, new double[] {0, 1, 4, 8}, new double[] {170, 178, 171, 187});
        double lat = 0.75 * (0.5 * 0 + 0.5 * 1) + 0.25 * (0.5 * 4 + 0.5 * 8);
        double lon = 0.75 * (0.5 * 170 + 0.5 * 178) + 0.25 * (0.5 * 171 + 0.5 * 187);
        Weights weights = Weights.of(source, point(lat, lon), Scheme.of(Method.BILINEAR));
        assertThat(weights.sourcesOf(0, 0)).containsExactly(0, 1, 3, 2);
        assertThat(weights.weightsOf(0, 0)).containsExactly(new double[] {0.375, 0.375, 0.125, 0.125}, EXACT);
    }

    @Test
    void quadrilateralsCrossTheAntimeridian() {
        CurvilinearGrid source =
                new CurvilinearGrid(2, 2, new double[] {0, 0, 10, 10}, new double[] {175, -175, 175, -175});
        for (double lon : new double[] {-178, 182, 542}) {
            assertThat(Weights.of(source, point(5, lon), Scheme.of(Method.BILINEAR))
                            .weightsOf(0, 0))
                    .containsExactly(new double[] {0.15, 0.35, 0.35, 0.15}, EXACT);
        }
        assertThat(entries(source, 5, 0)).as("the far side").isZero();
    }

    @Test
    void thePoleLiesInTheMiddleOfAGridAroundIt() {
        CurvilinearGrid source =
                new CurvilinearGrid(2, 2, new double[] {89, 89, 89, 89}, new double[] {-135, -45, 135, 45});
        Weights weights = Weights.of(source, point(90, 12), Scheme.of(Method.BILINEAR));
        assertThat(weights.weightsOf(0, 0)).containsExactly(new double[] {0.25, 0.25, 0.25, 0.25}, EXACT);
        assertThat(entries(source, 89.3, 90)).isEqualTo(4);
        assertThat(entries(source, 89.28, 90)).isZero();
    }

    @Test
    void cornersThatMeetInThePoleAreATriangle() {
        CurvilinearGrid source =
                new CurvilinearGrid(2, 3, new double[] {88, 88, 88, 90, 90, 90}, new double[] {0, 30, 60, 0, 30, 60});
        Weights weights = Weights.of(source, point(89, 15), Scheme.of(Method.BILINEAR));
        assertThat(weights.sourcesOf(0, 0)).containsExactly(0, 1, 4, 3);
        assertThat(weights.weightsOf(0, 0)[0]).isEqualTo(0.25, Offset.offset(1e-2));
        assertThat(entries(source, 90, 0)).isEqualTo(4);
    }

    @Test
    void holesAndFlatQuadrilateralsHoldNothing() {
        double nan = Double.NaN;
        CurvilinearGrid holed =
                new CurvilinearGrid(2, 3, new double[] {0, 0, nan, 1, 1, 1}, new double[] {0, 1, 2, 0, 1, 2});
        assertThat(entries(holed, 0.5, 0.5)).isEqualTo(4);
        assertThat(entries(holed, 0.5, 1.5)).isZero();
        CurvilinearGrid flat = new CurvilinearGrid(2, 2, new double[] {0, 0, 0, 0}, new double[] {0, 1, 0, 1});
        assertThat(entries(flat, 0, 0.5)).isZero();
    }

    @Test
    void coordinatesThatWereNeverFilledInMakeNoBridge() {
        RectilinearGrid regular =
                new RectilinearGrid(new AxisSteps(40, 45, 0.1).values(), new AxisSteps(10, 15, 0.1).values());
        CurvilinearGrid whole = SampleGrids.curvilinear(regular);
        double[] lat = whole.lat().clone();
        double[] lon = whole.lon().clone();
        lat[60] = 0;
        lon[60] = 0;
        CurvilinearGrid broken = new CurvilinearGrid(whole.ny(), whole.nx(), lat, lon);
        assertThat(entries(broken, 20, 5)).isZero();
        assertThat(entries(broken, 43.03, 12.04)).isEqualTo(4);
    }

    @Test
    void cellsMayBeFarLongerThanWide() {
        RectilinearGrid swath =
                new RectilinearGrid(new AxisSteps(40, 41, 0.005).values(), new AxisSteps(10, 15, 1).values());
        assertThat(entries(SampleGrids.curvilinear(swath), 40.5021, 12.3)).isEqualTo(4);
    }

    @Test
    void aTripolarGridIsWholeOverItsSeamAndItsFold() {
        CurvilinearGrid source = SampleGrids.tripolar(70, 15, 144);
        RectilinearGrid target = new RectilinearGrid(
                new AxisSteps(-73.7, 90, 163.7 / 120).values(),
                SampleGrids.regular(1, 181, 0).lon());
        double[] values = SampleGrids.field(source, (lat, lon) -> 7);
        assertThat(SampleGrids.regridded(source, values, target, Method.BILINEAR, MissingRule.STANDARD))
                .containsOnly(new double[] {7}, EXACT);
    }

    private static int entries(Grid source, double lat, double lon) {
        return Weights.of(source, point(lat, lon), Scheme.of(Method.BILINEAR)).entries();
    }

    private static RectilinearGrid point(double lat, double lon) {
        return new RectilinearGrid(new double[] {lat}, new double[] {lon});
    }
}
