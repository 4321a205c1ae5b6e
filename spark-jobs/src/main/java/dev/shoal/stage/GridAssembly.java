package dev.shoal.stage;

import static java.util.Objects.requireNonNull;

import dev.shoal.plan.StepSource;
import dev.shoal.stage.GridDescription.Steps;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Joins the fields of many files into one dataset: variables side by side, steps in order of time. A file that does not
 * fit those before it is refused whole, with the reason.
 */
final class GridAssembly {

    private final Map<String, GridDescription> variables = new LinkedHashMap<>();
    private final Map<String, FileDescription> firstFiles = new LinkedHashMap<>();
    private final Map<String, TreeMap<Long, StepSource>> steps = new LinkedHashMap<>();
    private final Map<String, StepSource> statics = new LinkedHashMap<>();
    private final List<String> files = new ArrayList<>();
    private final StepSpans spans = new StepSpans();
    private Optional<TimeKeys> time = Optional.empty();

    /**
     * Adds a file.
     *
     * @param fields those of the file that the dataset takes
     * @return why it cannot be added; nothing where it was
     */
    Optional<String> add(FileDescription file, List<GridDescription> fields) {
        String cannot = "Cannot add '" + file.file().path() + "' to the dataset: ";
        Optional<TimeKeys> before = time;
        for (GridDescription field : fields) {
            time = time.or(() ->
                    Optional.of(field.time()).filter(own -> own.count() > 0).map(TimeKeys::of));
            Optional<String> conflict = conflict(field).or(() -> otherLevels(field, fields));
            if (conflict.isPresent()) {
                time = before;
                return Optional.of(cannot + "variable '" + field.name() + "' " + conflict.get());
            }
        }
        if (!fields.isEmpty() && fields.stream().allMatch(field -> statics.containsKey(field.name()))) {
            return Optional.of(cannot + "its fields have no time axis, and '"
                    + firstFile(fields.get(0).name()).file().path()
                    + "' has them all. Give it a dataset of its own.");
        }
        int index = files.size();
        files.add(file.file().path());
        fields.forEach(field -> take(file, field, index));
        return Optional.empty();
    }

    private void take(FileDescription file, GridDescription field, int index) {
        variables.putIfAbsent(field.name(), field);
        firstFiles.putIfAbsent(field.name(), file);
        if (field.time().count() == 0) {
            statics.putIfAbsent(field.name(), new StepSource(index, 0));
            return;
        }
        TimeKeys keys = time.orElseThrow();
        spans.take(field.time(), keys);
        TreeMap<Long, StepSource> own = steps.computeIfAbsent(field.name(), name -> new TreeMap<>());
        for (int step = 0; step < field.time().count(); step++) {
            own.put(keys.key(field.time(), step), new StepSource(index, step));
        }
    }

    private Optional<String> conflict(GridDescription field) {
        Steps own = field.time();
        if (time.isPresent() && own.count() > 0 && !time.get().fits(own)) {
            return Optional.of("counts time in '" + own.units() + "' of calendar '" + own.calendar()
                    + "', expected what the files before it have. Give it a dataset of its own.");
        }
        GridDescription first = variables.get(field.name());
        if (first == null) {
            return duplicate(field, time.orElseGet(() -> TimeKeys.of(own)));
        }
        String than = ", '" + firstFile(field.name()).file().path() + "' has ";
        if (!first.gridDigest().equals(field.gridDigest())) {
            return Optional.of(
                    "lies on another grid (" + field.ny() + " x " + field.nx() + " points)" + than + first.ny() + " x "
                            + first.nx() + " points elsewhere. Give files of one grid a dataset of their own.");
        }
        if (!first.units().equals(field.units())) {
            return Optional.of("is in '" + field.units() + "'" + than + "'" + first.units()
                    + "'. Give files of one unit a dataset of their own.");
        }
        if (!first.vertical().same(field.vertical())) {
            return Optional.of(
                    "has other vertical levels" + than + first.vertical().count() + " in '"
                            + first.vertical().units() + "'. Give files of the same levels a dataset of their own.");
        }
        if (!first.layout().equals(field.layout()) || (first.time().count() == 0) != (own.count() == 0)) {
            return Optional.of("has its axes in another order" + than + "time at "
                    + first.layout().time() + ", y at " + first.layout().y() + " and x at "
                    + first.layout().x() + ". Give it a dataset of its own.");
        }
        return duplicate(field, time.orElseGet(() -> TimeKeys.of(own)));
    }

    /** Levels of one name are one coordinate of the store, so that all variables on them must have the same. */
    private Optional<String> otherLevels(GridDescription field, List<GridDescription> beside) {
        String name = field.vertical().name();
        return Stream.concat(variables.values().stream(), beside.stream())
                .filter(other -> other.vertical().name().equals(name)
                        && !other.vertical().same(field.vertical()))
                .findFirst()
                .map(other -> "has other levels '" + name + "' than variable '" + other.name()
                        + "'. Give files of the same levels a dataset of their own, or choose variables of the same"
                        + " levels with 'source.variables'.");
    }

    private Optional<String> duplicate(GridDescription field, TimeKeys keys) {
        TreeMap<Long, StepSource> taken = steps.getOrDefault(field.name(), new TreeMap<>());
        Map<Long, Integer> inFile = new TreeMap<>();
        for (int step = 0; step < field.time().count(); step++) {
            if (Double.isNaN(field.time().numbers()[step])) {
                return Optional.of("has no time at step " + step + ", expected a number. Mend its time coordinate.");
            }
            long key = keys.key(field.time(), step);
            StepSource other = taken.get(key);
            Integer before = inFile.put(key, step);
            if (other != null || before != null) {
                String where = other == null ? "its own step " + before : "'" + files.get(other.file()) + "'";
                return Optional.of("has the same time at step " + step + " as " + where
                        + ". Remove one of the two: which is right cannot be known.");
            }
        }
        return Optional.empty();
    }

    /** Returns the first description of each variable. */
    Map<String, GridDescription> variables() {
        return variables;
    }

    /** Returns the first file of a variable, whose coordinates stand for all. */
    FileDescription firstFile(String variable) {
        return requireNonNull(firstFiles.get(variable));
    }

    /** Returns every file that was added. */
    List<String> files() {
        return files;
    }

    /** Returns when steps are, and how long they last. */
    StepSpans spans() {
        return spans;
    }

    /** Returns how steps are told apart; nothing for a dataset without time. */
    Optional<TimeKeys> time() {
        return time;
    }

    /** Returns the key of every step that any variable has, in order. */
    long[] keys() {
        TreeMap<Long, Boolean> all = new TreeMap<>();
        steps.values().forEach(own -> own.keySet().forEach(key -> all.put(key, true)));
        return all.keySet().stream().mapToLong(Long::longValue).toArray();
    }

    /** Returns where steps are found of whatever variable, one for each key. */
    List<StepSource> stepsOfFiles(long[] keys) {
        Map<Long, StepSource> any = new TreeMap<>();
        steps.values().forEach(any::putAll);
        List<StepSource> found = new ArrayList<>(keys.length);
        for (long key : keys) {
            found.add(any.getOrDefault(key, StepSource.ABSENT));
        }
        return found;
    }

    /** Returns where a variable's steps are found, one for each key. */
    List<StepSource> steps(String variable, long[] keys) {
        if (statics.containsKey(variable)) {
            return List.of(statics.get(variable));
        }
        Map<Long, StepSource> own = steps.getOrDefault(variable, new TreeMap<>());
        List<StepSource> found = new ArrayList<>(keys.length);
        for (long key : keys) {
            found.add(own.getOrDefault(key, StepSource.ABSENT));
        }
        return found;
    }
}
