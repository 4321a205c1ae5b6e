package dev.shoal.regrid;

/**
 * The triangles of a mesh and a {@link BoxTree} over them, four by four. Immutable once built, and safe to share
 * between threads.
 */
final class TriangleIndex {
    private static final int PER_LEAF = 4;
    private static final int PARTS_PER_THREAD = 8;
    private static final double ROUNDING = 1e-9;

    private final int[] node;
    private final double[] unit;
    private final int[] order;
    private final BoxTree tree;

    /**
     * Builds the index.
     *
     * @param unit the mesh's points as unit vectors; triangles with a hole among their nodes are passed over
     */
    TriangleIndex(Triangles triangles, double[] unit, int threads) {
        this.node = triangles.node();
        this.unit = unit;
        this.order = ScatterOrder.of(middles(threads), threads);
        this.tree = new BoxTree(leaves(threads));
    }

    /** Returns a search for the leaves that may hold a point, for one thread. */
    BoxTree.Holding search() {
        return tree.new Holding();
    }

    /** Returns the first place of a leaf's triangles. */
    int start(int leaf) {
        return PER_LEAF * leaf;
    }

    /** Returns one past the last place of a leaf's triangles. */
    int end(int leaf) {
        return Math.min(order.length, PER_LEAF * (leaf + 1));
    }

    /** Returns the number of the triangle at a place. */
    int triangle(int place) {
        return order[place];
    }

    /** Returns the number of a triangle's node. */
    int node(int triangle, int corner) {
        return node[3 * triangle + corner];
    }

    double[] unit() {
        return unit;
    }

    /** Returns the squared chord from a triangle's node to the next. */
    double chord2(int triangle, int corner) {
        return UnitVectors.chord2(unit, node(triangle, corner), node(triangle, (corner + 1) % 3));
    }

    /** Tells whether a triangle's nodes go round counterclockwise, seen from above. */
    boolean isCounterclockwise(int triangle) {
        int a = 3 * node(triangle, 0);
        int b = 3 * node(triangle, 1);
        int c = 3 * node(triangle, 2);
        double bx = unit[b] - unit[a];
        double by = unit[b + 1] - unit[a + 1];
        double bz = unit[b + 2] - unit[a + 2];
        double cx = unit[c] - unit[a];
        double cy = unit[c + 1] - unit[a + 1];
        double cz = unit[c + 2] - unit[a + 2];
        return unit[a] * (by * cz - bz * cy) + unit[a + 1] * (bz * cx - bx * cz) + unit[a + 2] * (bx * cy - by * cx)
                > 0;
    }

    private double[] middles(int threads) {
        double[] middle = new double[node.length];
        int parts = PARTS_PER_THREAD * threads;
        int count = node.length / 3;
        Parallel.each(threads, parts, part -> {
            int end = Parallel.start(count, parts, part + 1);
            for (int k = Parallel.start(count, parts, part); k < end; k++) {
                for (int along = 0; along < 3; along++) {
                    middle[3 * k + along] =
                            (unit[3 * node(k, 0) + along] + unit[3 * node(k, 1) + along] + unit[3 * node(k, 2) + along])
                                    / 3;
                }
            }
        });
        return middle;
    }

    /** A triangle bulges over its plane by less than a quarter of its longest squared edge. */
    private BoxTree.Leaves leaves(int threads) {
        int count = (order.length + PER_LEAF - 1) / PER_LEAF;
        BoxTree.Leaves leaves = new BoxTree.Leaves(count);
        int parts = PARTS_PER_THREAD * threads;
        Parallel.each(threads, parts, part -> {
            int end = Parallel.start(count, parts, part + 1);
            for (int leaf = Parallel.start(count, parts, part); leaf < end; leaf++) {
                for (int place = start(leaf); place < end(leaf); place++) {
                    stretch(leaves, leaf, triangle(place));
                }
            }
        });
        return leaves;
    }

    private void stretch(BoxTree.Leaves leaves, int leaf, int triangle) {
        double longest2 = Math.max(chord2(triangle, 0), Math.max(chord2(triangle, 1), chord2(triangle, 2)));
        double margin = longest2 / 4 + 4 * Axis.EDGE * Math.sqrt(longest2) + ROUNDING;
        for (int corner = 0; corner < 3; corner++) {
            leaves.stretch(leaf, unit, node(triangle, corner), margin);
        }
    }
}
