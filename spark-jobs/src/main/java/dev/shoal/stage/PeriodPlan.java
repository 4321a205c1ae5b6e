package dev.shoal.stage;

import dev.shoal.cf.TimePeriod;
import dev.shoal.plan.StepSource;
import dev.shoal.spec.TimeSpec;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * How the steps of one array are put together to periods, each of which is one step of the target.
 *
 * @param steps where every step of the source is found; none for an array without time
 * @param periods in order, with places in {@code steps}
 * @param how what becomes of the values; one
 */
record PeriodPlan(List<StepSource> steps, List<TimePeriod> periods, TimeSpec how) implements Serializable {

    private static final long serialVersionUID = 1;

    PeriodPlan {
        steps = new ArrayList<>(steps);
        periods = new ArrayList<>(periods);
    }

    /** Returns where the steps of a period are found, in order of time. */
    List<StepSource> stepsOf(TimePeriod period) {
        List<StepSource> found = new ArrayList<>();
        for (int step : period.steps()) {
            found.add(steps.get(step));
        }
        return found;
    }

    /** Returns for each period the first of its steps that a file has. */
    List<StepSource> firsts() {
        List<StepSource> firsts = new ArrayList<>();
        for (TimePeriod period : periods) {
            firsts.add(stepsOf(period).stream()
                    .filter(StepSource::isPresent)
                    .findFirst()
                    .orElse(StepSource.ABSENT));
        }
        return firsts;
    }
}
