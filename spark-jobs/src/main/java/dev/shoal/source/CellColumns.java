package dev.shoal.source;

import dev.shoal.cf.GridVariable;
import dev.shoal.cf.TimeAxis;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.plan.ChunkGrid;
import dev.shoal.regrid.Grid;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.spark.sql.types.DataTypes;

/** Makes the columns of the cells of a file. */
final class CellColumns {

    private final ArrayFile file;
    private final CellSpace space;
    private final ScanRequest request;

    CellColumns(ArrayFile file, CellSpace space, ScanRequest request) {
        this.request = request;
        this.file = file;
        this.space = space;
    }

    /** Returns the column that a query asks for. */
    CellColumn of(SourceColumn column) {
        return switch (column.role()) {
            case TIME -> time(space.time().orElseThrow());
            case VERTICAL ->
                new AxisColumn(space.vertical().orElseThrow().values(), space.verticalAxis(), column.type());
            case LAT -> lat();
            case LON -> lon();
            case VARIABLE -> value(column);
            case FILE -> FixedColumn.text(file.location(), column.type());
            case CHUNK -> new PlaceColumn(space.chunks());
            case OFFSET -> new PlaceColumn(new ChunkGrid(space.shape(), ones(space.shape().length)));
            default -> throw new IllegalArgumentException("Column " + column.name() + " is not of cells.");
        };
    }

    private CellColumn time(TimeAxis time) {
        return time.micros().isPresent()
                ? new TimeColumn(time.micros().get(), space.timeAxis())
                : new AxisColumn(time.numbers(), space.timeAxis(), DataTypes.DoubleType);
    }

    private CellColumn lat() {
        Grid grid = space.grid();
        if (space.isPlacedByCell()) {
            return new PositionColumn(space, Grid::lat);
        }
        double[] degrees = new double[grid.ny()];
        Arrays.setAll(degrees, row -> grid.lat(row, 0));
        return new AxisColumn(degrees, OptionalInt.of(space.yAxis()), DataTypes.DoubleType);
    }

    private CellColumn lon() {
        Grid grid = space.grid();
        if (space.isPlacedByCell()) {
            return new PositionColumn(space, Grid::lon);
        }
        double[] degrees = new double[grid.nx()];
        Arrays.setAll(degrees, column -> grid.lon(0, column));
        return new AxisColumn(degrees, OptionalInt.of(space.xAxis()), DataTypes.DoubleType);
    }

    private CellColumn value(SourceColumn column) {
        Optional<GridVariable> variable = space.variable(column);
        return variable.isPresent()
                ? new ValueColumn(file, variable.get(), column.type(), request.memoryBytes())
                : FixedColumn.missing(column.type());
    }

    private static long[] ones(int rank) {
        long[] ones = new long[rank];
        Arrays.fill(ones, 1);
        return ones;
    }
}
