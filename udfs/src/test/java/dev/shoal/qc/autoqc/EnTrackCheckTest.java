package dev.shoal.qc.autoqc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnTrackCheckTest {

    private static final int CTD = 4;

    @Test
    void believesAShipThatKeepsItsSpeed() {
        assertThat(EnTrackCheck.reject(northward(AutoqcCast.XBT, 0, 0.5, 1, 1.5, 2)))
                .doesNotContain(true);
        assertThat(EnTrackCheck.reject(northward(AutoqcCast.XBT, 7))).containsExactly(false);
        assertThat(EnTrackCheck.reject(List.of())).isEmpty();
    }

    @Test
    void rejectsTheCastThatLeapsAwayAndComesBack() {
        assertThat(EnTrackCheck.reject(northward(AutoqcCast.XBT, 0, 0.5, 9, 1.5, 2, 2.5)))
                .containsExactly(false, false, true, false, false, false);
        assertThat(EnTrackCheck.reject(northward(AutoqcCast.XBT, 9, 0.5, 1, 1.5, 2)))
                .containsExactly(true, false, false, false, false);
        assertThat(EnTrackCheck.reject(northward(AutoqcCast.XBT, 0, 0.5, 1, 1.5, 9)))
                .containsExactly(false, false, false, false, true);
    }

    @Test
    void isStricterWithBuoys() {
        assertThat(EnTrackCheck.reject(northward(CTD, 0, 0.01, 0.02, 0.5, 0.04, 0.05)))
                .containsExactly(false, false, false, true, false, false);
        assertThat(EnTrackCheck.reject(northward(AutoqcCast.XBT, 0, 0.01, 0.02, 0.5, 0.04, 0.05)))
                .doesNotContain(true);
    }

    @Test
    void rejectsAllWhereMoreThanHalfCannotBe() {
        assertThat(EnTrackCheck.reject(northward(AutoqcCast.XBT, 0, 40, -40, 60)))
                .containsOnly(true);
    }

    @Test
    void judgesInOrderOfTimeAndLeavesOutWhatHasNoPlaceOrHour() {
        List<AutoqcCast> casts = new ArrayList<>(northward(AutoqcCast.XBT, 0, 0.5, 9, 1.5, 2, 2.5));
        casts.add(new AutoqcCast(Double.NaN, 0, 2001, 5, 6, 3, AutoqcCast.XBT, ""));
        casts.add(new AutoqcCast(80, 0, 2001, 5, 6, Double.NaN, AutoqcCast.XBT, ""));
        Collections.reverse(casts);
        assertThat(EnTrackCheck.reject(casts)).containsExactly(false, false, false, false, false, true, false, false);
    }

    /** Makes a track along the meridian of Greenwich, one cast an hour. */
    private static List<AutoqcCast> northward(int probeType, double... lats) {
        List<AutoqcCast> casts = new ArrayList<>();
        for (int i = 0; i < lats.length; i++) {
            casts.add(new AutoqcCast(lats[i], 0, 2001, 5, 6, i, probeType, ""));
        }
        return casts;
    }
}
