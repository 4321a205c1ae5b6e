package dev.shoal.regrid;

/** What joins the corners of a rectilinear grid's cells; all other cells have great circles. */
public enum CellEdges {
    /** Meridians and circles of latitude, as CDO takes them: the cells are exactly those of their bounds. */
    LATITUDE_CIRCLE,
    /** Great circles throughout, as ESMF takes them. */
    GREAT_CIRCLE
}
