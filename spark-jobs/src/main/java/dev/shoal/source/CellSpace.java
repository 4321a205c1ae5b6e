package dev.shoal.source;

import dev.shoal.cf.CfDataset;
import dev.shoal.cf.CfUnits;
import dev.shoal.cf.GridVariable;
import dev.shoal.cf.TimeAxis;
import dev.shoal.cf.VerticalAxis;
import dev.shoal.netcdf.Storage;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.plan.ChunkGrid;
import dev.shoal.regrid.Grid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** The cells of one file: the variables that are read, which share their axes, and the coordinates of these axes. */
final class CellSpace implements CellPlaces {

    private final GridVariable leader;
    private final GridVariable first;
    private final List<GridVariable> read;

    private CellSpace(GridVariable leader, GridVariable first, List<GridVariable> read) {
        this.leader = leader;
        this.first = first;
        this.read = read;
    }

    /** Returns the cells of one variable. */
    static CellSpace of(GridVariable variable) {
        return new CellSpace(variable, variable, List.of(variable));
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
                find(dataset, column).ifPresent(read::add);
            }
        }
        GridVariable first = first(dataset, rows);
        CellSpace space = new CellSpace(read.isEmpty() ? first : read.get(0), first, read);
        for (GridVariable variable : read) {
            Optional<String> difference = CellShapes.difference(space.leader, variable);
            if (difference.isPresent()) {
                throw misfit(dataset, variable.header().name(), difference.get());
            }
        }
        space.requireCoordinates(dataset, rows);
        return space;
    }

    /** Returns the table's first variable that the file has; it gives the cells where none is read. */
    private static GridVariable first(CfDataset dataset, CellRows rows) throws UnreadableException {
        for (SourceColumn column : rows.columns()) {
            Optional<GridVariable> found = dataset.grid(column.name());
            if (column.role() == ColumnRole.VARIABLE && found.isPresent()) {
                return found.get();
            }
        }
        throw new UnreadableException("Cannot read " + dataset.location()
                + " in this table: it has no variable of the table on a grid." + " Leave the file out.");
    }

    /** Returns the variable of a column, nothing where the file has none of that name on a grid. */
    private static Optional<GridVariable> find(CfDataset dataset, SourceColumn column) throws UnreadableException {
        Optional<GridVariable> found = dataset.grid(column.name());
        if (found.isEmpty()) {
            return found;
        }
        String units = found.get().units().orElse("");
        if (!CfUnits.same(units, column.units())) {
            throw misfit(
                    dataset, column.name(), "its units are '" + units + "', the table's are '" + column.units() + "'");
        }
        DataType type = CellShapes.type(found.get());
        if (!ColumnTypes.holds(column.type(), type)) {
            throw misfit(
                    dataset,
                    column.name(),
                    "its type is " + type.simpleString() + ", the table's is "
                            + column.type().simpleString());
        }
        return found;
    }

    private void requireCoordinates(CfDataset dataset, CellRows rows) throws UnreadableException {
        String time = rows.columns().stream()
                .filter(column -> column.role() == ColumnRole.TIME)
                .findFirst()
                .map(column -> column.type().equals(DataTypes.TimestampType) ? "timestamps" : column.units())
                .orElse("no time");
        String own = time().map(axis -> axis.micros().isPresent() ? "timestamps" : CellShapes.numbering(axis))
                .orElse("no time");
        Optional<SourceColumn> level = rows.columns().stream()
                .filter(column -> column.role() == ColumnRole.VERTICAL)
                .findFirst();
        boolean sameLevels = level.isPresent() == vertical().isPresent()
                && level.map(column -> CfUnits.same(
                                column.units(), vertical().orElseThrow().units()))
                        .orElse(true);
        if (!time.equals(own) || !sameLevels) {
            throw misfit(
                    dataset,
                    leader.header().name(),
                    "it has " + own + " and " + levels(vertical().map(VerticalAxis::units)) + ", the table has " + time
                            + " and " + levels(level.map(SourceColumn::units)));
        }
    }

    private static String levels(Optional<String> units) {
        return units.map(text -> "levels in '" + text + "'").orElse("no levels");
    }

    private static UnreadableException misfit(CfDataset dataset, String variable, String reason) {
        return new UnreadableException("Cannot read variable " + variable + " of " + dataset.location()
                + " in this table: " + reason
                + ". Leave the file out, or make a table of its own for files like it.");
    }

    /** Returns the variables that are read, in the order of the columns; without those that the file lacks. */
    List<GridVariable> read() {
        return read;
    }

    /** Returns how each variable that is read lies in the file. */
    List<Storage> storages() {
        return read.stream().map(variable -> variable.header().storage()).toList();
    }

    /** Returns the variable of a column; nothing where the file lacks it. */
    Optional<GridVariable> variable(SourceColumn column) {
        return read.stream()
                .filter(variable -> variable.header().name().equals(column.name()))
                .findFirst();
    }

    /** Returns how the first of the table's variables that the file has lies in chunks. */
    ChunkGrid chunks() {
        return StorageChunks.of(first.header());
    }

    @Override
    public long[] shape() {
        return leader.header().shape();
    }

    @Override
    public Optional<TimeAxis> time() {
        return leader.time();
    }

    @Override
    public Optional<VerticalAxis> vertical() {
        return leader.vertical();
    }

    @Override
    public Grid grid() {
        return leader.grid();
    }

    @Override
    public OptionalInt timeAxis() {
        return leader.timeAxis();
    }

    @Override
    public OptionalInt verticalAxis() {
        return leader.verticalAxis();
    }

    @Override
    public int yAxis() {
        return leader.yAxis();
    }

    @Override
    public int xAxis() {
        return leader.xAxis();
    }
}
