package dev.shoal.regrid;

import java.util.BitSet;

/**
 * Weights by area between two rectilinear grids whose cells lie between parallels and meridians: the share of a target
 * row's height times the share of a target column's width.
 */
final class ConservativeOfRectilinear implements Weigher {
    private final RectilinearGrid source;
    private final CellRows rows;
    private final CellColumns columns;
    private final BitSet columnsLeftOut;

    ConservativeOfRectilinear(RectilinearGrid source, BitSet columnsLeftOut) {
        this.source = source;
        this.rows = new CellRows(source);
        this.columns = new CellColumns(source);
        this.columnsLeftOut = columnsLeftOut;
    }

    @Override
    public Weights weights(Grid target, GridWindow window) {
        RectilinearGrid grid = (RectilinearGrid) target;
        CellRows targetRows = new CellRows(grid, window.y0(), window.y1());
        CellColumns targetColumns = new CellColumns(grid, window.x0(), window.x1());
        AxisShares byRow = AxisShares.ofRows(rows, targetRows);
        AxisShares byColumn = AxisShares.ofColumns(columns, columnsLeftOut, targetColumns);
        WeightList list = new WeightList(window.size(), 0, Math.multiplyExact(byRow.entries(), byColumn.entries()));
        for (int j = 0; j < window.rows(); j++) {
            for (int i = 0; i < window.columns(); i++) {
                addCell(byRow, j, byColumn, i, list);
                list.endCell(targetRows.height(j) * targetColumns.radians(i));
            }
        }
        return list.toWeights(source.ny(), source.nx(), window);
    }

    private void addCell(AxisShares byRow, int j, AxisShares byColumn, int i, WeightList list) {
        for (int row = byRow.first(j); row < byRow.first(j + 1); row++) {
            int start = byRow.source(row) * source.nx();
            double height = byRow.share(row);
            for (int column = byColumn.first(i); column < byColumn.first(i + 1); column++) {
                list.add(start + byColumn.source(column), height * byColumn.share(column));
            }
        }
    }
}
