package dev.shoal.regrid;

/**
 * The quadrilaterals of a curvilinear grid and a {@link BoxTree} over them, two by two. Immutable once built, and safe
 * to share between threads.
 */
final class QuadIndex {
    private static final int PARTS_PER_THREAD = 8;

    /** How far outside a quadrilateral targets still lie on its edge, in its own coordinates, with room to spare. */
    private static final double ASIDE = 2 * Axis.EDGE;

    private static final double ROUNDING = 1e-9;

    private final CurvilinearGrid grid;
    private final Quads quads;
    private final Spacing spacing;
    private final double[] unit;
    private final int tilesAcross;
    private final int[] tile;
    private final BoxTree tree;

    private QuadIndex(CurvilinearGrid grid, double[] unit, int threads) {
        this.grid = grid;
        this.unit = unit;
        this.quads = new Quads(grid);
        this.spacing = Spacing.of(grid);
        this.tilesAcross = (grid.nx() + 1) / 2;
        this.tile = BlockOrder.of((grid.ny() + 2) / 2, tilesAcross);
        this.tree = new BoxTree(leaves(threads));
    }

    static QuadIndex of(CurvilinearGrid grid, int threads) {
        return new QuadIndex(grid, UnitVectors.of(grid, threads), threads);
    }

    /** Returns a quadrilateral to be filled again and again, for one thread. */
    Quad quad() {
        return new Quad(grid, unit, spacing);
    }

    /** Returns a search for the tiles that may hold a point, for one thread. */
    BoxTree.Holding search() {
        return tree.new Holding();
    }

    /** Fills in one of the four quadrilaterals of a tile; false where the grid has none there. */
    boolean fill(Quad quad, int which, int part) {
        int row = 2 * (tile[which] / tilesAcross) + part / 2;
        int column = 2 * (tile[which] % tilesAcross) + part % 2;
        int number = row * grid.nx() + column;
        if (row > grid.ny() || column >= grid.nx() || !quads.exists(number)) {
            return false;
        }
        quads.corners(number, quad.corners);
        quad.number = number;
        return quad.load();
    }

    private BoxTree.Leaves leaves(int threads) {
        BoxTree.Leaves leaves = new BoxTree.Leaves(tile.length);
        int parts = PARTS_PER_THREAD * threads;
        Parallel.each(threads, parts, part -> {
            Quad quad = quad();
            int end = Parallel.start(tile.length, parts, part + 1);
            for (int which = Parallel.start(tile.length, parts, part); which < end; which++) {
                for (int k = 0; k < 4; k++) {
                    if (fill(quad, which, k) && !quad.isBroken()) {
                        stretch(leaves, which, quad);
                    }
                }
            }
        });
        return leaves;
    }

    /**
     * Makes room for all targets that a quadrilateral may hold. In the plane, where it is bent in space, a point is no
     * farther from the corners' bilinear mean than an eighth of the squared sides; on the sphere, where it bulges, than
     * half of the squared diameter.
     */
    private void stretch(BoxTree.Leaves leaves, int which, Quad quad) {
        double margin = 0;
        if (quad.south <= Quad.PLANE_LIMIT && quad.north >= -Quad.PLANE_LIMIT && quad.width() < 180) {
            double along = Math.toRadians(quad.side(0, 1, 3, 2));
            double across = Math.toRadians(quad.side(0, 3, 1, 2));
            margin = (along * along + across * across) / 8 + ASIDE * (along + across);
        }
        double diameter = quad.diameter();
        if (Math.max(quad.north, -quad.south) + Math.toDegrees(2 * diameter) > Quad.PLANE_LIMIT) {
            margin = Math.max(margin, diameter * diameter / 2 + 2 * ASIDE * diameter);
        }
        for (int corner : quad.corners) {
            leaves.stretch(which, unit, corner, margin + ROUNDING);
        }
    }
}
