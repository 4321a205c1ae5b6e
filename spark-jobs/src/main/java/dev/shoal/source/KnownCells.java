package dev.shoal.source;

import dev.shoal.cf.CfUnits;
import dev.shoal.netcdf.Storage;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.types.DataType;

/**
 * The cells of one file, as a query sees them, by what is known without opening the file.
 *
 * @param table the query's table
 * @param request of the query
 * @param group of the file's variables that the query reads
 */
record KnownCells(CellRows table, ScanRequest request, CellGroup group) {

    /** Finds what a query reads of a file; nothing where the file must be opened to say what is wrong with it. */
    static Optional<KnownCells> of(CellRows table, ScanRequest request, FileFacts facts) {
        if (!(facts instanceof FileFacts.Grids grids)) {
            return Optional.empty();
        }
        List<SourceColumn> coordinates =
                table.columns().stream().filter(SourceColumn::isCoordinate).toList();
        return leader(table, request, grids)
                .flatMap(grids::holding)
                .filter(group -> group.agrees(coordinates))
                .filter(group -> request.columns().stream().allMatch(column -> fits(column, grids, group)))
                .map(group -> new KnownCells(table, request, group));
    }

    /** Returns the variable that gives the cells: the first that is read, or any of the table. */
    private static Optional<String> leader(CellRows table, ScanRequest request, FileFacts.Grids grids) {
        return request.variables().stream()
                .filter(name -> grids.holding(name).isPresent())
                .findFirst()
                .or(() -> table.columns().stream()
                        .filter(column -> column.role() == ColumnRole.VARIABLE)
                        .map(SourceColumn::name)
                        .filter(name -> grids.holding(name).isPresent())
                        .findFirst());
    }

    private static boolean fits(SourceColumn column, FileFacts.Grids grids, CellGroup group) {
        if (column.role() != ColumnRole.VARIABLE || grids.holding(column.name()).isEmpty()) {
            return true;
        }
        Optional<SourceColumn> own = group.named(column.name()).map(KnownVariable::column);
        DataType type = own.map(SourceColumn::type).orElse(column.type());
        return own.isPresent()
                && ColumnTypes.holds(column.type(), type)
                && CfUnits.same(column.units(), own.get().units());
    }

    /** Returns what must be read; nothing where coordinates are needed that are not kept. */
    Optional<FileWork> work() {
        if (!request.ranges().meets(group.reach())) {
            return Optional.of(new FileWork(group.cells(), 0, 0, 0));
        }
        return group.places().stream().findFirst().map(places -> {
            List<Storage> read = request.variables().stream()
                    .flatMap(name -> group.named(name).stream())
                    .map(KnownVariable::storage)
                    .toList();
            return CellRows.work(table, request, places, read);
        });
    }

    /** Returns number and coordinates of the cells that the bounds leave; nothing where they are not known exactly. */
    Optional<CellTotals> totals() {
        if (request.ranges().columns().isEmpty()) {
            return Optional.of(new CellTotals(group.cells(), group.reach()));
        }
        if (!request.ranges().meets(group.reach())) {
            return Optional.of(new CellTotals(0, group.reach()));
        }
        return group.places().stream()
                .filter(places -> !places.isPlacedByCell() || !request.boundsPositions())
                .findFirst()
                .map(places -> {
                    CellSelection selection = CellSelection.of(places, table.columns(), request.ranges());
                    return new CellTotals(selection.cells(), Reach.of(places, selection, group.coordinates()));
                });
    }
}
