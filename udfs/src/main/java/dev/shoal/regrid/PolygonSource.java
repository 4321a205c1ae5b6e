package dev.shoal.regrid;

import dev.shoal.regrid.sphere.SphericalPolygon;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a source grid as polygons of great circles, found by their boxes. Keeps 16 bytes a cell, and an index of
 * about as much once a target that is not cut along parallels has asked for it. Safe to use from many threads.
 */
final class PolygonSource implements Overlaps {
    private final CellPolygons cells;
    private final CellBoxes boxes;
    private final CellEdges edges;
    private final LastCells last = new LastCells();
    private @Nullable CellBins bins;

    PolygonSource(Grid grid, CellEdges edges, int threads) {
        this.cells = CellPolygons.of(grid, threads);
        this.boxes = CellBoxes.of(cells, grid.size(), threads);
        this.edges = edges;
        boxes.remove(DuplicateSearch.of(grid, cells, boxes));
    }

    @Override
    public LastCells targets() {
        return last;
    }

    @Override
    public void visit(Grid target, GridWindow window, OverlapVisitor visitor) {
        if (window.isEmpty()) {
            return;
        }
        if (Overlaps.isCutAlongParallels(target, edges)) {
            visitRectangles((RectilinearGrid) target, window, visitor);
        } else {
            visitPolygons(target, window, visitor);
        }
    }

    /** Goes once over the source cells whose boxes meet the window's. */
    private void visitRectangles(RectilinearGrid target, GridWindow window, OverlapVisitor visitor) {
        CellRows rows = new CellRows(target, window.y0(), window.y1());
        CellColumns columns = new CellColumns(target, window.x0(), window.x1());
        RectangleCutter cutter = new RectangleCutter(rows, new MeridianPairs(columns, new BitSet()));
        CellBox box = new CellBox();
        box.measure(rows, columns);
        SphericalPolygon polygon = new SphericalPolygon();
        for (int cell = 0; cell < boxes.count(); cell++) {
            if (boxes.meets(cell, box)) {
                int source = cell;
                double area = cells.load(cell, polygon);
                cutter.cut(polygon, (row, column, piece) -> {
                    double overlap = piece.area();
                    if (!Sliver.is(overlap, area, rows.height(row) * columns.radians(column))) {
                        visitor.accept(row * columns.count() + column, source, piece, overlap);
                    }
                });
            }
        }
    }

    /** Asks the index for each target cell. */
    private void visitPolygons(Grid target, GridWindow window, OverlapVisitor visitor) {
        CellPolygons targets = last.of(target);
        PairCutter cutter = new PairCutter(cells);
        CellBins index = bins();
        for (int place = 0; place < window.size(); place++) {
            cutter.visit(place, targets, window.cell(place, target), index, visitor);
        }
    }

    private synchronized CellBins bins() {
        if (bins == null) {
            bins = new CellBins(boxes);
        }
        return bins;
    }
}
