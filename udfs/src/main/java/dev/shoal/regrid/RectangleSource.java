package dev.shoal.regrid;

import dev.shoal.regrid.sphere.SphericalPolygon;
import java.util.BitSet;

/**
 * The cells of a rectilinear source grid between circles of latitude and meridians. Each target cell's polygon is cut
 * along them. Safe to use from many threads.
 */
final class RectangleSource implements Overlaps {
    private final CellRows rows;
    private final CellColumns columns;
    private final MeridianPairs meridians;
    private final LastCells last = new LastCells();

    RectangleSource(RectilinearGrid grid, BitSet columnsLeftOut) {
        rows = new CellRows(grid);
        columns = new CellColumns(grid);
        meridians = new MeridianPairs(columns, columnsLeftOut);
    }

    @Override
    public LastCells targets() {
        return last;
    }

    @Override
    public void visit(Grid target, GridWindow window, OverlapVisitor visitor) {
        CellPolygons targets = last.of(target);
        RectangleCutter cutter = new RectangleCutter(rows, meridians);
        SphericalPolygon polygon = new SphericalPolygon();
        for (int place = 0; place < window.size(); place++) {
            int cell = place;
            double area = targets.load(window.cell(place, target), polygon);
            if (area > 0) {
                cutter.cut(polygon, (row, column, piece) -> {
                    double overlap = piece.area();
                    if (!Sliver.is(overlap, area, rows.height(row) * columns.radians(column))) {
                        visitor.accept(cell, row * columns.count() + column, piece, overlap);
                    }
                });
            }
        }
    }
}
