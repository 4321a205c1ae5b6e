package dev.shoal.source;

import dev.shoal.cf.GridDetail;
import dev.shoal.regrid.Grid;
import dev.shoal.regrid.MissingRule;
import dev.shoal.regrid.Weights;
import dev.shoal.zarr.ArchiveEntry;
import java.io.Serializable;
import java.util.ArrayList;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.types.StructType;

/**
 * What every task of a query must know of the target; sent to each process once.
 *
 * @param variable that is regridded
 * @param positions digest of the positions of the source's cells
 * @param first path of the file whose grid the weights are of
 * @param target grid
 * @param weights of each band of target rows
 * @param rule for missing values
 * @param columns that are wanted
 * @param ranges of coordinates that are wanted
 * @param floats whether values are floats
 */
record RegridWork(
        String variable,
        String positions,
        String first,
        Grid target,
        ArrayList<Weights> weights,
        MissingRule rule,
        StructType columns,
        CoordinateRanges ranges,
        boolean floats)
        implements Serializable {

    /**
     * Finds the field in a file.
     *
     * @throws SourceException where the file has no such field, or one on another grid
     */
    RegridField field(ArchiveEntry entry, Configuration conf) {
        RegridField field = RegridField.of(entry, variable, GridDetail.POINTS, conf);
        if (!field.grid().digest().equals(positions)) {
            throw new SourceException("Cannot regrid '" + variable + "' of '" + entry.path()
                    + "': it lies on another grid than in '" + first + "'. Regrid files of one grid at a time.");
        }
        return field;
    }
}
