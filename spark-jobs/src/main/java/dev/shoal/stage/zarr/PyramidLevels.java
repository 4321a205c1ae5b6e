package dev.shoal.stage.zarr;

import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.PyramidGrid;
import dev.shoal.zarr.ZarrArray;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * How arrays get coarser from level to level.
 *
 * @param over names of the dimensions that are averaged
 * @param factor cells of the level below in a cell, along each of them
 * @param count levels above level 0
 * @param layout form of the arrays
 */
record PyramidLevels(Set<String> over, int factor, int count, ChunkLayout layout) {

    /** Returns the levels that are asked for, or those until the largest plane is one chunk. */
    static PyramidLevels of(PyramidRequest request, Set<String> over, Collection<RechunkArray> base) {
        ChunkLayout layout = request.base().layouts().get(0);
        PyramidLevels one = new PyramidLevels(over, request.factor(), 1, layout);
        return new PyramidLevels(
                over, request.factor(), request.levels().orElseGet(() -> one.untilOneChunk(base)), layout);
    }

    private int untilOneChunk(Collection<RechunkArray> base) {
        int most = 1;
        for (RechunkArray array : base) {
            int[] factors = factors(array.variable());
            for (int axis = 0; axis < factors.length; axis++) {
                int level = 0;
                double length = array.array().shape()[axis];
                while (factors[axis] > 1
                        && length > array.array().chunk()[axis]
                        && array.variable().rank() > 1) {
                    length = Math.ceil(length / factors[axis]);
                    level++;
                }
                most = Math.max(most, level);
            }
        }
        return most;
    }

    /** Returns, for each axis, how many cells of the level below come together in one. */
    int[] factors(VariableHeader variable) {
        return variable.dimensions().stream()
                .mapToInt(dimension -> over.contains(PyramidVariables.name(dimension)) ? factor : 1)
                .toArray();
    }

    /** Returns the cells and chunks of an array on all levels. */
    PyramidGrid grid(RechunkArray array) {
        VariableHeader variable = array.variable();
        return new PyramidGrid(variable.shape(), array.array().chunk(), factors(variable), count);
    }

    /** Returns the arrays of the levels above level 0, lowest first. */
    List<ZarrArray> above(RechunkArray array, PyramidGrid grid, ElementType type, Attributes attributes) {
        ZarrArray below = array.array();
        long[] parts = below.sharded() ? below.inner() : below.chunk();
        List<ZarrArray> above = new ArrayList<>();
        for (int level = 1; level <= count; level++) {
            long[] shape = grid.grid(level).shape();
            long[] chunk = parts.clone();
            for (int axis = 0; axis < chunk.length; axis++) {
                chunk[axis] = Math.max(1, Math.min(chunk[axis], shape[axis]));
            }
            ZarrArray made = ZarrArray.of(level + "/" + array.variable().name(), shape, chunk, type)
                    .withDimensions(below.dimensions())
                    .withFill(Double.NaN)
                    .withAttributes(attributes);
            above.add(layout.form().of(made));
        }
        return above;
    }
}
