package dev.shoal.qc.argo;

import java.util.BitSet;
import java.util.List;

/**
 * Test 7: values that a sea does not have are bad there (Argo Quality Control Manual for CTD and Trajectory Data 3.2,
 * test 7).
 *
 * @param seas with their ranges
 */
public record RegionalRangeCheck(List<Sea> seas) implements ArgoCheck {

    /** The manual's seas: the Red Sea and the Mediterranean. */
    public static final RegionalRangeCheck MANUAL = new RegionalRangeCheck(List.of(Sea.RED, Sea.MEDITERRANEAN));

    /** Copies the list. */
    public RegionalRangeCheck {
        seas = List.copyOf(seas);
    }

    @Override
    public ArgoTest test() {
        return ArgoTest.REGIONAL_RANGE;
    }

    @Override
    public void run(ArgoWork work) {
        Station station = work.profile().station();
        for (Sea sea : seas) {
            if (work.hasPosition() && sea.contains(station.latitude(), station.longitude())) {
                judge(work, sea);
            }
        }
    }

    private void judge(ArgoWork work, Sea sea) {
        sea.ranges().forEach((name, range) -> {
            if (work.has(name)) {
                work.performed(test(), name);
                BitSet outside = Levels.outside(work.values(name), range.least(), range.most());
                work.raise(test(), name, outside, ArgoFlag.BAD);
            }
        });
    }
}
