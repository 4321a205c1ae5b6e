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
    private final int[] tile;
    private final BoxTree tree;

    private QuadIndex(CurvilinearGrid grid, double[] unit, int threads) {
        this.grid = grid;
        this.unit = unit;
        this.quads = new Quads(grid);
        this.spacing = Spacing.of(grid);
        this.tile = new int[((grid.ny() + 2) / 2) * ((grid.nx() + 1) / 2)];
        order(0, (grid.ny() + 2) / 2, 0, (grid.nx() + 1) / 2, 0);
        this.tree = new BoxTree(boxes(threads));
    }

    static QuadIndex of(CurvilinearGrid grid, int threads) {
        return new QuadIndex(grid, UnitVectors.of(grid, threads), threads);
    }

    /** Returns a quadrilateral to be filled again and again, for one thread. */
    Quad quad() {
        return new Quad(grid, unit, spacing);
    }

    /** Returns a search for the tiles that may hold a point, for one thread. */
    BoxTree.Search search() {
        return tree.new Search();
    }

    /** Fills in one of the four quadrilaterals of a tile; false where the grid has none there. */
    boolean fill(Quad quad, int which, int part) {
        int row = tile[which] / grid.nx() + part / 2;
        int column = tile[which] % grid.nx() + part % 2;
        int number = row * grid.nx() + column;
        if (row > grid.ny() || column >= grid.nx() || !quads.exists(number)) {
            return false;
        }
        quads.corners(number, quad.corners);
        quad.number = number;
        return quad.load();
    }

    /** Writes the first quadrilaterals of tiles so that those near each other in the grid follow each other. */
    private int order(int row, int rowEnd, int column, int columnEnd, int first) {
        int rows = rowEnd - row;
        int columns = columnEnd - column;
        if (rows == 1 && columns == 1) {
            tile[first] = 2 * row * grid.nx() + 2 * column;
            return first + 1;
        }
        if (rows >= columns) {
            int middle = row + half(rows);
            return order(middle, rowEnd, column, columnEnd, order(row, middle, column, columnEnd, first));
        }
        int middle = column + half(columns);
        return order(row, rowEnd, middle, columnEnd, order(row, rowEnd, column, middle, first));
    }

    /** Returns the largest power of two below a number. */
    private static int half(int number) {
        return Integer.highestOneBit(number - 1);
    }

    private float[] boxes(int threads) {
        float[] boxes = BoxTree.empty(tile.length);
        int parts = PARTS_PER_THREAD * threads;
        Parallel.each(threads, parts, part -> {
            Quad quad = quad();
            int end = Parallel.start(tile.length, parts, part + 1);
            for (int which = Parallel.start(tile.length, parts, part); which < end; which++) {
                for (int k = 0; k < 4; k++) {
                    if (fill(quad, which, k) && !quad.isBroken()) {
                        stretch(boxes, which, quad);
                    }
                }
            }
        });
        return boxes;
    }

    /**
     * Makes room for all targets that a quadrilateral may hold. In the plane, where it is bent in space, a point is no
     * farther from the corners' bilinear mean than an eighth of the squared sides; on the sphere, where it bulges, than
     * half of the squared diameter.
     */
    private void stretch(float[] boxes, int which, Quad quad) {
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
            BoxTree.stretch(boxes, which, unit, corner, margin + ROUNDING);
        }
    }
}
