package dev.shoal.qc.argo;

import static dev.shoal.qc.argo.Floats.flags;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArgoResultTest {

    @Test
    void gradesAProfileByItsShareOfGoodValues() {
        assertThat(ArgoResult.grade(flags(1, 2, 5, 8))).isEqualTo('A');
        assertThat(ArgoResult.grade(flags(1, 1, 1, 4))).isEqualTo('B');
        assertThat(ArgoResult.grade(flags(1, 1, 4, 3))).isEqualTo('C');
        assertThat(ArgoResult.grade(flags(1, 4, 4, 3))).isEqualTo('D');
        assertThat(ArgoResult.grade(flags(1, 4, 4, 3, 3))).isEqualTo('E');
        assertThat(ArgoResult.grade(flags(4, 3))).isEqualTo('F');
    }

    @Test
    void missingAndUntestedValuesDoNotCount() {
        assertThat(ArgoResult.grade(flags(1, 9, 9, 0))).isEqualTo('A');
        assertThat(ArgoResult.grade(flags(9, 0))).isEqualTo(' ');
        assertThat(ArgoResult.grade(flags())).isEqualTo(' ');
    }
}
