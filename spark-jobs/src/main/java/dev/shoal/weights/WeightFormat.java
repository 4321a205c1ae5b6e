package dev.shoal.weights;

import dev.shoal.netcdf.Header;
import java.util.List;
import java.util.Optional;

/**
 * How a file of weights is laid out. All of them are netCDF; links are numbered from 1, and so are cells, row by row.
 */
public enum WeightFormat {
    /** SCRIP's, as CDO writes and reads it: angles in radians, weights in {@code remap_matrix}. */
    SCRIP("src_address", "dst_address", "remap_matrix", "src_grid", "dst_grid"),
    /** That of ESMF's {@code RegridWeightGen}, {@code NCAR-CSM}: angles in degrees, weights in {@code S}. */
    ESMF("col", "row", "S", "a", "b"),
    /** xESMF's, which is ESMF's without a word about the grids. */
    XESMF("col", "row", "S", "a", "b");

    private final String source;
    private final String target;
    private final String weight;
    private final String sourceGrid;
    private final String targetGrid;

    WeightFormat(String source, String target, String weight, String sourceGrid, String targetGrid) {
        this.source = source;
        this.target = target;
        this.weight = weight;
        this.sourceGrid = sourceGrid;
        this.targetGrid = targetGrid;
    }

    /** Returns the format of a file, or nothing where it holds no weights. */
    public static Optional<WeightFormat> of(Header header) {
        for (WeightFormat format : List.of(SCRIP, XESMF)) {
            boolean all = header.variable(format.source).isPresent()
                    && header.variable(format.target).isPresent()
                    && header.variable(format.weight).isPresent();
            if (all) {
                boolean grids = header.variable("yc_a").isPresent();
                return Optional.of(format == XESMF && grids ? ESMF : format);
            }
        }
        return Optional.empty();
    }

    /** Returns the variable of the source cells' numbers. */
    String source() {
        return source;
    }

    /** Returns the variable of the target cells' numbers. */
    String target() {
        return target;
    }

    /** Returns the variable of the weights. */
    String weight() {
        return weight;
    }

    /** Returns the names of what is told of the source. */
    GridNames sourceNames() {
        return GridNames.of(this, sourceGrid);
    }

    /** Returns the names of what is told of the target. */
    GridNames targetNames() {
        return GridNames.of(this, targetGrid);
    }
}
