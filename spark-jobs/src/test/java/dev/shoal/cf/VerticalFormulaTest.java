package dev.shoal.cf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.Window;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The formulas of CF's appendix D, with values worked by hand. */
class VerticalFormulaTest {

    /** Terms in the order of the kind, and the number of the level last. */
    @ParameterizedTest
    @CsvSource({
        "ATMOSPHERE_LN_PRESSURE, 1000 0.6931471805599453 1, 500",
        "ATMOSPHERE_SIGMA, 0.5 1000 100 1, 550",
        "ATMOSPHERE_HYBRID_PRESSURE, 20 0.5 1000 1, 520",
        "ATMOSPHERE_HYBRID_SIGMA, 0.1 0.5 900 1000 1, 550",
        "ATMOSPHERE_HYBRID_HEIGHT, 100 0.5 300 1, 250",
        "ATMOSPHERE_SLEVE, 0.5 0.25 0.125 20000 400 800 1, 10200",
        "OCEAN_SIGMA, -0.5 1 99 1, -49",
        "OCEAN_S_G1, -0.5 -0.25 2 100 20 1, -28.6",
        "OCEAN_S_G2, -0.5 -0.25 2 100 20 1, -27.75",
        "OCEAN_SIGMA_Z, -0.5 2 100 50 3 -500 2, -24",
        "OCEAN_SIGMA_Z, -0.5 2 100 50 3 -500 4, -500",
        "OCEAN_SIGMA_Z, NaN 2 100 50 3 -500 2, -500",
        "OCEAN_DOUBLE_SIGMA, 0.5 200 100 50 1 200 3 2, 37.5",
        "OCEAN_DOUBLE_SIGMA, 1.5 200 100 50 1 200 3 4, 137.5",
        "OCEAN_S, 0 2 100 5 0.4 20 1, 2",
        "OCEAN_S, -1 2 100 5 0.4 20 1, -100"
    })
    void givesHandWorkedValues(FormulaKind kind, String terms, double expected) {
        List<double[]> given = Stream.of(terms.split(" ", -1))
                .map(term -> new double[] {Double.parseDouble(term)})
                .toList();
        assertThat(kind.values(given, 1)[0]).isCloseTo(expected, within(1e-9));
    }

    /** Song and Haidvogel (1994), half way down: both parts of the stretching, by a pocket calculator. */
    @Test
    void stretchesSCoordinates() {
        double stretched = 0.6 * Math.sinh(-2.5) / Math.sinh(5) + 0.4 * (0 - 0.5);
        List<double[]> given = new ArrayList<>();
        for (double term : new double[] {-0.5, 2, 100, 5, 0.4, 20, 1}) {
            given.add(new double[] {term});
        }
        assertThat(FormulaKind.OCEAN_S.values(given, 1)[0]).isCloseTo(1 - 10 + 80 * stretched, within(1e-12));
    }

    @Test
    void refusesTheWrongNumberOfTerms() {
        assertThatThrownBy(() -> FormulaKind.OCEAN_SIGMA.values(List.of(new double[1]), 1))
                .hasMessage("Cannot reckon ocean_sigma_coordinate from 1 arrays, expected 4: sigma, eta, depth, k.");
    }

    private static MemoryFile model(String terms) {
        return new MemoryFile("/archive/model.nc")
                .dimension("time", 2)
                .dimension("sigma", 2)
                .dimension("lat", 1)
                .dimension("lon", 3)
                .variable(
                        "sigma",
                        "sigma",
                        new double[] {-1, -0.5},
                        Attribute.of("standard_name", "ocean_sigma_coordinate"),
                        Attribute.of("formula_terms", terms))
                .variable("eta", "time lat lon", new float[] {0, 1, 2, 3, 4, 5})
                .variable("h", "lat lon", new float[] {10, 20, Float.NaN})
                .variable("lat", "lat", new double[] {1}, Attribute.of("units", "degrees_north"))
                .variable("lon", "lon", new double[] {1, 2, 3}, Attribute.of("units", "degrees_east"))
                .variable("temp", "time sigma lat lon", new float[12])
                .variable("bottom", "lat lon", new float[3]);
    }

    @Test
    void reckonsTheCellsOfAWindow() throws IOException {
        MemoryFile file = model("sigma: sigma eta: eta depth: h");
        CfDataset dataset = CfDataset.of(file);
        VerticalFormula formula = dataset.facts().formula("sigma").orElseThrow();
        assertThat(formula.isComplete()).isTrue();
        VariableHeader temp = file.header().variable("temp").orElseThrow();
        assertThat(formula.values(file, temp, Window.whole(temp.shape())))
                .containsExactly(
                        -10, -20, Double.NaN, -5, -9.5, Double.NaN, -10, -20, Double.NaN, -3.5, -8, Double.NaN);
        assertThat(formula.values(file, temp, new Window(new long[] {1, 1, 0, 1}, new long[] {2, 2, 1, 2})))
                .containsExactly(-8);
        VariableHeader bottom = file.header().variable("bottom").orElseThrow();
        assertThatThrownBy(() -> formula.values(file, bottom, Window.whole(bottom.shape())))
                .hasMessage("Cannot reckon ocean_sigma_coordinate of bottom: the term sigma lies along sigma, expected"
                        + " one of lat, lon.");
    }

    @Test
    void saysWhichTermsAreMissing() throws IOException {
        MemoryFile file = model("sigma: sigma eta: zeta");
        CfDataset dataset = CfDataset.of(file);
        VerticalFormula formula = dataset.facts().formula("sigma").orElseThrow();
        assertThat(formula.missing()).containsExactly("eta", "depth");
        assertThat(dataset.problems())
                .contains("Vertical coordinate sigma (ocean_sigma_coordinate) needs the terms eta, depth, which"
                        + " formula_terms \"sigma: sigma eta: zeta\" does not name or the file does not have: its heights"
                        + " cannot be reckoned.");
        VariableHeader temp = file.header().variable("temp").orElseThrow();
        assertThatThrownBy(() -> formula.values(file, temp, Window.whole(temp.shape())))
                .hasMessage("Cannot reckon ocean_sigma_coordinate of sigma: the term eta is not in the file.");
    }

    @Test
    void knowsBothFormsOfHybridPressure() {
        String name = "atmosphere_hybrid_sigma_pressure_coordinate";
        assertThat(FormulaKind.of(name, List.of("ap", "b", "ps"))).contains(FormulaKind.ATMOSPHERE_HYBRID_PRESSURE);
        assertThat(FormulaKind.of(name, List.of("a", "b", "ps", "p0"))).contains(FormulaKind.ATMOSPHERE_HYBRID_SIGMA);
        assertThat(FormulaKind.of("height", List.of())).isEmpty();
    }
}
