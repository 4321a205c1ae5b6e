package dev.shoal.stage.zarr;

import dev.shoal.cf.Packing;
import dev.shoal.plan.PyramidGrid;
import dev.shoal.zarr.ZarrArray;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * One variable of a pyramid.
 *
 * @param base as it is in level 0
 * @param packing of the numbers there
 * @param levels as it is above level 0, decoded
 * @param grid of its levels
 * @param flags that tell which values count; all of them must accept a value
 * @param minValid least share of cells of level 0 that have a value in a cell that has one
 */
record PyramidArray(
        ZarrArray base,
        Packing packing,
        List<ZarrArray> levels,
        PyramidGrid grid,
        List<PyramidFlags> flags,
        double minValid)
        implements Serializable {

    PyramidArray {
        levels = new ArrayList<>(levels);
        flags = new ArrayList<>(flags);
    }

    /** Returns the array of a level above level 0. */
    ZarrArray level(int level) {
        return levels.get(level - 1);
    }

    /** Returns the bytes of a cell of level 0 with its flags. */
    int elementBytes() {
        return base.type().bytes()
                + flags.stream().mapToInt(flag -> flag.array().type().bytes()).sum();
    }
}
