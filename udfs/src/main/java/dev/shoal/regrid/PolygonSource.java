package dev.shoal.regrid;

import dev.shoal.regrid.sphere.SphericalPolygon;
import java.util.BitSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a source grid as polygons of great circles, found by their boxes. Keeps 16 bytes a cell, and an index of
 * about as much once a target that is not cut along parallels has asked for it. Safe to use from many threads.
 */
final class PolygonSource implements Overlaps {
    private final CellPolygons cells;
    private final CellBoxes boxes;
    private final CellEdges edges;
    private final Map<Integer, Integer> same;
    private final LastCells last = new LastCells();
    private @Nullable CellBins bins;

    PolygonSource(Grid grid, CellEdges edges, int threads) {
        this.cells = CellPolygons.of(grid, threads);
        this.boxes = CellBoxes.of(cells, grid.size(), threads);
        this.edges = edges;
        this.same = DuplicateSearch.same(grid, cells, boxes);
        boxes.remove(same.keySet());
    }

    /** Loads one cell as {@link CellPolygons} does; 0 also where another is the same and is taken for it. */
    double load(int cell, SphericalPolygon polygon) {
        if (!boxes.exists(cell)) {
            polygon.clear();
            return 0;
        }
        return cells.load(cell, polygon);
    }

    /** Returns the cell that is taken for a cell, often itself; -1 where there is none. */
    int kept(int cell) {
        int kept = cell;
        while (kept >= 0 && !boxes.exists(kept)) {
            kept = same.getOrDefault(kept, -1);
        }
        return kept;
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
