package dev.shoal.stage;

import dev.shoal.qc.GriddedClimatology;
import dev.shoal.qc.NearestName;
import dev.shoal.spec.RunSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Joins the columns of many files into one table. A file whose column has other units is refused, with the reason. */
final class ObservationSchema {

    private final RunSpec spec;
    private final TreeMap<String, ObservedColumn> columns = new TreeMap<>();
    private final TreeMap<String, String> firstFiles = new TreeMap<>();
    private final TreeMap<String, String> refused = new TreeMap<>();
    private final List<FileDescription> files = new ArrayList<>();

    ObservationSchema(RunSpec spec) {
        this.spec = spec;
    }

    /** Adds a column that the dataset's table has already. */
    void add(ObservedColumn column) {
        columns.put(column.column(), column);
        firstFiles.put(column.column(), "the dataset's table");
    }

    /** Adds a file, or refuses it. */
    void add(FileDescription file) {
        List<ObservedColumn> wanted =
                file.columns().stream().filter(this::wanted).toList();
        Optional<String> conflict =
                wanted.isEmpty() ? Optional.of("it holds none of the variables asked for") : conflict(wanted);
        if (conflict.isPresent()) {
            refused.put(
                    file.file().path(),
                    "Cannot add '" + file.file().path() + "' to the dataset: " + conflict.get() + ".");
            return;
        }
        files.add(file);
        for (ObservedColumn column : wanted) {
            if (columns.putIfAbsent(column.column(), column) == null) {
                firstFiles.put(column.column(), "'" + file.file().path() + "'");
            }
        }
    }

    private boolean wanted(ObservedColumn column) {
        return wanted(column, spec.source().variables());
    }

    /** Tells whether a column is among those that a specification names, all of them where it names none. */
    static boolean wanted(ObservedColumn column, List<String> wanted) {
        return wanted.isEmpty()
                || wanted.contains(column.variable())
                || wanted.contains(column.standardName())
                || wanted.contains(column.column());
    }

    private Optional<String> conflict(List<ObservedColumn> wanted) {
        for (ObservedColumn column : wanted) {
            ObservedColumn first = columns.get(column.column());
            if (first == null) {
                continue;
            }
            if (!first.canonicalUnits().equals(column.canonicalUnits()) || first.flag() != column.flag()) {
                return Optional.of("variable '" + column.variable() + "' is in '" + column.canonicalUnits() + "', "
                        + firstFiles.get(column.column()) + " has it in '" + first.canonicalUnits()
                        + "'. Give files of other units a dataset of their own");
            }
        }
        return Optional.empty();
    }

    /** Returns a problem for every variable asked for, or judged, that no file has. */
    List<String> problems() {
        TreeSet<String> names = new TreeSet<>();
        for (ObservedColumn column : columns.values()) {
            names.add(column.variable());
            names.add(column.column());
            if (!column.standardName().isEmpty()) {
                names.add(column.standardName());
            }
        }
        List<String> problems = new ArrayList<>();
        for (String variable : spec.source().variables()) {
            if (!names.contains(variable)) {
                problems.add("Cannot take variable '" + variable
                        + "': no file has observations of that name or standard" + " name."
                        + NearestName.hint(variable, names) + " There are: " + String.join(", ", names) + ".");
            }
        }
        problems.addAll(spec.qc().problemsOver(names));
        problems.addAll(table().problems());
        spec.fields()
                .fields()
                .forEach(field -> field.variables().stream()
                        .filter(variable -> !names.contains(variable))
                        .forEach(
                                variable -> problems.add("Cannot take the field '" + field.name() + "' for '" + variable
                                        + "': no file has observations of that name or standard name."
                                        + NearestName.hint(variable, names))));
        for (ObservedColumn column : table().data()) {
            table().suite(column).tests().stream()
                    .filter(GriddedClimatology.class::isInstance)
                    .forEach(test -> test.needs()
                            .forEach(name -> fieldProblem(column, name, names).ifPresent(problems::add)));
        }
        return problems;
    }

    /** Returns what is wrong with a name that a test by a field gives: it means no field and no variable. */
    private Optional<String> fieldProblem(ObservedColumn column, String name, Set<String> names) {
        if (names.contains(name) || spec.fields().named(name, column.names()).isPresent()) {
            return Optional.empty();
        }
        TreeSet<String> known = new TreeSet<>(names);
        spec.fields().fields().forEach(field -> known.add(field.as()));
        return Optional.of(
                "Cannot judge " + column.column() + " by gridded_climatology: found no field and no variable '" + name
                        + "' for it." + NearestName.hint(name, known) + " Declare it under qc.fields.");
    }

    /** Returns the table: data columns, then provider's flags, each in order of the name. */
    ObservationTable table() {
        List<ObservedColumn> ordered = new ArrayList<>();
        columns.values().stream().filter(column -> !column.flag()).forEach(ordered::add);
        columns.values().stream().filter(ObservedColumn::flag).forEach(ordered::add);
        return ObservationTable.of(ordered, spec.qc(), spec.thresholds().byPlatform());
    }

    /** Returns the files that fit. */
    List<FileDescription> files() {
        return files;
    }

    /** Returns the files that do not fit, with the reasons. */
    Map<String, String> refused() {
        return refused;
    }
}
