package dev.shoal.qc.argo;

import static dev.shoal.qc.argo.Floats.NAN;
import static dev.shoal.qc.argo.Floats.flags;
import static dev.shoal.qc.argo.Floats.run;
import static dev.shoal.qc.argo.Floats.same;
import static dev.shoal.qc.argo.Floats.steps;
import static dev.shoal.qc.argo.Floats.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests 56, 57 and 59. */
class BgcChecksTest {

    @Test
    void phIsProbablyBadUntilAdjusted() {
        ArgoProfile profile = Floats.profile("PRES", values(5, 10), "PH_IN_SITU_TOTAL", values(8, NAN));
        assertThat(run(new PhCheck(), profile).flagsOf("PH_IN_SITU_TOTAL")).isEqualTo(flags(3, 9));
        assertThat(run(new PhCheck(), profile.with(ArgoMode.ADJUSTED)).performed())
                .isEmpty();
    }

    @Test
    void oxygenFollowsPressureTemperatureAndSalinity() {
        assertThat(run(DoxyCheck.MANUAL, oxygen(), bad()).flagsOf("DOXY")).isEqualTo(flags(3, 4, 4, 3));
        assertThat(run(DoxyCheck.CORIOLIS, oxygen(), bad()).flagsOf("DOXY")).isEqualTo(flags(3, 4, 4, 4));
    }

    @Test
    void adjustedOxygenIsGoodWhereTheyAre() {
        assertThat(run(DoxyCheck.MANUAL, oxygen().with(ArgoMode.ADJUSTED), bad())
                        .flagsOf("DOXY"))
                .isEqualTo(flags(1, 4, 4, 3));
    }

    /** Bad at 20 dbar: hit is what lies between 10 and 30. */
    @Test
    void oxygenWithPressuresOfItsOwnFollowsTheCtdAroundIt() {
        byte[] good = flags(1, 1, 1, 1);
        CtdLevels ctd = new CtdLevels(
                values(10, 20, 30, 40), values(12, 11, 10, 9), same(35, 4), good, flags(1, 4, 1, 1), good);
        ArgoProfile profile = Floats.profile("PRES", values(10, 10.5, 20, 29, 30, 95), "DOXY", same(200, 6));
        ArgoResult result =
                run(DoxyCheck.MANUAL, profile, ArgoSurroundings.at(Floats.NOW).with(ctd));
        assertThat(result.flagsOf("DOXY")).isEqualTo(flags(3, 4, 4, 4, 3, 3));
    }

    @Test
    void theCtdIsInterpolatedAndHeldALittleBeyondItsEnds() {
        byte[] good = flags(1, 1, 1);
        CtdLevels ctd = new CtdLevels(values(10, 20, 40), values(12, 11, 9), values(35, NAN, 36), good, good, good);
        assertThat(ctd.temperatureAt(values(0, 10, 15, 30, 90)))
                .containsExactly(new double[] {12, 12, 11.5, 10, 9}, within(1e-12));
        assertThat(ctd.temperatureAt(values(-0.1, 90.1))).containsExactly(NAN, NAN);
        assertThat(ctd.salinityAt(values(25))).containsExactly(new double[] {35.5}, within(1e-12));
        assertThat(CtdLevels.NONE.temperatureAt(values(5))).containsExactly(NAN);
    }

    @Test
    void refusesWhatDoesNotFitTogether() {
        assertThatThrownBy(() -> new CtdLevels(values(1), values(1, 2), values(1), flags(1), flags(1), flags(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found 1 pressures, 2 temperatures");
        assertThatThrownBy(() -> new Fluorometer(48, 0.01, List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0)))
                .hasMessageContaining("found 6 dark counts");
        assertThatThrownBy(() -> run(
                        new PhCheck(),
                        oxygen(),
                        ArgoSurroundings.at(Floats.NOW).withFlagsBefore(Map.of("DOXY", flags(1)))))
                .hasMessageContaining("DOXY of 6901234, cycle 10: found 1 flags before the tests, expected 4");
        assertThatThrownBy(() -> Floats.profile("PRES", values(1, 2), "TEMP", values(1)))
                .hasMessageContaining("found 1 levels of TEMP, expected 2");
    }

    @Test
    void absorbanceTellsNitrate() {
        assertThat(nitrate(0.7)).isEqualTo(flags(3, 3));
        assertThat(nitrate(0.9)).isEqualTo(flags(3, 3));
        assertThat(nitrate(1.2)).isEqualTo(flags(4, 4));
    }

    @Test
    void adjustedNitrateIsDoubtfulFromAnAbsorbanceOfEightTenths() {
        ArgoProfile profile = nitrateProfile().with(ArgoMode.ADJUSTED);
        ArgoSurroundings surroundings = ArgoSurroundings.at(Floats.NOW).with(spectra(0.7, 0));
        assertThat(run(NitrateCheck.MANUAL, profile, surroundings).flagsOf("NITRATE"))
                .isEqualTo(flags(2, 2));
        surroundings = ArgoSurroundings.at(Floats.NOW).with(spectra(0.9, 0));
        assertThat(run(NitrateCheck.MANUAL, profile, surroundings).flagsOf("NITRATE"))
                .isEqualTo(flags(3, 3));
    }

    /** A zigzag of 0.01 in absorbance is far from a line; a root mean square of 0.003 is too much. */
    @Test
    void aSpectrumThatDoesNotFitIsBad() {
        ArgoSurroundings surroundings = ArgoSurroundings.at(Floats.NOW).with(spectra(0.5, 0.01));
        assertThat(run(NitrateCheck.MANUAL, nitrateProfile(), surroundings).flagsOf("NITRATE"))
                .isEqualTo(flags(4, 4));
    }

    @Test
    void aSaturatedPixelIsProbablyBad() {
        NitrateSpectra spectra = spectra(0.5, 0);
        spectra.intensity()[0][3] = 65_535;
        assertThat(spectra.isSaturated(0)).isTrue();
        assertThat(spectra.isSaturated(1)).isFalse();
    }

    @Test
    void spectraFitTheirCalibration() {
        assertThatThrownBy(() -> new NitrateSpectra(
                        new double[][] {{1}},
                        values(1),
                        values(217, 218),
                        values(1, 1),
                        values(1, 1),
                        values(1, 1),
                        20,
                        0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected 2 pixels throughout");
    }

    /** Residuals of (0, 1, 0, 1) about the line through them: -0.2, 0.6, -0.6, 0.2. */
    @Test
    void leastSquaresLeaveResiduals() {
        double[][] by = {{1, 0}, {1, 1}, {1, 2}, {1, 3}};
        assertThat(LeastSquares.residual(by, values(0, 1, 0, 1))).isCloseTo(Math.sqrt(0.2), within(1e-12));
        assertThat(LeastSquares.residual(new double[][] {{1, 2}, {1, 2}, {1, 2}}, values(1, 2, 3)))
                .isNaN();
        assertThat(LeastSquares.residual(new double[][] {{1, 2}}, values(1))).isNaN();
    }

    private static byte[] nitrate(double absorbance) {
        return run(
                        NitrateCheck.MANUAL,
                        nitrateProfile(),
                        ArgoSurroundings.at(Floats.NOW).with(spectra(absorbance, 0)))
                .flagsOf("NITRATE");
    }

    private static ArgoProfile nitrateProfile() {
        return Floats.profile(
                "PRES", values(10, 20), "TEMP", values(20, 20), "PSAL", values(0, 0), "NITRATE", values(10, 20));
    }

    /** Makes spectra of one absorbance at all pixels from 215 to 242 nm, with a zigzag on it. */
    private static NitrateSpectra spectra(double absorbance, double zigzag) {
        double[] wavelength = steps(215, 1, 28);
        double[][] intensity = new double[2][wavelength.length];
        for (double[] level : intensity) {
            for (int pixel = 0; pixel < wavelength.length; pixel++) {
                double here = absorbance + (pixel % 2 == 0 ? zigzag : -zigzag);
                level[pixel] = 100 + 10_000 * Math.pow(10, -here);
            }
        }
        double[] extinction = new double[wavelength.length];
        for (int pixel = 0; pixel < extinction.length; pixel++) {
            extinction[pixel] = Math.exp(-0.1 * pixel);
        }
        return new NitrateSpectra(
                intensity,
                values(100, 100),
                wavelength,
                extinction,
                same(0.001, wavelength.length),
                same(10_000, wavelength.length),
                20,
                0);
    }

    private static ArgoProfile oxygen() {
        return Floats.profile(
                "PRES", values(5, 10, 15, 20), "TEMP", values(9, 8, 7, 6), "PSAL", same(35, 4), "DOXY", same(200, 4));
    }

    private static ArgoSurroundings bad() {
        return ArgoSurroundings.at(Floats.NOW)
                .withFlagsBefore(
                        Map.of("PRES", flags(1, 4, 1, 1), "TEMP", flags(1, 1, 4, 1), "PSAL", flags(1, 1, 1, 4)));
    }
}
