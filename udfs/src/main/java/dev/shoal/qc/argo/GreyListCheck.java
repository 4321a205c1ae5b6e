package dev.shoal.qc.argo;

import java.util.List;

/**
 * Test 15: values of a sensor on the grey list get the flag that the list tells (Argo Quality Control Manual for CTD
 * and Trajectory Data, test 15). Bad pressure makes everything at its levels bad.
 *
 * @param list of doubtful sensors
 */
public record GreyListCheck(GreyList list) implements ArgoCheck {

    @Override
    public ArgoTest test() {
        return ArgoTest.GREY_LIST;
    }

    @Override
    public void run(ArgoWork work) {
        Station station = work.profile().station();
        if (station.timeMicros() == Station.NO_TIME) {
            return;
        }
        work.performed(test());
        List<GreyList.Entry> entries = list.of(station.platform());
        for (GreyList.Entry entry : entries) {
            if (entry.covers(station.timeMicros()) && work.has(entry.parameter())) {
                work.raise(test(), entry.parameter(), work.present(entry.parameter()), entry.flag());
            }
        }
        if (!entries.isEmpty()) {
            work.spreadBadPressure(test());
        }
    }
}
