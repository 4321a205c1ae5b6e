package dev.shoal.stage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shoal.plan.GridPlan;
import dev.shoal.plan.PlannedArray;
import dev.shoal.plan.StepSource;
import dev.shoal.plan.Window;
import dev.shoal.plan.WorkUnit;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The units of a plan that are done: one small object for each, which holds what came out of it, so that a run that
 * goes on from an interrupted one ends with the same counts and the same damage. A unit is known by its chunks, not by
 * its number: a run with another memory for its tasks divides the same chunks into other units.
 *
 * @param folder of the ledger
 */
record UnitLedger(String folder) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Returns the place of a unit's mark. */
    static Path mark(Path folder, WorkUnit unit) {
        return new Path(
                folder,
                "unit-" + unit.array() + "-" + index(unit.chunks().start()) + "-"
                        + index(unit.chunks().end()));
    }

    private static String index(long[] index) {
        return Arrays.stream(index).mapToObj(Long::toString).collect(Collectors.joining("."));
    }

    /** Tells whether a run has begun to write the ledger down and none has been registered since. */
    boolean exists(Configuration conf) throws IOException {
        Path path = new Path(folder);
        return path.getFileSystem(conf).exists(path);
    }

    static byte[] bytes(UnitSummary summary) {
        try {
            return JSON.writeValueAsBytes(summary);
        } catch (JsonProcessingException error) {
            throw new IllegalStateException("Cannot write down what came out of a unit.", error);
        }
    }

    /** Reads a mark; nothing where the writer was killed before it was whole. */
    static Optional<UnitSummary> parse(byte[] bytes) throws IOException {
        try {
            return Optional.of(JSON.readValue(bytes, UnitSummary.class).asSkipped());
        } catch (JsonProcessingException torn) {
            return Optional.empty();
        }
    }

    /** Takes out the marks of units with a step from one of these files, so that they are made again. */
    void reopen(GridPlan plan, Collection<String> files, Configuration conf) throws IOException {
        Set<Integer> positions = new TreeSet<>();
        files.forEach(file -> positions.add(plan.files().indexOf(file)));
        Path path = new Path(folder);
        FileSystem fs = path.getFileSystem(conf);
        for (long ordinal = 0; ordinal < plan.unitCount(); ordinal++) {
            WorkUnit unit = plan.unit(ordinal);
            if (takesFrom(plan.arrays().get(unit.array()), unit, positions)) {
                fs.delete(mark(path, unit), false);
            }
        }
    }

    /** Takes out the marks of all units, so that they are made again. */
    void reopen(GridPlan plan, Configuration conf) throws IOException {
        Path path = new Path(folder);
        FileSystem fs = path.getFileSystem(conf);
        for (long ordinal = 0; ordinal < plan.unitCount(); ordinal++) {
            fs.delete(mark(path, plan.unit(ordinal)), false);
        }
    }

    private static boolean takesFrom(PlannedArray array, WorkUnit unit, Set<Integer> files) {
        Window cells = array.cells(unit.chunks());
        int first = array.hasTime() ? (int) cells.start(array.timeAxis()) : 0;
        int end = array.hasTime() ? (int) cells.end(array.timeAxis()) : 1;
        for (StepSource step : array.steps().subList(first, end)) {
            if (files.contains(step.file())) {
                return true;
            }
        }
        return false;
    }
}
