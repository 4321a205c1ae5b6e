package dev.shoal.stage;

import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.plan.Window;
import dev.shoal.zarr.ZarrArray;
import dev.shoal.zarr.ZarrStore;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;

/**
 * What a published store holds already, as far as it decides whether files can be added to its end.
 *
 * @param root of the store
 * @param keys of its steps, see {@link TimeKeys#key}; empty without a time axis
 * @param time how its steps are told apart; absent without a time axis
 * @param grids fingerprint of the source grid by variable
 */
record StoreState(String root, long[] keys, Optional<TimeKeys> time, Map<String, String> grids) {

    /** Attribute of a variable that keeps the fingerprint of the grid it came from. */
    static final String GRID_ATTRIBUTE = "shoal_source_grid";

    /** Reads the state of a store. */
    static StoreState read(String root, Configuration conf) {
        try {
            ZarrStore store = ZarrStore.open(root, conf);
            Map<String, String> grids = new TreeMap<>();
            for (ZarrArray array : store.arrays()) {
                array.attributes().text(GRID_ATTRIBUTE).ifPresent(digest -> grids.put(array.path(), digest));
            }
            Optional<ZarrArray> time = store.array(GridStoreLayout.TIME);
            if (time.isEmpty()) {
                return new StoreState(root, new long[0], Optional.empty(), grids);
            }
            TimeKeys keys = TimeKeys.of(time.get().type(), time.get().attributes());
            return new StoreState(root, keys(store, time.get(), keys), Optional.of(keys), grids);
        } catch (IOException error) {
            throw StageException.store(root, error);
        }
    }

    private static long[] keys(ZarrStore store, ZarrArray time, TimeKeys keys) throws IOException {
        ArrayBlock block = store.read(time, Window.whole(time.shape()));
        if (keys.timestamps()) {
            return (long[]) block.values();
        }
        double[] numbers = block.toDoubles();
        long[] sortable = new long[numbers.length];
        for (int i = 0; i < sortable.length; i++) {
            sortable[i] = TimeKeys.sortable(numbers[i]);
        }
        return sortable;
    }

    /** Returns the last key, or nothing for a store without steps. */
    Optional<Long> lastKey() {
        return keys.length == 0 ? Optional.empty() : Optional.of(keys[keys.length - 1]);
    }
}
