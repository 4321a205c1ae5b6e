package dev.shoal.source;

import dev.shoal.cf.CfDataset;
import dev.shoal.cf.GridVariable;
import dev.shoal.cf.TimeAxis;
import dev.shoal.netcdf.ArrayFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.types.DataTypes;

/**
 * Rows that are cells of grids: time, level, latitude, longitude, then variables that share one shape. Where a table
 * names no variables, the shape is that of the first variable among those with the most axes.
 *
 * @param columns in order
 * @param notes a sentence for each variable of the first file that is left out
 */
record CellRows(List<SourceColumn> columns, List<String> notes) implements RowKind {

    /** Copies the lists. */
    CellRows {
        columns = new ArrayList<>(columns);
        notes = new ArrayList<>(notes);
    }

    /** Makes the rows of a table from its first file. */
    static CellRows of(CfDataset dataset, List<String> asked) {
        GridVariable leader = asked.isEmpty() ? widest(dataset) : find(dataset, asked.get(0));
        List<SourceColumn> columns = new ArrayList<>(coordinates(leader));
        List<String> notes = new ArrayList<>();
        Set<String> names = new HashSet<>();
        columns.forEach(column -> names.add(column.name().toLowerCase(Locale.ROOT)));
        for (GridVariable variable : asked.isEmpty() ? dataset.grids() : found(dataset, asked)) {
            Optional<String> reason = CellShapes.difference(leader, variable);
            if (reason.isEmpty() && !names.add(variable.header().name().toLowerCase(Locale.ROOT))) {
                reason = Optional.of("a column of that name is there already");
            }
            if (reason.isEmpty()) {
                columns.add(column(variable));
            } else if (asked.isEmpty()) {
                notes.add(variable.header().name() + " is left out: " + reason.get() + ".");
            } else {
                throw new SourceException("Cannot read variable "
                        + variable.header().name() + " of "
                        + dataset.location() + " beside " + leader.header().name() + ": " + reason.get()
                        + ". Make a table of its own for it with the option " + SourceOptions.VARIABLES + ".");
            }
        }
        return new CellRows(columns, notes);
    }

    private static GridVariable widest(CfDataset dataset) {
        GridVariable widest = dataset.grids().get(0);
        for (GridVariable variable : dataset.grids()) {
            widest = variable.header().rank() > widest.header().rank() ? variable : widest;
        }
        return widest;
    }

    private static List<GridVariable> found(CfDataset dataset, List<String> asked) {
        return asked.stream().map(name -> find(dataset, name)).toList();
    }

    private static GridVariable find(CfDataset dataset, String name) {
        return dataset.grid(name)
                .orElseThrow(() -> new SourceException("Cannot read variable " + name + " of " + dataset.location()
                        + ": found only "
                        + String.join(
                                ", ",
                                dataset.grids().stream()
                                        .map(grid -> grid.header().name())
                                        .toList())
                        + " on a grid. Name one of these."));
    }

    private static List<SourceColumn> coordinates(GridVariable leader) {
        List<SourceColumn> columns = new ArrayList<>();
        leader.time().ifPresent(time -> columns.add(time(time)));
        leader.vertical()
                .ifPresent(vertical -> columns.add(new SourceColumn(
                        vertical.variable(), ColumnRole.VERTICAL, DataTypes.DoubleType, vertical.units())));
        columns.add(new SourceColumn("lat", ColumnRole.LAT, DataTypes.DoubleType, "degrees_north"));
        columns.add(new SourceColumn("lon", ColumnRole.LON, DataTypes.DoubleType, "degrees_east"));
        return columns;
    }

    private static SourceColumn time(TimeAxis time) {
        return time.micros().isPresent()
                ? new SourceColumn("time", ColumnRole.TIME, DataTypes.TimestampType, "")
                : new SourceColumn("time", ColumnRole.TIME, DataTypes.DoubleType, CellShapes.numbering(time));
    }

    private static SourceColumn column(GridVariable variable) {
        return new SourceColumn(
                variable.header().name(),
                ColumnRole.VARIABLE,
                CellShapes.type(variable),
                variable.units().orElse(""));
    }

    @Override
    public FileWork work(ArrayFile file, CfDataset dataset, ScanRequest request) throws IOException {
        CellSpace space = CellSpace.of(dataset, this, request);
        CellSelection selection = CellSelection.of(space, columns, request.ranges());
        CellBlocks blocks = CellBlocks.of(space, selection);
        long rowBytes = Math.max(1, request.rowBytes());
        return new FileWork(space.cells(), selection.cells(), blocks.count(), selection.cells() * rowBytes);
    }

    @Override
    public BatchReader open(ArrayFile file, CfDataset dataset, ScanRequest request, ArchivePartition.Piece piece)
            throws IOException {
        CellSpace space = CellSpace.of(dataset, this, request);
        CellSelection selection = CellSelection.of(space, columns, request.ranges());
        CellBlocks blocks = CellBlocks.of(space, selection);
        piece.requireBlocks(blocks.count());
        return new CellReader(file, space, request, blocks, piece);
    }
}
