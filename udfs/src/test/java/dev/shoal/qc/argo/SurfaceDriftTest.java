package dev.shoal.qc.argo;

import static dev.shoal.qc.argo.Floats.flags;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Test 20. A hundredth of a degree of latitude is 1.1 km: 3 m/s for 370 s. */
class SurfaceDriftTest {

    @Test
    void slowPositionsAreGood() {
        assertThat(judge(fix(0, 0, 'G'), fix(600, 0.01, 'G'), fix(1200, 0.02, 'G')))
                .isEqualTo(flags(1, 1, 1));
        assertThat(judge()).isEmpty();
        assertThat(judge(fix(0, 0, '1'))).isEqualTo(flags(1));
    }

    @Test
    void theLessExactEndOfAFastStepIsDoubted() {
        assertThat(judge(fix(0, 0, '3'), fix(600, 0.1, '1'), fix(1200, 0.01, '3')))
                .isEqualTo(flags(1, 3, 1));
        assertThat(judge(fix(0, 0, '1'), fix(600, 0.1, '3'), fix(1200, 0.1, '3')))
                .isEqualTo(flags(3, 1, 1));
    }

    @Test
    void ofEquallyExactOnesTheOneThatStandsOut() {
        assertThat(judge(
                        fix(0, 0, '3'),
                        fix(600, 0.001, '3'),
                        fix(1200, 0.1, '3'),
                        fix(1800, 0.003, '3'),
                        fix(2400, 0.004, '3')))
                .isEqualTo(flags(1, 1, 3, 1, 1));
        assertThat(judge(fix(0, 0.1, '3'), fix(600, 0.001, '3'), fix(1200, 0.002, '3'), fix(1800, 0.003, '3')))
                .isEqualTo(flags(3, 1, 1, 1));
        assertThat(judge(fix(0, 0, '3'), fix(600, 0.001, '3'), fix(1200, 0.002, '3'), fix(1800, 0.1, '3')))
                .isEqualTo(flags(1, 1, 1, 3));
    }

    @Test
    void nobodyKnowsWhichOfTwoIsWrong() {
        assertThat(judge(fix(0, 0, 'G'), fix(60, 0.01, '3'))).isEqualTo(flags(3, 3));
    }

    /** 1.1 km in 60 s is fast, but two positions of class 1 may each be 1 km off. */
    @Test
    void aStepWithinTheErrorIsNotHeldAgainstThem() {
        assertThat(judge(fix(0, 0, '1'), fix(60, 0.01, '1'))).isEqualTo(flags(1, 1));
    }

    @Test
    void repeatedPositionsAndThoseOfAnotherCycleAreBad() {
        assertThat(judge(fix(0, 0, 'G'), fix(0, 0, 'G'), fix(600, 0.001, 'G'))).isEqualTo(flags(1, 4, 1));
        assertThat(judge(fix(0, 0, 'G'), fix(90_000, 0.001, 'G'))).isEqualTo(flags(1, 4));
    }

    @Test
    void positionsTooFarFromTheLastCyclesAreBad() {
        SurfaceFix last = fix(0, 0, 'G');
        assertThat(SurfaceDrift.MANUAL.flags(List.of(fix(1000, 1, 'G'), fix(2000, 0.01, 'G')), Optional.of(last)))
                .isEqualTo(flags(4, 1));
    }

    @Test
    void theOrderInWhichTheyComeDoesNotMatter() {
        assertThat(judge(fix(1200, 0.01, '3'), fix(0, 0, '3'), fix(600, 0.1, '1')))
                .isEqualTo(flags(1, 1, 3));
    }

    @Test
    void refusesAccuraciesOfOtherKinds() {
        assertThatThrownBy(() -> fix(0, 0, 'I'))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found 'I', expected one of G3210ABZ");
    }

    private static byte[] judge(SurfaceFix... fixes) {
        return SurfaceDrift.MANUAL.flags(List.of(fixes), Optional.empty());
    }

    private static SurfaceFix fix(long seconds, double latitude, char accuracy) {
        return new SurfaceFix(seconds * 1_000_000, latitude, 0, SurfaceFix.Accuracy.of(accuracy));
    }
}
