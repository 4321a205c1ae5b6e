package dev.shoal.regrid;

/**
 * The 16 cells of a curvilinear grid around a target point: the place is the one where the cubic mean of their
 * positions in space lies above the target, found by Newton's method from the bilinear place.
 */
final class CubicPlaceInSpace implements CubicPlace {
    private static final int MOST_STEPS = 12;
    private static final double SMALL = 1e-5;

    /** Steps shrink by their square, so that after one as short as this no more is wanted. */
    private static final double CLOSE = 1e-7;

    private static final double SNAP = 1e-11;

    /** A place that wanders off farther than this from the quadrilateral's middle is not trusted. */
    private static final double FARTHEST = 0.75;

    private final CurvilinearGrid grid;
    private final CubicPatch patch;
    private final double[] east = new double[16];
    private final double[] north = new double[16];
    private double s;
    private double t;
    private double x;
    private double y;

    CubicPlaceInSpace(CurvilinearGrid grid, Lattice lattice) {
        this.grid = grid;
        this.patch = new CubicPatch(lattice);
    }

    @Override
    public CubicPatch find(int[] corner, double[] share, double lat, double lon) {
        patch.load(corner[0], corner[1], corner[2], corner[3]);
        double linearS = share[1] + share[2];
        double linearT = share[2] + share[3];
        s = linearS;
        t = linearT;
        layOut(lat, lon);
        boolean met = meet();
        patch.weigh(snapped(met ? s : linearS), snapped(met ? t : linearT));
        return patch;
    }

    static double snapped(double share) {
        if (Math.abs(share) < SNAP) {
            return 0;
        }
        return Math.abs(share - 1) < SNAP ? 1 : share;
    }

    /** Drops the cells' positions onto the plane that touches the sphere at the target, which is its origin. */
    private void layOut(double lat, double lon) {
        double sinPhi = Math.sin(Math.toRadians(lat));
        double cosPhi = Math.cos(Math.toRadians(lat));
        for (int k = 0; k < patch.cell.length; k++) {
            if (patch.cell[k] >= 0) {
                double phi = Math.toRadians(grid.lat()[patch.cell[k]]);
                double ahead = Math.toRadians(grid.lon()[patch.cell[k]] - lon);
                double outward = Math.cos(phi) * Math.cos(ahead);
                east[k] = Math.cos(phi) * Math.sin(ahead);
                north[k] = Math.sin(phi) * cosPhi - outward * sinPhi;
            }
        }
    }

    private boolean meet() {
        for (int step = 0; step < MOST_STEPS; step++) {
            image(s + SMALL, t);
            double alongX = x;
            double alongY = y;
            image(s, t + SMALL);
            double acrossX = x;
            double acrossY = y;
            image(s, t);
            alongX -= x;
            alongY -= y;
            acrossX -= x;
            acrossY -= y;
            double area = (alongX * acrossY - alongY * acrossX) / SMALL;
            double ds = (acrossX * y - acrossY * x) / area;
            double dt = (alongY * x - alongX * y) / area;
            s += ds;
            t += dt;
            if (!(Math.abs(s - 0.5) <= FARTHEST && Math.abs(t - 0.5) <= FARTHEST)) {
                return false;
            }
            if (Math.abs(ds) + Math.abs(dt) < CLOSE) {
                return true;
            }
        }
        return false;
    }

    private void image(double placeS, double placeT) {
        patch.weigh(placeS, placeT);
        x = 0;
        y = 0;
        for (int k = 0; k < patch.cell.length; k++) {
            if (patch.weight[k] != 0) {
                x += patch.weight[k] * east[k];
                y += patch.weight[k] * north[k];
            }
        }
    }
}
