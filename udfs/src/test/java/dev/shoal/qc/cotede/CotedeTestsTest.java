package dev.shoal.qc.cotede;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The worked examples of CoTeDe's documentation and suite, and ours where vectors say nothing. */
class CotedeTestsTest {

    private static final double NAN = Double.NaN;

    private static final double[] TEMP = {
        25.32, 25.34, 25.34, 25.31, 24.99, 23.46, 21.85, 17.95, 15.39, 11.08, 6.93, 7.93, 5.71, 3.58, NAN
    };

    private static final double[] PRES = {2, 6, 10, 21, 44, 79, 100, 150, 200, 400, 410, 650, 1000, 2000, 5000};

    @Test
    void flagsTheProfileOfItsSuite() {
        assertThat(flags("Spike", Map.of("threshold", 4))).containsExactly(0, 1, 1, 1, 1, 1, 1, 1, 1, 4, 1, 1, 1, 0, 9);
        assertThat(flags("CumRateOfChange", Map.of("threshold", 4, "memory", 0.8)))
                .containsExactly(0, 1, 1, 1, 1, 1, 1, 1, 1, 4, 4, 1, 1, 1, 9);
        assertThat(flags("DigitRollOver", Map.of("threshold", 2.5)))
                .containsExactly(0, 1, 1, 1, 1, 1, 1, 4, 4, 4, 4, 1, 1, 1, 9);
        assertThat(flags("Tukey53H", Map.of("threshold", 6, "l", 5)))
                .containsExactly(0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 9);
    }

    @Test
    void leavesDepthsWithoutALayerUnjudged() {
        List<List<Object>> layers = List.of(
                List.of("> 0", "<= 149", -2, 37),
                List.of("> 150", "<= 999", -2, 33),
                List.of("> 999", "<= 12000", -1.5, 4));
        assertThat(flags("ProfileEnvelop", Map.of("layers", layers)))
                .containsExactly(1, 1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 4, 1, 9);
    }

    @Test
    void weighsUncertaintyByFuzzyLogic() {
        FuzzyLogic test = (FuzzyLogic) Cotede.procedure("FuzzyLogic", fuzzy("all"));
        FuzzyLogic lenient = (FuzzyLogic) Cotede.procedure("FuzzyLogic", fuzzy("any"));
        Profile profile =
                features(new double[] {1, NAN, 1, 1, NAN}, new double[] {5.2, 5.2, NAN, 5.2, NAN}, new double[] {
                    0.9, 0.9, 0.9, NAN, NAN
                });
        assertThat(onlyFeature(test, profile))
                .containsExactly(new double[] {0.47474747, NAN, NAN, NAN, NAN}, Offset.offset(1e-8));
        assertThat(onlyFeature(lenient, profile))
                .containsExactly(
                        new double[] {0.47474747, 0.44444444, 0.43434343, 0.51515152, NAN}, Offset.offset(1e-8));
        assertThat(test.flags(profile)).containsExactly(3, 0, 0, 0, 0);
    }

    @Test
    void bendsMembershipsAsTheirSuiteDoes() {
        double[] x = {-9, -6.3, -4, 4, 5.1, 0.1};
        assertThat(memberships(Membership.Shape.SMF, x, -6.3, 4.0))
                .containsExactly(of(0, 0, 0.09972665, 1, 1, 0.71326232), NEAR);
        assertThat(memberships(Membership.Shape.ZMF, x, -6.3, 4.0))
                .containsExactly(of(1, 1, 0.90027335, 0, 0, 0.28673768), NEAR);
        assertThat(memberships(Membership.Shape.TRIMF, x, -6.3, 0.0, 4.0))
                .containsExactly(of(0, 0, 0.36507937, 0, 0, 0.975), NEAR);
        assertThat(memberships(Membership.Shape.TRAPMF, x, -6.3, -1.0, 0.0, 2.0))
                .containsExactly(of(0, 0, 0.43396226, 0, 0, 0.95), NEAR);
    }

    @Test
    void comparesWithAClimatologyThatEnoughObservationsMade() {
        Map<String, double[]> beside = Map.of(
                "woa_mean", new double[] {10, 10, 10, 10, NAN},
                "woa_std", new double[] {1, 1, 1, 1, 1},
                "woa_nsamples", new double[] {5, 5, 2, 5, 5});
        Profile profile = new Profile(new double[] {13, 13.5, 99, NAN, 10}, 5, beside);
        assertThat(Cotede.procedure("WOA_NormBias", Map.of("threshold", 3)).flags(profile))
                .containsExactly(1, 3, 0, 9, 0);
        assertThat(Cotede.procedure("WOA_NormBias", Map.of("threshold", 3, "min_samples", 1))
                        .flags(profile))
                .containsExactly(1, 3, 3, 9, 0);
    }

    @Test
    void addsTheLogarithmsOfChances() {
        Map<String, ?> cfg = Map.of(
                "threshold",
                -1.5,
                "features",
                Map.of("a", Map.of("param", List.of(1, 1, 0, 1)), "b", Map.of("param", List.of(1, 1, 0, 2))));
        // Exponential distributions of means 1 and 2: ln of the chance above x is -x, and -x / 2
        Profile profile = new Profile(
                new double[4], 4, Map.of("a", new double[] {1, 1, NAN, NAN}, "b", new double[] {1, 2, 1, NAN}));
        Procedure test = Cotede.procedure("AnomalyDetection", cfg);
        assertThat(onlyFeature(test, profile)).containsExactly(of(-1.5, -2, -0.5, NAN), Offset.offset(1e-12));
        assertThat(test.flags(profile)).containsExactly(1, 4, 1, 0);
    }

    @Test
    void coversPolygonsWithTheirBordersAndWithoutTheirHoles() {
        Area area = Area.parse(
                "MULTIPOLYGON (((0 0, 10 0, 10 10, 0 10, 0 0), (2 2, 4 2, 4 4, 2 4, 2 2)), ((20 0, 21 0, 21 1, 20 0)))");
        assertThat(area.covers(5, 5)).isTrue();
        assertThat(area.covers(0, 3)).isTrue();
        assertThat(area.covers(3, 3)).isFalse();
        assertThat(area.covers(2, 3)).isTrue();
        assertThat(area.covers(20.75, 0.5)).isTrue();
        assertThat(area.covers(20.25, 0.5)).isFalse();
        assertThat(area.covers(NAN, 3)).isFalse();
        assertThat(Area.parse("POLYGON EMPTY").covers(0, 0)).isFalse();
    }

    @Test
    void saysWhatItCannotRead() {
        assertThatThrownBy(() -> Cotede.procedure("Spikes", Map.of()))
                .hasMessageContaining("found Spikes, expected one of")
                .hasMessageContaining("SpikeDepthConditional");
        assertThatThrownBy(() -> Cotede.procedure("Spike", Map.of()))
                .hasMessage("Cannot read threshold of CoTeDe's Spike: found null, expected a number.");
        assertThatThrownBy(() -> Cotede.procedure("GlobalRange", Map.of("minval", 2, "maxval", 1)))
                .hasMessage("Cannot make a global range: found 2.0 to 1.0, expected minval below maxval.");
        assertThatThrownBy(() -> Bound.parse("above 3")).hasMessageContaining("found \"above 3\"");
        assertThatThrownBy(() -> Area.parse("POINT (1 2)")).hasMessageContaining("expected POLYGON");
        assertThatThrownBy(() -> Area.parse("POLYGON ((0 0, 1 0, 1 1))"))
                .hasMessageContaining("the last of them the first");
        assertThatThrownBy(() -> new Membership(Membership.Shape.SMF, List.of(2.0, 1.0)))
                .hasMessageContaining("expected 2 numbers in ascending order");
    }

    private static final Offset<Double> NEAR = Offset.offset(1e-8);

    private static double[] of(double... numbers) {
        return numbers;
    }

    private static byte[] flags(String test, Map<String, ?> cfg) {
        return Cotede.procedure(test, cfg).flags(new Profile(TEMP, TEMP.length, Map.of(Cotede.PRESSURE, PRES)));
    }

    private static double[] memberships(Membership.Shape shape, double[] x, Double... corners) {
        Membership membership = new Membership(shape, List.of(corners));
        double[] memberships = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            memberships[i] = membership.of(x[i]);
        }
        return memberships;
    }

    private static double[] onlyFeature(Procedure test, Profile profile) {
        return test.features(profile).values().iterator().next().ofAll(profile.size());
    }

    private static Profile features(double[] first, double[] second, double[] third) {
        return new Profile(new double[first.length], first.length, Map.of("f1", first, "f2", second, "f3", third));
    }

    private static Map<String, ?> fuzzy(String require) {
        return Map.of(
                "require", require,
                "output",
                        Map.of(
                                "low", List.of(0.0, 0.225, 0.45),
                                "medium", List.of(0.275, 0.5, 0.725),
                                "high", List.of(0.55, 0.775)),
                "features",
                        Map.of(
                                "f1", sets(0.07, 0.2, 2, 6),
                                "f2", sets(3, 4, 5, 6),
                                "f3", sets(0.5, 1.5, 3, 4)));
    }

    private static Map<String, ?> sets(double a, double b, double c, double d) {
        return Map.of("low", List.of(a, b), "medium", List.of(a, b, c, d), "high", List.of(c, d));
    }
}
