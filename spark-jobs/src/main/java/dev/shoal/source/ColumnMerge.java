package dev.shoal.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes one table of many files, by what is known of each. */
final class ColumnMerge {

    /** Files that an error names; it counts the rest. */
    private static final int NAMED_FILES = 10;

    private final SourceOptions options;
    private final List<String> locations;
    private final List<FileFacts> facts;
    private final MergedColumns merged = new MergedColumns();
    private final List<String> conflicts = new ArrayList<>();

    private ColumnMerge(SourceOptions options, List<String> locations, List<FileFacts> facts) {
        this.options = options;
        this.locations = locations;
        this.facts = facts;
    }

    /**
     * Returns the rows of a table.
     *
     * @param locations of the files that decide, in order
     * @param facts of each of them
     * @throws SourceException where they cannot be one table; names the files
     */
    static RowKind of(SourceOptions options, List<String> locations, List<FileFacts> facts) {
        return new ColumnMerge(options, locations, facts).rows();
    }

    private RowKind rows() {
        requireUsable();
        int first = first();
        List<String> asked = options.variables().stream()
                .filter(name -> has(facts.get(first), name) || facts.size() == 1)
                .toList();
        if (facts.get(first) instanceof FileFacts.Grids grids) {
            return cells(
                    first, CellRows.of(locations.get(first), grids, asked.isEmpty() ? options.variables() : asked));
        }
        FileFacts.Observations file = (FileFacts.Observations) facts.get(first);
        return observations(
                first, ObservationRows.of(locations.get(first), file, asked.isEmpty() ? options.variables() : asked));
    }

    private void requireUsable() {
        for (FileFacts file : facts) {
            if (file instanceof FileFacts.Unusable unusable) {
                conflicts.add(unusable.reason());
            }
        }
        if (conflicts.size() == 1) {
            throw new SourceException(conflicts.get(0));
        }
        if (!conflicts.isEmpty()) {
            throw new SourceException(
                    "Cannot read " + conflicts.size() + " of " + facts.size() + " files. " + listed(" "));
        }
    }

    /** Returns the file that the table starts from: the first that has the first variable that is asked for. */
    private int first() {
        for (int i = 0; i < facts.size() && !options.variables().isEmpty(); i++) {
            if (has(facts.get(i), options.variables().get(0))) {
                return i;
            }
        }
        return 0;
    }

    private static boolean has(FileFacts file, String name) {
        if (file instanceof FileFacts.Grids grids) {
            return grids.holding(name).isPresent();
        }
        return file instanceof FileFacts.Observations rows
                && rows.variable(name).isPresent();
    }

    private RowKind cells(int first, CellRows base) {
        List<SourceColumn> coordinates =
                base.columns().stream().filter(SourceColumn::isCoordinate).toList();
        List<SourceColumn> variables =
                base.columns().stream().filter(column -> !column.isCoordinate()).toList();
        variables.forEach(merged::add);
        for (int i = 0; i < facts.size(); i++) {
            Optional<CellGroup> group = i == first ? Optional.empty() : group(i, coordinates, variables.get(0));
            if (group.isPresent()) {
                merge(i, wanted(group.get()));
            }
        }
        for (int i = 0; i < facts.size(); i++) {
            requireOneGroup(i, coordinates, variables.get(0));
        }
        finish(first);
        List<SourceColumn> columns = new ArrayList<>(coordinates);
        columns.addAll(merged.columns());
        return new CellRows(columns, base.notes());
    }

    private List<SourceColumn> wanted(CellGroup group) {
        return group.variables().stream()
                .map(KnownVariable::column)
                .filter(column ->
                        options.variables().isEmpty() || options.variables().contains(column.name()))
                .toList();
    }

    /** Returns the variables of a file that lie as those of the table do; a file without any is a conflict. */
    private Optional<CellGroup> group(int file, List<SourceColumn> coordinates, SourceColumn leader) {
        if (!(facts.get(file) instanceof FileFacts.Grids grids)) {
            conflict(file, "it holds observations, the table grids");
            return Optional.empty();
        }
        Optional<CellGroup> group = grids.like(coordinates, leader);
        if (group.isEmpty()) {
            CellGroup own = grids.holding(leader.name()).orElse(grids.groups().get(0));
            conflict(
                    file,
                    own.variables().get(0).column().name() + " has the coordinates " + names(own.coordinates())
                            + ", the table's are " + names(coordinates));
        }
        return group;
    }

    private static String names(List<SourceColumn> columns) {
        return columns.stream()
                .map(column -> column.name() + (column.units().isEmpty() ? "" : " in '" + column.units() + "'"))
                .toList()
                .toString();
    }

    /** A variable of the table that lies elsewhere in a file would seem missing there. */
    private void requireOneGroup(int file, List<SourceColumn> coordinates, SourceColumn leader) {
        if (!(facts.get(file) instanceof FileFacts.Grids grids)) {
            return;
        }
        Optional<CellGroup> own = grids.like(coordinates, leader);
        for (CellGroup group : grids.groups()) {
            for (KnownVariable variable : group.variables()) {
                if (own.isPresent()
                        && own.get().named(variable.column().name()).isEmpty()
                        && merged.holds(variable.column())) {
                    conflict(
                            file,
                            variable.column().name() + " has the axes " + group.axes() + ", "
                                    + own.get().variables().get(0).column().name() + " has "
                                    + own.get().axes());
                }
            }
        }
    }

    private RowKind observations(int first, ObservationRows base) {
        List<SourceColumn> variables = base.columns().stream()
                .filter(column -> column.role() == ColumnRole.VARIABLE)
                .toList();
        variables.forEach(merged::add);
        for (int i = 0; i < facts.size(); i++) {
            if (!(facts.get(i) instanceof FileFacts.Observations file)) {
                conflict(i, "it holds grids, the table observations");
            } else if (i != first) {
                merge(i, file.variables(options.variables()));
            }
        }
        finish(first);
        return base.with(merged.columns());
    }

    private void merge(int file, List<SourceColumn> columns) {
        if (options.merge() == SchemaMerge.STRICT) {
            merged.differences(columns).forEach(difference -> conflict(file, difference));
        } else {
            columns.forEach(column -> merged.add(column).ifPresent(contradiction -> conflict(file, contradiction)));
        }
    }

    private void conflict(int file, String reason) {
        conflicts.add(locations.get(file) + ": " + reason);
    }

    private void finish(int first) {
        for (String name : options.variables()) {
            if (facts.stream().noneMatch(file -> has(file, name))) {
                throw new SourceException("Cannot read variable " + name + " of " + options.paths() + ": none of the "
                        + facts.size() + " files has it. Name variables of the files.");
            }
        }
        if (!conflicts.isEmpty()) {
            throw new SourceException("Cannot make one table of " + facts.size() + " files: found "
                    + conflicts.size() + " differences from " + locations.get(first) + ". " + listed("; ")
                    + " Leave these files out, name variables that agree with the option " + SourceOptions.VARIABLES
                    + ", or "
                    + (options.merge() == SchemaMerge.STRICT
                            ? "allow more columns with "
                            : "take the columns of" + " the first file with ")
                    + SourceOptions.MERGE_SCHEMA + "="
                    + (options.merge() == SchemaMerge.STRICT ? SchemaMerge.UNION : SchemaMerge.FIRST).title() + ".");
        }
    }

    private String listed(String between) {
        String named =
                String.join(between, conflicts.stream().limit(NAMED_FILES).toList());
        int more = conflicts.size() - NAMED_FILES;
        return named + (named.endsWith(".") ? "" : ".") + (more > 0 ? " And " + more + " more." : "");
    }
}
