package dev.shoal.source;

import dev.shoal.cf.CfDataset;
import dev.shoal.cf.ObservationLayout;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.zarr.ArchiveEntry;
import dev.shoal.zarr.ArrayStores;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.hadoop.conf.Configuration;

/** What header and coordinates of a file say that tables and plans need. */
sealed interface FileFacts extends Serializable {

    /** Returns the same with parts that other files have too. */
    default FileFacts shared(UnaryOperator<Object> known) {
        return this;
    }

    /**
     * A file of grids.
     *
     * @param groups of variables that share their cells, at least one
     */
    record Grids(List<CellGroup> groups) implements FileFacts {

        /** Copies the list. */
        public Grids {
            groups = new ArrayList<>(groups);
        }

        @Override
        public Grids shared(UnaryOperator<Object> known) {
            return new Grids(groups.stream().map(group -> group.shared(known)).toList());
        }

        /** Returns the names of all variables, group by group. */
        List<String> names() {
            return groups.stream()
                    .flatMap(group -> group.variables().stream())
                    .map(variable -> variable.column().name())
                    .toList();
        }

        /**
         * Returns the variables that lie along the coordinates of a table: those with its first variable, or the most.
         */
        Optional<CellGroup> like(List<SourceColumn> coordinates, SourceColumn leader) {
            Optional<CellGroup> leading = holding(leader.name());
            if (leading.isPresent()) {
                return leading.filter(group -> group.agrees(coordinates));
            }
            return groups.stream()
                    .filter(group -> group.agrees(coordinates))
                    .max(Comparator.comparingInt(group -> group.variables().size()));
        }

        /** Returns the group that a variable is in. */
        Optional<CellGroup> holding(String name) {
            return groups.stream()
                    .filter(group -> group.named(name).isPresent())
                    .findFirst();
        }

        /** Returns the same without coordinates. */
        Grids withoutPlaces() {
            return new Grids(groups.stream().map(CellGroup::withoutPlaces).toList());
        }
    }

    /**
     * A file of observations.
     *
     * @param columns of its rows
     * @param names of the variables in the file, in the order of their columns
     * @param places where an observation may be
     */
    record Observations(List<SourceColumn> columns, List<String> names, long places) implements FileFacts {

        /** Copies the lists. */
        public Observations {
            columns = new ArrayList<>(columns);
            names = new ArrayList<>(names);
        }

        /** Returns the variable of this name, be it that of the file or of the column. */
        Optional<SourceColumn> variable(String name) {
            return variables(List.of(name)).stream().findFirst();
        }

        /** Returns the columns of the variables of these names, of all where there are none. */
        List<SourceColumn> variables(List<String> asked) {
            List<SourceColumn> variables = columns.stream()
                    .filter(column -> column.role() == ColumnRole.VARIABLE)
                    .toList();
            List<SourceColumn> wanted = new ArrayList<>();
            for (int i = 0; i < variables.size(); i++) {
                SourceColumn column = variables.get(i);
                if (asked.isEmpty() || asked.contains(names.get(i)) || asked.contains(column.name())) {
                    wanted.add(column);
                }
            }
            return wanted;
        }

        @Override
        @SuppressWarnings("unchecked")
        public Observations shared(UnaryOperator<Object> known) {
            return new Observations(
                    (List<SourceColumn>) known.apply(columns), (List<String>) known.apply(names), places);
        }
    }

    /**
     * A file that gives no rows.
     *
     * @param reason a sentence that names the file and the remedy
     */
    record Unusable(String reason) implements FileFacts {}

    /** Opens a file and reads its header and its coordinates. */
    static FileFacts read(ArchiveEntry entry, Configuration conf) {
        try (ArrayFile file = ArrayStores.openForPlan(entry, conf)) {
            return of(CfDataset.of(file));
        } catch (IOException error) {
            return new Unusable(String.valueOf(error.getMessage()));
        }
    }

    /** Takes what is needed of a file's meaning. */
    static FileFacts of(CfDataset dataset) {
        if (dataset.observations().isPresent()) {
            ObservationLayout layout = dataset.observations().get();
            return new Observations(
                    ObservationRows.columns(layout),
                    layout.variables().stream()
                            .map(variable -> variable.header().name())
                            .toList(),
                    layout.observations());
        }
        return dataset.grids().isEmpty()
                ? new Unusable("Cannot make a table of " + dataset.location() + ": "
                        + String.join(" ", dataset.problems()) + " Leave the file out.")
                : new Grids(CellGroup.of(dataset.grids()));
    }
}
