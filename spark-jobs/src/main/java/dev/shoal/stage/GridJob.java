package dev.shoal.stage;

import dev.shoal.cf.view.FieldViews;
import dev.shoal.plan.GridPlan;
import dev.shoal.spec.OutputSpec;
import dev.shoal.zarr.ZarrArray;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything an executor needs to make the chunks of a store; sent to each once.
 *
 * @param plan the work
 * @param sources one for each array of the plan
 * @param ways how each array of the plan comes to the target grid, or an empty list for the source's own
 * @param views what the files' fields are made before anything else is done with them
 * @param periods how the steps of each array of the plan are put together, or an empty list where they stay
 * @param failed what becomes of values that failed
 * @param store root of the Zarr store
 * @param arrays of the store, in the shape that they have once the work is done
 * @param ledger folder with one small object for each unit that is done, see {@link UnitLedger}
 * @param taskBytes most that a task may hold
 * @param damaged files known to be damaged, of which nothing is taken, with the reasons
 */
record GridJob(
        GridPlan plan,
        List<GridSource> sources,
        List<FieldWay> ways,
        FieldViews views,
        List<PeriodPlan> periods,
        OutputSpec.FailedValues failed,
        String store,
        List<ZarrArray> arrays,
        String ledger,
        long taskBytes,
        Map<String, String> damaged)
        implements Serializable {

    GridJob {
        sources = new ArrayList<>(sources);
        ways = new ArrayList<>(ways);
        periods = new ArrayList<>(periods);
        arrays = new ArrayList<>(arrays);
        damaged = new TreeMap<>(damaged);
    }

    /** Tells whether the valid share of an array's cells is written beside its values. */
    boolean tellsFraction(int array) {
        return !ways.isEmpty() && ways.get(array).tellsFraction();
    }

    /** Returns the names of the arrays that a variable may have. */
    static List<String> namesOf(String variable) {
        return List.of(variable, flagsOf(variable), fractionOf(variable));
    }

    /** Returns the name of the array that holds the valid shares of a variable's cells. */
    static String fractionOf(String variable) {
        return variable + "_valid_fraction";
    }

    /** Returns the name of the array that holds the flags of a variable. */
    static String flagsOf(String variable) {
        return variable + "_qc";
    }
}
