package dev.shoal.stage;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of bringing files to another grid.
 *
 * @param output where it is
 * @param standing what was done
 * @param grid the target in words
 * @param files taken
 * @param steps of the time axis; 0 without one
 * @param variables what became of each
 * @param carried variables that went along as they were
 * @param leftOut variables that are no fields and could not go along, with the reasons
 * @param refused files that could not be taken, and fields that cannot be had on the target, with the reasons
 * @param weightBytes that the weights take
 * @param seconds that it took
 */
public record RegridOutcome(
        String output,
        Done standing,
        String grid,
        int files,
        long steps,
        List<Variable> variables,
        List<String> carried,
        Map<String, String> leftOut,
        Map<String, String> refused,
        long weightBytes,
        double seconds) {

    /** What was done. */
    public enum Done {
        /** Everything, or what a stopped run had left. */
        WRITTEN,
        /** Nothing: the output is there, of the same files by the same methods. */
        STOOD_ALREADY
    }

    /**
     * What became of a variable.
     *
     * @param name of it
     * @param scheme how its values were made
     * @param note why the method is another than that of all; empty where it is not
     * @param cells written
     * @param missing of the cells, those without a value
     * @param integral of source and target, of methods by area; nothing where it is not reported
     */
    public record Variable(
            String name, String scheme, String note, long cells, long missing, Optional<Integral> integral) {}
}
