package dev.shoal.spec;

import dev.shoal.cf.Resampling;
import dev.shoal.regrid.time.TimeStatistic;
import java.io.Serializable;

/**
 * The periods that the steps of a dataset are put together to.
 *
 * @param by the periods
 * @param statistic what becomes of their values
 * @param leastValidShare share of the steps that a period has room for that must have a value, in [0, 1]; with 0 one is
 *     enough
 */
public record TimeSpec(Resampling by, TimeStatistic statistic, double leastValidShare) implements Serializable {

    private static final long serialVersionUID = 1;

    /** Refuses a share outside [0, 1]. */
    public TimeSpec {
        if (!(leastValidShare >= 0 && leastValidShare <= 1)) {
            throw new IllegalArgumentException("Cannot put times together: the least valid share is " + leastValidShare
                    + ", expected a share from 0 to 1.");
        }
    }

    /** Returns what {@code cell_methods} says of it (CF 1.11, sections 7.3 and 7.4). */
    public String cellMethods(String time) {
        String comment = switch (statistic) {
            case COUNT -> " (comment: number of valid values)";
            case FIRST -> " (comment: first valid value)";
            case LAST -> " (comment: last valid value)";
            case MEAN, SUM, MINIMUM, MAXIMUM -> "";
        };
        String method = time + ": " + statistic.method();
        return by.climatology() ? method + " within years " + method + " over years" + comment : method + comment;
    }
}
