package dev.shoal.stage;

import dev.shoal.spec.SourceSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * New files held against the store that they are to join. A file that contradicts the store is refused, so that adding
 * it costs nothing and the store stays as it is; whether the others come after its last step is told at the end.
 */
final class GridExtension {

    private final StoreState state;
    private final SourceSpec source;
    private final GridAssembly together = new GridAssembly();
    private final TreeSet<String> variables = new TreeSet<>();
    private boolean later = true;

    GridExtension(StoreState state, SourceSpec source) {
        this.state = state;
        this.source = source;
    }

    /**
     * Adds a file.
     *
     * @return why it cannot join the store; nothing where it can
     */
    Optional<String> add(FileDescription file) {
        List<GridDescription> fields = new ArrayList<>();
        for (GridDescription field : file.grids()) {
            if (field.isWanted(source.variables())) {
                fields.add(field);
            }
        }
        if (fields.isEmpty()) {
            return Optional.of("Cannot add '" + file.file().path() + "' to the dataset: it holds none of the variables "
                    + source.variables() + ".");
        }
        for (GridDescription field : fields) {
            Optional<String> conflict = state.conflict(field);
            if (conflict.isPresent()) {
                return Optional.of("Cannot add '" + file.file().path() + "' to the dataset: variable '" + field.name()
                        + "' " + conflict.get());
            }
        }
        if (fields.stream().allMatch(field -> field.time().count() == 0)
                && state.variables().keySet().containsAll(names(fields))) {
            return Optional.of("Cannot add '" + file.file().path()
                    + "' to the dataset: its fields have no time axis, and the dataset has them all. Give it a dataset"
                    + " of its own.");
        }
        Optional<String> refused = together.add(file, fields);
        if (refused.isEmpty()) {
            fields.forEach(this::take);
        }
        return refused;
    }

    private static List<String> names(List<GridDescription> fields) {
        return fields.stream().map(GridDescription::name).toList();
    }

    private void take(GridDescription field) {
        variables.add(field.name());
        for (int step = 0; step < field.time().count(); step++) {
            TimeKeys keys = state.time().orElse(TimeKeys.of(field.time()));
            later &= state.lastKey().isPresent()
                    && keys.key(field.time(), step) > state.lastKey().get();
        }
    }

    /**
     * Tells whether the files can be put after the store's last step: they have all its variables over time and no
     * others, and every step is later.
     */
    boolean canAppend() {
        return later
                && state.lastKey().isPresent()
                && state.variables().keySet().containsAll(variables)
                && variables.containsAll(state.variablesOverTime());
    }
}
