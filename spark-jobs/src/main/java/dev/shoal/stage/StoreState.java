package dev.shoal.stage;

import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.netcdf.Attributes;
import dev.shoal.plan.Window;
import dev.shoal.spec.SourceSpec;
import dev.shoal.zarr.ZarrArray;
import dev.shoal.zarr.ZarrStore;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;

/**
 * What a published store holds already, as far as it decides whether files can be added to its end.
 *
 * @param root of the store
 * @param keys of its steps, see {@link TimeKeys#key}; empty without a time axis
 * @param time how its steps are told apart; absent without a time axis
 * @param variables the arrays of the variables, without their flags
 * @param levels values of the vertical coordinate by variable; none for a variable without one
 */
record StoreState(
        String root,
        long[] keys,
        Optional<TimeKeys> time,
        Map<String, ZarrArray> variables,
        Map<String, double[]> levels) {

    /** Attribute of a variable that keeps the fingerprint of the grid it came from. */
    static final String GRID_ATTRIBUTE = "shoal_source_grid";

    /** Attribute of a variable that keeps the order of the axes it came with. */
    static final String AXES_ATTRIBUTE = "shoal_source_axes";

    /** Reads the state of a store. */
    static StoreState read(String root, Configuration conf) {
        try {
            ZarrStore store = ZarrStore.open(root, conf);
            Map<String, ZarrArray> variables = new TreeMap<>();
            Map<String, double[]> levels = new TreeMap<>();
            for (ZarrArray array : variables(store)) {
                variables.put(array.path(), array);
                levels.put(array.path(), levels(store, array));
            }
            Optional<ZarrArray> time = store.array(GridStoreLayout.TIME);
            if (time.isEmpty()) {
                return new StoreState(root, new long[0], Optional.empty(), variables, levels);
            }
            TimeKeys keys = TimeKeys.of(time.get().type(), time.get().attributes());
            return new StoreState(root, keys(store, time.get(), keys), Optional.of(keys), variables, levels);
        } catch (IOException error) {
            throw StageException.store(root, error);
        }
    }

    /** Returns the arrays of a store's variables, without those of their coordinates and flags. */
    static List<ZarrArray> variables(ZarrStore store) {
        return store.arrays().stream()
                .filter(array -> array.attributes().text(GRID_ATTRIBUTE).isPresent())
                .toList();
    }

    private static double[] levels(ZarrStore store, ZarrArray array) throws IOException {
        int axis = overTime(array) ? 1 : 0;
        if (array.rank() - axis < 3) {
            return new double[0];
        }
        ZarrArray vertical = store.array(array.dimensions().get(axis))
                .orElseThrow(
                        () -> new IOException("Cannot find the levels of '" + array.path() + "' in " + store.root()));
        return store.read(vertical, Window.whole(vertical.shape())).toDoubles();
    }

    private static boolean overTime(ZarrArray array) {
        return array.dimensions().get(0).equals(GridStoreLayout.TIME);
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

    /** Returns the state without the steps that these files have. */
    StoreState without(List<FileDescription> files, SourceSpec source) {
        Set<Long> theirs = new HashSet<>();
        for (FileDescription file : files) {
            for (GridDescription field : file.grids()) {
                if (field.isWanted(source.variables())
                        && time.filter(own -> own.fits(field.time())).isPresent()) {
                    for (int step = 0; step < field.time().count(); step++) {
                        theirs.add(time.get().key(field.time(), step));
                    }
                }
            }
        }
        long[] others = Arrays.stream(keys).filter(key -> !theirs.contains(key)).toArray();
        return new StoreState(root, others, time, variables, levels);
    }

    /** Returns the last key, or nothing for a store without steps. */
    Optional<Long> lastKey() {
        return keys.length == 0 ? Optional.empty() : Optional.of(keys[keys.length - 1]);
    }

    /** Returns the names of the variables that have a time axis. */
    Set<String> variablesOverTime() {
        return variables.values().stream()
                .filter(StoreState::overTime)
                .map(ZarrArray::path)
                .collect(Collectors.toSet());
    }

    private Optional<String> otherLevels(GridDescription field) {
        String name = field.vertical().name();
        return variables.values().stream()
                .filter(array -> array.dimensions().contains(name)
                        && !Arrays.equals(
                                levels.get(array.path()), field.vertical().values()))
                .findFirst()
                .map(array -> "has other levels '" + name + "' than variable '" + array.path()
                        + "' of the dataset. Give files of the same levels a dataset of their own.");
    }

    /**
     * Returns why a field cannot stand in the array of its name; nothing where it can, or where there is no such array.
     */
    Optional<String> conflict(GridDescription field) {
        ZarrArray array = variables.get(field.name());
        if (array == null) {
            return otherLevels(field);
        }
        Attributes attributes = array.attributes();
        if (!attributes.text(GRID_ATTRIBUTE).equals(Optional.of(field.gridDigest()))) {
            return Optional.of("lies on another grid (" + field.ny() + " x " + field.nx()
                    + " points) than the dataset has. Give files of one grid a dataset of their own.");
        }
        String units = attributes.text("units").orElse("");
        if (!units.equals(field.units())) {
            return Optional.of("is in '" + field.units() + "', the dataset has '" + units
                    + "'. Give files of one unit a dataset of their own.");
        }
        if (!Arrays.equals(levels.get(field.name()), field.vertical().values())) {
            return Optional.of("has other vertical levels than the dataset has. Give files of the same levels a dataset"
                    + " of their own.");
        }
        boolean sameTime = overTime(array) == field.time().count() > 0
                && (field.time().count() == 0 || time.orElseThrow().fits(field.time()));
        if (!sameTime || !attributes.text(AXES_ATTRIBUTE).equals(Optional.of(field.axes()))) {
            return Optional.of("has its axes in another order, or counts time in another way, than the dataset has."
                    + " Give it a dataset of its own.");
        }
        return Optional.empty();
    }
}
