package dev.shoal.cf;

import dev.shoal.regrid.CellCorners;
import dev.shoal.regrid.CurvilinearGrid;
import dev.shoal.regrid.Grid;
import dev.shoal.regrid.RectilinearGrid;
import dev.shoal.regrid.UnstructuredGrid;

/** Writes a grid as CDO's grid description, with as many digits as its numbers have. */
public final class CdoGridWriter {

    private static final int A_LINE = 6;

    /** CDO takes a number as missing, and so a point as a hole, by this one. */
    private static final String HOLE = "-9e33";

    private CdoGridWriter() {}

    /** Returns the description; bounds and corners where the grid has them. */
    public static String text(Grid grid) {
        if (grid instanceof RectilinearGrid rectilinear) {
            return head("lonlat", grid)
                    + list("xvals", rectilinear.lon(), A_LINE)
                    + list("yvals", rectilinear.lat(), A_LINE)
                    + (rectilinear.hasOwnBounds()
                            ? list("xbounds", rectilinear.lonBounds(), 2) + list("ybounds", rectilinear.latBounds(), 2)
                            : "");
        }
        if (grid instanceof CurvilinearGrid curved) {
            return head("curvilinear", grid) + placed(curved.lat(), curved.lon(), curved.corners());
        }
        UnstructuredGrid cells = (UnstructuredGrid) grid;
        String vertices = cells.corners().isEmpty()
                ? ""
                : "nvertex   = " + cells.corners().most() + "\n";
        return head("unstructured", grid) + vertices + placed(cells.lat(), cells.lon(), cells.corners());
    }

    private static String head(String type, Grid grid) {
        String shape = grid instanceof UnstructuredGrid
                ? ""
                : "xsize     = " + grid.nx() + "\nysize     = " + grid.ny() + "\n";
        return "gridtype  = " + type + "\ngridsize  = " + grid.size() + "\n" + shape
                + "xunits    = degrees_east\nyunits    = degrees_north\n";
    }

    private static String placed(double[] lat, double[] lon, CellCorners corners) {
        return list("xvals", lon, A_LINE)
                + list("yvals", lat, A_LINE)
                + (corners.isEmpty()
                        ? ""
                        : list("xbounds", filled(corners, corners.lon()), corners.most())
                                + list("ybounds", filled(corners, corners.lat()), corners.most()));
    }

    /** Cells with fewer corners repeat their last one, as CDO has it. */
    private static double[] filled(CellCorners corners, double[] values) {
        double[] filled = values.clone();
        for (int k = 1; k < filled.length; k++) {
            if (k % corners.most() > 0 && Double.isNaN(filled[k])) {
                filled[k] = filled[k - 1];
            }
        }
        return filled;
    }

    private static String list(String key, double[] values, int aLine) {
        StringBuilder text =
                new StringBuilder(key).append(" ".repeat(10 - key.length())).append("=");
        for (int i = 0; i < values.length; i++) {
            text.append(i > 0 && i % aLine == 0 ? "\n            " : " ");
            text.append(Double.isNaN(values[i]) ? HOLE : Texts.shortest(values[i]));
        }
        return text.append('\n').toString();
    }
}
