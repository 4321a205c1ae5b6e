package dev.shoal.qc.argo;

import static dev.shoal.qc.argo.Floats.NAN;
import static dev.shoal.qc.argo.Floats.flags;
import static dev.shoal.qc.argo.Floats.run;
import static dev.shoal.qc.argo.Floats.same;
import static dev.shoal.qc.argo.Floats.values;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tests 23, 24 and 26. */
class SensorChecksTest {

    @Test
    void deepDataOfADeepFloatAreProbablyGoodAndSalinityProbablyBad() {
        ArgoProfile deep = Floats.profile(
                        "PRES", values(1000, 2000, 2001), "TEMP", values(4, 3, 2), "PSAL", same(35, 3))
                .with(Set.of(FloatTrait.DEEP));
        ArgoResult result = run(DeepFloatCheck.MANUAL, deep);
        assertThat(result.flagsOf("PRES")).isEqualTo(flags(1, 1, 2));
        assertThat(result.flagsOf("TEMP")).isEqualTo(flags(1, 1, 2));
        assertThat(result.flagsOf("PSAL")).isEqualTo(flags(1, 1, 3));
        assertThat(run(DeepFloatCheck.MANUAL, deep.with(ArgoMode.ADJUSTED)).flagsOf("PSAL"))
                .isEqualTo(flags(1, 1, 2));
        assertThat(run(DeepFloatCheck.MANUAL, deep.with(Set.of())).performed()).isEmpty();
    }

    @Test
    void salinityOfEarlyRbrSensorsIsProbablyBadUntilAdjusted() {
        ArgoProfile early = Floats.profile("PRES", values(5, 10), "PSAL", values(35, NAN))
                .with(Set.of(FloatTrait.RBR_CTD_BEFORE_APRIL_2021));
        assertThat(run(new EarlyRbrCheck(), early).flagsOf("PSAL")).isEqualTo(flags(3, 9));
        assertThat(run(new EarlyRbrCheck(), early.with(ArgoMode.ADJUSTED)).performed())
                .isEmpty();
        assertThat(run(new EarlyRbrCheck(), early.with(Set.of(FloatTrait.RBR_CTD)))
                        .performed())
                .isEmpty();
    }

    @Test
    void theConductivityCellMayBeTenDegreesOffAboveFiveHundredDecibarsAndOneAndAHalfBelow() {
        assertThat(cell(values(100, 500, 501, 600, 700), values(20, 20, 11.5, 11.5, 11.5)))
                .isEqualTo("11111");
        assertThat(cell(values(100, 500, 501, 600, 700), values(20.1, 20.1, 11.6, 10, 10)))
                .isEqualTo("44444");
        assertThat(cell(values(100, 500, 501, 600, 700), values(20.1, 10, 11.6, 10, 10)))
                .isEqualTo("11111");
    }

    @Test
    void aCellThatIsOffMakesSalinityProbablyBad() {
        assertThat(run(TempCndcCheck.MANUAL, rbr(values(600, 700, 800), values(20, 20, 20)))
                        .flagsOf("PSAL"))
                .isEqualTo(flags(3, 3, 3));
        assertThat(run(
                                TempCndcCheck.MANUAL,
                                rbr(values(600, 700, 800), values(20, 20, 20)).with(Set.of()))
                        .performed())
                .isEmpty();
    }

    private static String cell(double[] pressure, double[] cell) {
        StringBuilder text = new StringBuilder();
        for (byte flag : run(TempCndcCheck.MANUAL, rbr(pressure, cell)).flagsOf("TEMP_CNDC")) {
            text.append(flag);
        }
        return text.toString();
    }

    private static ArgoProfile rbr(double[] pressure, double[] cell) {
        int levels = pressure.length;
        return Floats.profile("PRES", pressure, "TEMP", same(10, levels), "PSAL", same(35, levels), "TEMP_CNDC", cell)
                .with(Set.of(FloatTrait.RBR_CTD));
    }
}
