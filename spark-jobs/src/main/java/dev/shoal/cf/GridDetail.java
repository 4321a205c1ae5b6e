package dev.shoal.cf;

/** How much of a file's grids is read. */
public enum GridDetail {
    /** Positions of the points: enough to read, to plan and to search. */
    POINTS,
    /** Bounds and corners of the cells and the triangles of meshes as well, for regridding. */
    CELLS
}
