package dev.shoal.stage;

import dev.shoal.plan.GridPlan;
import dev.shoal.zarr.ZarrArray;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything an executor needs to carry new steps from a dataset's first store to another layout; sent to each once.
 *
 * @param plan the work
 * @param main root of the first store
 * @param mainArrays its arrays, in the shape that they have once the work is done
 * @param store root of the layout's store
 * @param arrays its arrays, in the same shape
 * @param ledger folder with one small object for each unit that is done
 */
record LayoutJob(
        GridPlan plan, String main, List<ZarrArray> mainArrays, String store, List<ZarrArray> arrays, String ledger)
        implements Serializable {

    LayoutJob {
        mainArrays = new ArrayList<>(mainArrays);
        arrays = new ArrayList<>(arrays);
    }
}
