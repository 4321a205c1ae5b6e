package dev.shoal.source;

import dev.shoal.cf.CfDataset;
import dev.shoal.cf.GridVariable;
import dev.shoal.cf.TimeAxis;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.Storage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.types.DataType;
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

    /**
     * Makes the rows of a table from one file.
     *
     * @param location of the file, for errors
     * @param asked names of variables; empty for all of one shape
     */
    static CellRows of(String location, FileFacts.Grids file, List<String> asked) {
        CellGroup group = asked.isEmpty() ? widest(file) : holding(location, file, asked.get(0));
        List<SourceColumn> columns = new ArrayList<>(group.coordinates());
        List<String> notes = new ArrayList<>();
        Set<String> names = new HashSet<>();
        columns.forEach(column -> names.add(column.name().toLowerCase(Locale.ROOT)));
        for (String name : asked.isEmpty() ? file.names() : asked) {
            CellGroup own = holding(location, file, name);
            Optional<String> reason =
                    group.named(name).isPresent() ? Optional.empty() : Optional.of(difference(group, own));
            if (reason.isEmpty() && !names.add(name.toLowerCase(Locale.ROOT))) {
                reason = Optional.of("a column of that name is there already");
            }
            if (reason.isEmpty()) {
                columns.add(own.named(name).orElseThrow().column());
            } else if (asked.isEmpty()) {
                notes.add(name + " is left out: " + reason.get() + ".");
            } else {
                throw new SourceException("Cannot read variable " + name + " of " + location + " beside " + asked.get(0)
                        + ": " + reason.get() + ". Make a table of its own for it with the option "
                        + SourceOptions.VARIABLES + ".");
            }
        }
        return new CellRows(columns, notes);
    }

    private static CellGroup widest(FileFacts.Grids file) {
        CellGroup widest = file.groups().get(0);
        for (CellGroup group : file.groups()) {
            widest = group.rank() > widest.rank() ? group : widest;
        }
        return widest;
    }

    private static CellGroup holding(String location, FileFacts.Grids file, String name) {
        return file.holding(name)
                .orElseThrow(() -> new SourceException("Cannot read variable " + name + " of " + location
                        + ": found only " + String.join(", ", file.names()) + " on a grid. Name one of these."));
    }

    private static String difference(CellGroup group, CellGroup other) {
        String leader = group.variables().get(0).column().name();
        return other.axes().equals(group.axes())
                ? "its coordinates are not those of " + leader
                : "its axes are " + other.axes() + " and those of " + leader + " are " + group.axes();
    }

    /** Returns the columns of the coordinates of a variable's cells. */
    static List<SourceColumn> coordinates(GridVariable leader) {
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

    /** Returns the column of a variable. */
    static SourceColumn column(GridVariable variable) {
        return new SourceColumn(
                variable.header().name(),
                ColumnRole.VARIABLE,
                CellShapes.type(variable),
                variable.units().orElse(""));
    }

    @Override
    public FileWork work(ArrayFile file, CfDataset dataset, ScanRequest request) throws IOException {
        CellSpace space = CellSpace.of(dataset, this, request);
        return work(this, request, space, space.storages());
    }

    @Override
    public Optional<FileWork> work(FileFacts facts, ScanRequest request) {
        boolean outside = facts instanceof FileFacts.Grids grids
                && grids.groups().stream().allMatch(group -> group.isOutside(columns, request.ranges()));
        Optional<KnownCells> cells = KnownCells.of(this, request, facts);
        return outside && cells.isEmpty() ? Optional.of(new FileWork(0, 0, 0, 0)) : cells.flatMap(KnownCells::work);
    }

    @Override
    public Map<String, DataType> bounded() {
        Map<String, DataType> bounded = new HashMap<>();
        columns.stream()
                .filter(SourceColumn::isCoordinate)
                .forEach(column -> bounded.put(column.name(), column.type()));
        return bounded;
    }

    @Override
    public Optional<CellTotals> totals(FileFacts facts, ScanRequest request) {
        return KnownCells.of(this, request, facts)
                .filter(known -> facts instanceof FileFacts.Grids grids && areTogether(grids, known.group()))
                .flatMap(KnownCells::totals);
    }

    /** Tells whether all variables of the table that a file has lie along the same cells, whichever is read. */
    private boolean areTogether(FileFacts.Grids grids, CellGroup group) {
        return columns.stream()
                .filter(column -> column.role() == ColumnRole.VARIABLE)
                .allMatch(column -> grids.holding(column.name()).isEmpty()
                        || group.named(column.name()).isPresent());
    }

    /** Finds out what of some cells must be read, as {@link #open} does. */
    static FileWork work(CellRows table, ScanRequest request, CellPlaces places, List<Storage> read) {
        CellSelection selection = CellSelection.of(places, table.columns, request.ranges());
        CellBlocks blocks = CellBlocks.of(places.shape(), read, selection, request.mostCells())
                .within(places, request.ranges());
        long cells = blocks.cells();
        long rowBytes = Math.max(1, request.rowBytes());
        return new FileWork(places.cells(), cells, blocks.count(), Math.multiplyExact(cells, rowBytes));
    }

    @Override
    public BatchReader open(ArrayFile file, CfDataset dataset, ScanRequest request, ArchivePartition.Piece piece)
            throws IOException {
        CellSpace space = CellSpace.of(dataset, this, request);
        CellSelection selection = CellSelection.of(space, columns, request.ranges());
        CellBlocks blocks = CellBlocks.of(space, selection, request.mostCells()).within(space, request.ranges());
        piece.requireBlocks(blocks.count());
        return new CellReader(file, space, request, blocks, piece);
    }
}
