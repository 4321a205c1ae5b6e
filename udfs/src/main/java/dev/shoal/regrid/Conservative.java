package dev.shoal.regrid;

import java.util.BitSet;

/**
 * Weights by area: shares of the target cells' areas that overlap with source cells. First-order conservative
 * regridding sums values by them; the largest share names a category.
 *
 * <p>Two rectilinear grids between parallels and meridians have overlaps that are products of those along the axes; all
 * others are cut on the sphere.
 */
final class Conservative implements Weigher {
    private final Grid source;
    private final CellEdges edges;
    private final Overlaps overlaps;

    private Conservative(Grid source, CellEdges edges, Overlaps overlaps) {
        this.source = source;
        this.edges = edges;
        this.overlaps = overlaps;
    }

    /** Makes a source grid ready; {@code edges} are those of rectilinear grids, source and target. */
    static Weigher of(Grid source, CellEdges edges, int threads) {
        if (!Overlaps.isCutAlongParallels(source, edges)) {
            return new Conservative(source, edges, new PolygonSource(source, edges, threads));
        }
        RectilinearGrid grid = (RectilinearGrid) source;
        BitSet twice = Duplicates.ofColumns(new CellColumns(grid));
        Weigher separable = new ConservativeOfRectilinear(grid, twice);
        Weigher onSphere = new Conservative(source, edges, new RectangleSource(grid, twice));
        return (target, window) ->
                (Overlaps.isCutAlongParallels(target, edges) ? separable : onSphere).weights(target, window);
    }

    @Override
    public Weights weights(Grid target, GridWindow window) {
        OverlapList list = new OverlapList();
        overlaps.visit(target, window, (cell, from, overlap, steradians) -> list.add(cell, from, steradians));
        return list.toWeights(source, window, CellAreas.of(target, window, edges, overlaps.targets()));
    }
}
