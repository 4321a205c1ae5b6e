package dev.shoal.stage.zarr;

import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.RechunkPlan;
import dev.shoal.zarr.ZarrArray;
import java.io.Serializable;

/**
 * One array of a rechunk.
 *
 * @param source location of the store or file that holds it
 * @param variable as it is there
 * @param array as it is to be
 * @param plan of its cells' way
 */
public record RechunkArray(String source, VariableHeader variable, ZarrArray array, RechunkPlan plan)
        implements Serializable {}
