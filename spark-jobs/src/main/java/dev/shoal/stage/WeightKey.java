package dev.shoal.stage;

import dev.shoal.regrid.Grid;
import dev.shoal.regrid.Scheme;
import java.io.Serializable;

/**
 * Which weights: those of two grids, by all their coordinates and cells, and of a scheme; never those of a name.
 *
 * @param source digest of the grid they take from
 * @param target digest of the grid they make
 * @param scheme its key
 */
public record WeightKey(String source, String target, String scheme) implements Serializable {

    private static final int DIGITS = 16;

    /** Returns the key of the weights of two grids. */
    public static WeightKey of(Grid source, Grid target, Scheme scheme) {
        return new WeightKey(source.digest(), target.digest(), scheme.key());
    }

    /** Returns a short name for files and people. */
    public String name() {
        return scheme + "-" + source.substring(0, DIGITS) + "-" + target.substring(0, DIGITS);
    }
}
