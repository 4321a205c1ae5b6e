package dev.shoal.stage;

import dev.shoal.qc.QcSuite;
import dev.shoal.regrid.Grid;
import java.io.Serializable;

/**
 * What an executor must know of one array of the target beyond the plan's integers.
 *
 * @param grid horizontal coordinates of the source; shared by all arrays on it
 * @param tests run on the source's values; none where the array has no flags
 * @param units of the values
 */
record GridSource(Grid grid, QcSuite tests, String units) implements Serializable {

    /** Returns the cells of one level of the source. */
    long cells() {
        return (long) grid.ny() * grid.nx();
    }

    /** Tells whether flags are written for the array. */
    boolean flagged() {
        return !tests.tests().isEmpty();
    }
}
