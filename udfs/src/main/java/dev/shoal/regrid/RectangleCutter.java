package dev.shoal.regrid;

import dev.shoal.regrid.sphere.HalfSpace;
import dev.shoal.regrid.sphere.SphericalPolygon;

/**
 * Cuts polygons along the circles of latitude and the meridians between a rectilinear grid's cells: first into bands by
 * rows, each out of the whole polygon, then each band into pieces by columns. So a piece depends on the polygon and its
 * own cell alone. For one thread.
 *
 * <p>A polygon round a pole is first cut into quadrants, and a column wider than a third of a turn is several pieces;
 * there a cell may get more than one piece of a polygon.
 */
final class RectangleCutter {
    private static final double QUADRANT = 90;
    private static final double TURN = 360;

    private final CellRows rows;
    private final MeridianPairs columns;
    private final PolygonSpan span = new PolygonSpan();
    private final SphericalPolygon[] spare = new SphericalPolygon[6];

    /** Takes rows and columns; pieces are numbered as these are. */
    RectangleCutter(CellRows rows, MeridianPairs columns) {
        this.rows = rows;
        this.columns = columns;
        for (int k = 0; k < spare.length; k++) {
            spare[k] = new SphericalPolygon();
        }
    }

    /** What is done with a piece; the polygon is overwritten afterwards. */
    interface Visitor {
        void accept(int row, int column, SphericalPolygon piece);
    }

    /** Cuts a polygon whose vertices run counterclockwise. */
    void cut(SphericalPolygon polygon, Visitor visitor) {
        span.measure(polygon);
        if (span.isNarrow()) {
            cutRows(polygon, visitor);
            return;
        }
        for (int quadrant = 0; quadrant < 4; quadrant++) {
            double west = QUADRANT * quadrant;
            SphericalPolygon part = polygon.within(HalfSpace.eastOf(west), spare[0])
                    .within(HalfSpace.westOf(west + QUADRANT), spare[1]);
            if (part.size() > 2) {
                span.measure(part);
                cutRows(part, visitor);
            }
        }
    }

    private void cutRows(SphericalPolygon polygon, Visitor visitor) {
        Intervals byHeight = rows.byHeight();
        int end = byHeight.to(span.highest);
        for (int rank = byHeight.from(span.lowest); rank < end; rank++) {
            if (byHeight.reaches(rank, span.lowest)) {
                int row = byHeight.number(rank);
                SphericalPolygon band =
                        polygon.northOf(rows.lower(row), spare[2]).southOf(rows.upper(row), spare[3]);
                if (band.size() > 1) {
                    cutColumns(row, band, visitor);
                }
            }
        }
    }

    private void cutColumns(int row, SphericalPolygon band, Visitor visitor) {
        double west = columns.turned(span.west);
        cutColumns(row, band, west, visitor);
        if (west + span.width >= TURN) {
            cutColumns(row, band, west - TURN, visitor);
        }
        if (columns.goBeyond(west + TURN)) {
            cutColumns(row, band, west + TURN, visitor);
        }
    }

    private void cutColumns(int row, SphericalPolygon band, double west, Visitor visitor) {
        int end = columns.to(west + span.width);
        for (int rank = columns.from(west); rank < end; rank++) {
            if (columns.reaches(rank, west)) {
                SphericalPolygon piece =
                        band.within(columns.eastern(rank), spare[4]).within(columns.western(rank), spare[5]);
                if (piece.size() > 1) {
                    visitor.accept(row, columns.column(rank), piece);
                }
            }
        }
    }
}
