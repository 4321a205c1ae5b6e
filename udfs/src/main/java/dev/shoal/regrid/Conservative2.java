package dev.shoal.regrid;

import dev.shoal.regrid.sphere.SphericalMoment;
import java.util.BitSet;

/**
 * Second-order weights by area (Jones 1999): the shares of {@link Conservative}, and the first moments of the overlaps
 * about the source cells' centroids, which slopes are multiplied by. Slopes are reckoned from each field, so that a
 * mask that changes changes no weights.
 */
final class Conservative2 implements Weigher {
    private final Grid source;
    private final CellEdges edges;
    private final Overlaps overlaps;
    private final Centroids centroids;
    private final CellNeighbours neighbours;

    private Conservative2(
            Grid source, CellEdges edges, Overlaps overlaps, Centroids centroids, CellNeighbours neighbours) {
        this.source = source;
        this.edges = edges;
        this.overlaps = overlaps;
        this.centroids = centroids;
        this.neighbours = neighbours;
    }

    /** Makes a source grid ready; {@code edges} are those of rectilinear grids, source and target. */
    static Weigher of(Grid source, CellEdges edges, int threads) {
        if (!Overlaps.isCutAlongParallels(source, edges)) {
            PolygonSource overlaps = new PolygonSource(source, edges, threads);
            Centroids centroids = Centroids.of(overlaps, source.size(), threads);
            return new Conservative2(source, edges, overlaps, centroids, neighbours(source, overlaps::kept));
        }
        RectilinearGrid grid = (RectilinearGrid) source;
        BitSet twice = Duplicates.ofColumns(new CellColumns(grid));
        Centroids centroids = Centroids.of(grid, twice);
        CellNeighbours neighbours = neighbours(grid, centroids);
        Weigher onSphere = new Conservative2(source, edges, new RectangleSource(grid, twice), centroids, neighbours);
        Weigher firstOrder = Conservative.of(source, edges, threads);
        MomentsOfRectilinear moments = new MomentsOfRectilinear(grid);
        return (target, window) -> {
            if (!Overlaps.isCutAlongParallels(target, edges)) {
                return onSphere.weights(target, window);
            }
            Weights weights = firstOrder.weights(target, window);
            return refined(weights, moments.of(weights, (RectilinearGrid) target), neighbours, centroids);
        };
    }

    @Override
    public Weights weights(Grid target, GridWindow window) {
        OverlapList areas = new OverlapList();
        OverlapList moments = new OverlapList();
        double[] moment = new double[3];
        double[] directions = new double[6];
        overlaps.visit(target, window, (cell, from, overlap, steradians) -> {
            areas.add(cell, from, steradians);
            SphericalMoment.of(overlap, moment);
            centroids.directions(from, directions);
            moments.add(cell, 2 * from, along(directions, 0, moment));
            moments.add(cell, 2 * from + 1, along(directions, 3, moment));
        });
        double[] targetArea = CellAreas.of(target, window, edges);
        Weights weights = areas.toWeights(source, window, targetArea);
        Weights byCell = moments.toWeights(source.ny(), Math.multiplyExact(2, source.nx()), window, targetArea);
        return refined(weights, byCell, neighbours, centroids);
    }

    private static Weights refined(Weights weights, Weights moments, CellNeighbours neighbours, Centroids centroids) {
        int[] cells = weights.sourceCells(weights.target()).toArray();
        return weights.refined(
                new SlopeMoments(moments, Slopes.of(weights.sourceColumns(), cells, neighbours, centroids)));
    }

    private static CellNeighbours neighbours(Grid source, KeptCells kept) {
        if (source instanceof RectilinearGrid grid) {
            return new LatticeNeighbours(Lattice.of(grid), kept);
        }
        if (source instanceof CurvilinearGrid grid) {
            return new LatticeNeighbours(Lattice.of(grid), kept);
        }
        UnstructuredGrid mesh = (UnstructuredGrid) source;
        return mesh.corners().isEmpty() ? new TriangleNeighbours(mesh) : new CornerNeighbours(mesh.corners());
    }

    private static CellNeighbours neighbours(RectilinearGrid grid, Centroids centroids) {
        Lattice lattice = Lattice.of(grid);
        return new LatticeNeighbours(lattice, cell -> centroids.exists(cell) ? cell : lattice.onceRound(cell));
    }

    private static double along(double[] directions, int first, double[] moment) {
        return directions[first] * moment[0] + directions[first + 1] * moment[1] + directions[first + 2] * moment[2];
    }
}
