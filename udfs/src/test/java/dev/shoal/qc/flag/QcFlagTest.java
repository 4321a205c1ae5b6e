package dev.shoal.qc.flag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class QcFlagTest {

    @Test
    void ranksMissingBelowUnknownBelowGoodBelowSuspectBelowFail() {
        byte[] ascending = {9, 2, 1, 3, 4};
        for (int a = 0; a < ascending.length; a++) {
            for (int b = 0; b < ascending.length; b++) {
                assertThat(QcFlag.worse(ascending[a], ascending[b])).isEqualTo(ascending[Math.max(a, b)]);
            }
        }
    }

    @Test
    void countsOtherCodesForNothing() {
        assertThat(QcFlag.worse((byte) 7, (byte) 2)).isEqualTo(QcFlag.UNKNOWN);
        assertThat(QcFlag.worse((byte) 0, (byte) -1)).isEqualTo(QcFlag.MISSING);
    }

    @Test
    void namesTheFiveFlags() {
        StringBuilder names = new StringBuilder();
        for (byte flag : QcFlag.codes()) {
            assertThat(QcFlag.isFlag(flag)).isTrue();
            names.append(names.isEmpty() ? "" : " ").append(QcFlag.name(flag));
        }
        assertThat(names).hasToString(QcFlag.meanings());
        assertThatThrownBy(() -> QcFlag.name((byte) 7))
                .hasMessage("Cannot name the QC flag 7: expected one of 1, 2, 3, 4, 9.");
    }

    @Test
    void refusesToRollUpArraysOfTwoLengths() {
        assertThatThrownBy(() -> QcFlag.rollUp(new byte[3], new byte[4]))
                .hasMessage("Cannot roll up flags: found 3 and 4 values, expected as many of one as of the other.");
    }
}
