package dev.shoal.stage;

import dev.shoal.spec.OutputSpec;
import dev.shoal.spec.RegridSpec;
import java.util.List;

/**
 * What is to be brought to another grid, and where to.
 *
 * @param inputs files, folders, globs and stores
 * @param output a store that ends in {@code .zarr}, or a file that ends in {@code .nc}
 * @param regrid the grid and the methods
 * @param variables names or standard names of what is taken; empty for all
 * @param form version, chunks and codec of a store, and the memory of a task
 * @param deflateLevel of a file, 1 to 9
 * @param command the words that asked for it, for the history
 * @param existing what becomes of an output that is there already
 */
public record RegridRequest(
        List<String> inputs,
        String output,
        RegridSpec regrid,
        List<String> variables,
        OutputSpec form,
        int deflateLevel,
        String command,
        Existing existing) {

    /** What becomes of an output that is there already. */
    public enum Existing {
        /** It stays, and where it is not what is asked for the work is refused. */
        KEEP,
        /** It is replaced where it is not what is asked for. */
        REPLACE
    }

    /** Copies the lists; refuses a level that there is not. */
    public RegridRequest {
        if (deflateLevel < 1 || deflateLevel > 9) {
            throw StageException.configuration(
                    "Cannot deflate at level " + deflateLevel + ", expected 1 to 9. Correct --deflate.");
        }
        inputs = List.copyOf(inputs);
        variables = List.copyOf(variables);
    }
}
