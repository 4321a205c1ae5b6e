package dev.shoal.regrid;

/** How a target value is made from source values. */
public enum Method {
    /**
     * The source point nearest on the sphere of all points, also where that one is missing; of several as near, to a
     * float's precision of the squared distance, the first in row-major order. With {@link Reach#WITHIN_SOURCE} the
     * target is missing where that point is farther away than its own farthest neighbour in the source grid: before and
     * after it in its row and its column; in an unstructured grid along the edges of its triangles or, where there are
     * none, among the four nearest points elsewhere.
     */
    NEAREST,
    /**
     * The mean of all source points that have the target cell's point as their nearest of the whole target grid. ESMF's
     * {@code nearest_d2s}, and so xESMF's, sums them; a mean keeps constants. A target that is nearest to no source
     * point is missing. With {@link Reach#WITHIN_SOURCE} a source point goes nowhere where it is farther from that
     * target point than the target's own farthest neighbour in the target grid, so that the edge of a region does not
     * take in the rest of the world.
     */
    NEAREST_D2S,
    /**
     * The {@link Scheme#neighbours} source points nearest of all, weighted by the inverse of their distances, which are
     * chords as CDO takes them; of a rectilinear grid the nearest of those around the target where CDO looks. With
     * {@link Reach#WITHIN_SOURCE} the target is missing where {@link #NEAREST} is.
     */
    INVERSE_DISTANCE,
    /**
     * The four corners of the source cell around the target point, weighted linearly along both directions of the grid.
     *
     * <p>Source rectangles, and source quadrilaterals for targets up to 80 degrees of latitude, are taken in the plane
     * of longitude and latitude, as SCRIP and CDO do; nearer to a pole the quadrilaterals are taken on the sphere,
     * bounded by great circles, as ESMF does. A target up to a thousandth of a cell outside the points lies on their
     * edge. A curvilinear grid has no cell where a corner is a hole or two corners are more than 20 median steps apart.
     *
     * <p>Unstructured grids need {@link Triangles}, whose three corners are weighted by areas; where they have cells'
     * corners instead, the points of the cells that meet in a corner make triangles. With {@link Reach#EVERYWHERE}
     * targets outside get the four nearest points, weighted by the inverse of their distances.
     */
    BILINEAR,
    /**
     * Cubic along both directions of the grid, from the 16 points around the target; the grid must have rows.
     *
     * <p>Slopes are centred differences, as SCRIP and CDO take them, over the axes' own steps where those are uneven;
     * at an edge a parabola's; over a pole the row goes on on the other side. On a curvilinear grid the place between
     * the points is that of the cubic map, not the bilinear one. Weights are negative in part and must not be scaled
     * up: where one of the 16 is missing the value is the one of {@link #BILINEAR}, by the rule for missing values, and
     * so are all flags and valid shares.
     */
    BICUBIC,
    /** The mean of the source cells that overlap the target cell, weighted by the area of the overlap. */
    CONSERVATIVE,
    /**
     * As {@link #CONSERVATIVE}, each source cell a plane with its own slope, found in each field by least squares from
     * the valid ones of the cells around it; flat where those lie on one line with it. No limiter: values may go beyond
     * those around, and sums stay as they were. Missing values, flags and valid shares are those of the first order.
     */
    CONSERVATIVE2,
    /** The value that covers the largest part of the target cell: for categories, which have no mean. */
    LARGEST_AREA;

    /** Tells whether weights are areas of overlap, for which both grids need cells. */
    public boolean isByArea() {
        return this == CONSERVATIVE || this == CONSERVATIVE2 || this == LARGEST_AREA;
    }
}
