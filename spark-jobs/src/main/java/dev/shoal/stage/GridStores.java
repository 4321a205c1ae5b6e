package dev.shoal.stage;

import dev.shoal.netcdf.UnreadableException;
import dev.shoal.plan.Window;
import dev.shoal.spec.LayoutSpec;
import dev.shoal.spec.RunSpec;
import dev.shoal.zarr.ZarrStore;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;

/**
 * The places of a dataset of fields.
 *
 * @param main root of the store that the dataset is known by
 * @param others roots of the stores with the same values in other chunks, by the names of their layouts
 */
record GridStores(String main, Map<String, String> others) {

    GridStores {
        others = new TreeMap<>(others);
    }

    /** Names one store without others. */
    static GridStores of(String main) {
        return new GridStores(main, Map.of());
    }

    /** Names the stores of a new build. */
    static GridStores of(String folder, RunSpec spec, String digest) {
        String start = folder + "/" + spec.dataset() + "-";
        if (spec.output().layouts().isEmpty()) {
            return of(start + digest + ".zarr");
        }
        Map<String, String> all = new LinkedHashMap<>();
        for (LayoutSpec layout : spec.output().layouts()) {
            all.put(layout.name(), start + layout.name() + "-" + digest + ".zarr");
        }
        String main = all.remove(spec.output().layouts().get(0).name());
        return new GridStores(String.valueOf(main), all);
    }

    /**
     * Tells how the stores stand beside a number of cells that they were registered with. The first store is shown
     * first, so one of the others that differs was left behind by a run that was stopped.
     */
    Standing standing(long cells, Configuration conf) {
        String store = main;
        try {
            boolean same = cells(ZarrStore.open(main, conf)) == cells;
            for (String other : others.values()) {
                store = other;
                same &= cells(ZarrStore.open(other, conf)) == cells;
            }
            return same ? Standing.REGISTERED : Standing.AHEAD;
        } catch (UnreadableException gone) {
            return Standing.OTHER;
        } catch (IOException error) {
            throw StageException.store(store, error);
        }
    }

    /** Returns the cells of all variables of a store, without their flags. */
    static long cells(ZarrStore store) {
        return StoreState.variables(store).stream()
                .mapToLong(array -> Window.whole(array.shape()).size())
                .sum();
    }
}
