package dev.shoal.source;

import dev.shoal.cf.CfDataset;
import dev.shoal.cf.GridDetail;
import dev.shoal.cf.GridVariable;
import dev.shoal.cf.TimeAxis;
import dev.shoal.cf.VerticalAxis;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.ElementType;
import dev.shoal.plan.FieldLayout;
import dev.shoal.qc.NearestName;
import dev.shoal.regrid.Grid;
import dev.shoal.zarr.ArchiveEntry;
import dev.shoal.zarr.ArrayStores;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.hadoop.conf.Configuration;

/**
 * A field of a file as a table of regridded values needs it.
 *
 * @param entry of the file
 * @param variable its name there
 * @param layout which stored axis is which
 * @param decoded FLOAT or DOUBLE, what its values are once decoded
 * @param steps number of steps, 1 without time
 * @param levels number of levels, 1 without a vertical axis
 * @param grid its cells
 * @param time of the steps; absent where it has none
 * @param vertical of the levels; absent where it has none
 */
record RegridField(
        ArchiveEntry entry,
        String variable,
        FieldLayout layout,
        ElementType decoded,
        int steps,
        int levels,
        Grid grid,
        Optional<TimeAxis> time,
        Optional<VerticalAxis> vertical) {

    /** Finds a field by its name or CF standard name, with as much of its grid as is asked for. */
    static RegridField of(ArchiveEntry entry, String wanted, GridDetail detail, Configuration conf) {
        try (ArrayFile file = ArrayStores.open(entry, conf)) {
            CfDataset dataset = CfDataset.of(file, detail);
            return of(entry, variable(entry, dataset, wanted));
        } catch (IOException error) {
            throw new SourceException(String.valueOf(error.getMessage()), error);
        }
    }

    private static GridVariable variable(ArchiveEntry entry, CfDataset dataset, String wanted) {
        List<String> names =
                dataset.grids().stream().map(grid -> grid.header().name()).toList();
        return dataset.grid(wanted)
                .or(() -> dataset.grids().stream()
                        .filter(grid -> grid.standardName().orElse("").equals(wanted))
                        .findFirst())
                .orElseThrow(() -> new SourceException("Cannot regrid '" + wanted + "' of '" + entry.path()
                        + "': found no field of that name or standard name." + NearestName.hint(wanted, names)
                        + " There are: " + String.join(", ", names) + "."
                        + (dataset.problems().isEmpty() ? "" : " " + String.join(" ", dataset.problems()))));
    }

    private static RegridField of(ArchiveEntry entry, GridVariable variable) {
        return new RegridField(
                entry,
                variable.header().name(),
                variable.layout(),
                variable.packing().unpacked(),
                length(variable, variable.timeAxis()),
                length(variable, variable.verticalAxis()),
                variable.grid(),
                variable.time(),
                variable.vertical());
    }

    private static int length(GridVariable variable, OptionalInt axis) {
        return axis.isPresent() ? Math.toIntExact(variable.header().shape()[axis.getAsInt()]) : 1;
    }

    /** Tells whether the times have timestamps; a field without time has none. */
    boolean hasTimestamps() {
        return time.flatMap(TimeAxis::micros).isPresent();
    }

    /** Returns the times of the steps in microseconds since 1970; empty where they have no timestamps. */
    long[] micros() {
        return time.flatMap(TimeAxis::micros).orElse(new long[0]);
    }

    /** Returns the times of the steps as stored; empty without time. */
    double[] times() {
        return time.map(TimeAxis::numbers).orElse(new double[0]);
    }

    /** Returns the levels as stored; empty without a vertical axis. */
    double[] heights() {
        return vertical.map(VerticalAxis::values).orElse(new double[0]);
    }

    /** Returns the name of the column of the levels; empty without a vertical axis. */
    String level() {
        return vertical.map(VerticalAxis::variable)
                .map(name -> name.substring(name.lastIndexOf('/') + 1))
                .orElse("");
    }
}
