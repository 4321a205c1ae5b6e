package dev.shoal.source;

import dev.shoal.regrid.Grid;
import dev.shoal.regrid.MissingRule;
import dev.shoal.regrid.Weights;
import java.io.Serializable;
import java.util.ArrayList;
import org.apache.spark.sql.types.StructType;

/**
 * What every task of a query must know of the target; sent to each process once.
 *
 * @param target grid
 * @param weights of each band of target rows
 * @param rule for missing values
 * @param columns that are wanted
 * @param ranges of coordinates that are wanted
 * @param floats whether values are floats
 */
record RegridWork(
        Grid target,
        ArrayList<Weights> weights,
        MissingRule rule,
        StructType columns,
        CoordinateRanges ranges,
        boolean floats)
        implements Serializable {}
