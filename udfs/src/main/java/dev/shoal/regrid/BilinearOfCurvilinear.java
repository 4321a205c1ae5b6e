package dev.shoal.regrid;

/**
 * Bilinear weights from a curvilinear grid, for one target point after another.
 *
 * <p>Which geometry is used is decided by the target point alone (see {@link Method#BILINEAR}), so the quadrilaterals
 * that compete for it fit together without gaps. Of several that hold it the one with the lowest number wins.
 */
final class BilinearOfCurvilinear implements PointMaker {
    private static final double INSIDE = 1e-9;
    private static final double SNAP = 1e-11;
    private static final int QUADS_PER_TILE = 4;

    private final QuadIndex index;
    private final BoxTree.Holding search;
    private final Quad quad;
    private final QuadMap map = new QuadMap();
    private final int[] corners = new int[4];
    private int best;
    private double bestExcess;
    private double s;
    private double t;

    BilinearOfCurvilinear(QuadIndex index) {
        this.index = index;
        this.search = index.search();
        this.quad = index.quad();
    }

    @Override
    public void add(TargetPoints at, int i, WeightList list) {
        if (find(at, i)) {
            list.add(corners[0], (1 - s) * (1 - t));
            list.add(corners[1], s * (1 - t));
            list.add(corners[2], s * t);
            list.add(corners[3], (1 - s) * t);
        }
    }

    /** Looks for the quadrilateral around a target point; false where there is none. */
    private boolean find(TargetPoints at, int i) {
        best = Integer.MAX_VALUE;
        bestExcess = Axis.EDGE;
        search.start(at.x(i), at.y(i), at.z(i));
        for (int tile = search.next(); tile >= 0; tile = search.next()) {
            for (int part = 0; part < QUADS_PER_TILE; part++) {
                if (index.fill(quad, tile, part) && quad.isSeenFrom(at, i)) {
                    map.solve(quad.x, quad.y);
                    keep();
                }
            }
        }
        return best < Integer.MAX_VALUE;
    }

    private void keep() {
        double excess = map.excess() <= INSIDE ? 0 : map.excess();
        boolean better = excess < bestExcess || (excess == bestExcess && quad.number < best);
        if (better && !quad.isBroken()) {
            best = quad.number;
            bestExcess = excess;
            s = snapped(map.s());
            t = snapped(map.t());
            System.arraycopy(quad.corners, 0, corners, 0, corners.length);
        }
    }

    private static double snapped(double share) {
        if (share < SNAP) {
            return 0;
        }
        return share > 1 - SNAP ? 1 : share;
    }
}
