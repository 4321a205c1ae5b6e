package dev.shoal.source;

import dev.shoal.cf.CfDataset;
import dev.shoal.cf.GridVariable;
import dev.shoal.cf.TimeAxis;
import dev.shoal.cf.VerticalAxis;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.regrid.CurvilinearGrid;
import dev.shoal.regrid.Grid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** The cells of one file: the variables that are read, which share their axes, and the coordinates of these axes. */
final class CellSpace {

    private final GridVariable leader;
    private final List<GridVariable> read;

    private CellSpace(GridVariable leader, List<GridVariable> read) {
        this.leader = leader;
        this.read = read;
    }

    /**
     * Takes from a file what a query wants.
     *
     * @throws UnreadableException where the file does not fit into the table
     */
    static CellSpace of(CfDataset dataset, CellRows rows, ScanRequest request) throws UnreadableException {
        List<GridVariable> read = new ArrayList<>();
        for (SourceColumn column : request.columns()) {
            if (column.role() == ColumnRole.VARIABLE) {
                read.add(find(dataset, column));
            }
        }
        CellSpace space = new CellSpace(read.isEmpty() ? any(dataset, rows) : read.get(0), read);
        for (GridVariable variable : read) {
            Optional<String> difference = CellShapes.difference(space.leader, variable);
            if (difference.isPresent()) {
                throw misfit(dataset, variable.header().name(), difference.get());
            }
        }
        space.requireCoordinates(dataset, rows);
        return space;
    }

    /** Returns the variable that gives the cells where none is read. */
    private static GridVariable any(CfDataset dataset, CellRows rows) throws UnreadableException {
        for (SourceColumn column : rows.columns()) {
            Optional<GridVariable> found = dataset.grid(column.name());
            if (column.role() == ColumnRole.VARIABLE && found.isPresent()) {
                return found.get();
            }
        }
        throw new UnreadableException(
                "Cannot read " + dataset.location() + " in a table whose columns come from its first file: it has no"
                        + " variable of the table on a grid. Leave the file out.");
    }

    private static GridVariable find(CfDataset dataset, SourceColumn column) throws UnreadableException {
        Optional<GridVariable> found = dataset.grid(column.name());
        if (found.isEmpty()) {
            throw misfit(dataset, column.name(), "it is not there, or not on a grid");
        }
        String units = found.get().units().orElse("");
        if (!units.equals(column.units())) {
            throw misfit(
                    dataset, column.name(), "its units are '" + units + "', the table's are '" + column.units() + "'");
        }
        DataType type = CellShapes.type(found.get());
        boolean widens = type.equals(DataTypes.FloatType) && column.type().equals(DataTypes.DoubleType);
        if (!type.equals(column.type()) && !widens) {
            throw misfit(
                    dataset,
                    column.name(),
                    "its type is " + type.simpleString() + ", the table's is "
                            + column.type().simpleString());
        }
        return found.get();
    }

    private void requireCoordinates(CfDataset dataset, CellRows rows) throws UnreadableException {
        String time = rows.columns().stream()
                .filter(column -> column.role() == ColumnRole.TIME)
                .findFirst()
                .map(column -> column.type().equals(DataTypes.TimestampType) ? "timestamps" : column.units())
                .orElse("no time");
        String own = time().map(axis -> axis.micros().isPresent() ? "timestamps" : CellShapes.numbering(axis))
                .orElse("no time");
        String level = rows.columns().stream()
                .filter(column -> column.role() == ColumnRole.VERTICAL)
                .findFirst()
                .map(column -> "levels in '" + column.units() + "'")
                .orElse("no levels");
        String ownLevel =
                vertical().map(axis -> "levels in '" + axis.units() + "'").orElse("no levels");
        if (!time.equals(own) || !level.equals(ownLevel)) {
            throw misfit(
                    dataset,
                    leader.header().name(),
                    "it has " + own + " and " + ownLevel + ", the table has " + time + " and " + level);
        }
    }

    private static UnreadableException misfit(CfDataset dataset, String variable, String reason) {
        return new UnreadableException("Cannot read variable " + variable + " of " + dataset.location()
                + " in a table whose columns come from its first file: " + reason
                + ". Leave the file out, or make a table of its own for files like it.");
    }

    /** Returns the variables that are read. */
    List<GridVariable> read() {
        return read;
    }

    /** Returns the lengths of the axes; not to be changed. */
    long[] shape() {
        return leader.header().shape();
    }

    /** Returns the number of cells. */
    long cells() {
        return leader.header().size();
    }

    /** Returns the times, of one for all where there is no time axis. */
    Optional<TimeAxis> time() {
        return leader.time();
    }

    /** Returns the levels, of one for all where there is no vertical axis. */
    Optional<VerticalAxis> vertical() {
        return leader.vertical();
    }

    /** Returns the positions of the cells. */
    Grid grid() {
        return leader.grid();
    }

    /** Tells whether a latitude belongs to a cell, and not to a whole row. */
    boolean isCurvilinear() {
        return leader.grid() instanceof CurvilinearGrid;
    }

    /** Returns the axis that the times lie along, if any. */
    OptionalInt timeAxis() {
        return leader.timeAxis();
    }

    /** Returns the axis that the levels lie along, if any. */
    OptionalInt verticalAxis() {
        return leader.verticalAxis();
    }

    /** Returns the axis of the grid's rows. */
    int yAxis() {
        return leader.yAxis();
    }

    /** Returns the axis of the grid's columns. */
    int xAxis() {
        return leader.xAxis();
    }
}
