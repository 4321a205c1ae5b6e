package dev.shoal.regrid;

/** How a target value is made from source values. */
public enum Method {
    /**
     * The source point nearest on the sphere of all points, also where that one is missing; of several as near the
     * first in row-major order. The target is missing where that point is farther away than its own farthest neighbour
     * in the source grid.
     */
    NEAREST(1),
    /**
     * The four corners of the source cell around the target point, weighted linearly along both directions of the grid.
     *
     * <p>Source rectangles, and source quadrilaterals for targets up to 80 degrees of latitude, are taken in the plane
     * of longitude and latitude, as SCRIP and CDO do; nearer to a pole the quadrilaterals are taken on the sphere,
     * bounded by great circles, as ESMF does. A target up to a thousandth of a cell outside the points lies on their
     * edge. A curvilinear grid has no cell where a corner is a hole or two corners are more than 20 median steps apart.
     */
    BILINEAR(4);

    private final int most;

    Method(int most) {
        this.most = most;
    }

    /** Returns the most contributions that a target cell has. */
    int most() {
        return most;
    }
}
