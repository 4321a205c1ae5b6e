package dev.shoal.regrid;

import dev.shoal.regrid.sphere.SphericalPolygon;

/** The box of longitude and latitude around a polygon, as floats rounded outward. For one thread; measured anew. */
final class CellBox {
    private static final float MARGIN = 1e-4f;

    float south;
    float north;

    /** Western edge in [-180, 180). */
    float west;

    /** Degrees east of it; 360 where the polygon has a pole. */
    float width;

    private final PolygonSpan span = new PolygonSpan();

    /** Takes the box of a polygon. */
    void measure(SphericalPolygon polygon) {
        span.measure(polygon);
        south = (float) Math.toDegrees(Math.asin(span.lowest)) - MARGIN;
        north = (float) Math.toDegrees(Math.asin(span.highest)) + MARGIN;
        if (span.polar) {
            // The pole inside is not among the vertices.
            south = south > 0 ? south : -90;
            north = north < 0 ? north : 90;
            west = -180;
            width = 360;
        } else {
            west = (float) Longitudes.normal(span.west) - MARGIN;
            west = west < -180 ? west + 360 : west;
            width = Math.min(360, (float) span.width + 2 * MARGIN);
        }
    }

    /** Takes the box around a window of a rectilinear grid. */
    void measure(CellRows rows, CellColumns columns) {
        south = 90;
        north = -90;
        for (int j = 0; j < rows.count(); j++) {
            south = Math.min(south, (float) rows.south(j) - MARGIN);
            north = Math.max(north, (float) rows.north(j) + MARGIN);
        }
        measureWidth(columns);
    }

    /** Counts longitudes from the first column's, whichever way the columns run. */
    private void measureWidth(CellColumns columns) {
        double first = columns.west(0);
        double least = 0;
        double most = columns.width(0);
        double at = 0;
        for (int i = 1; i < columns.count(); i++) {
            at += Longitudes.step(columns.west(i - 1), columns.west(i));
            least = Math.min(least, at);
            most = Math.max(most, at + columns.width(i));
        }
        west = (float) Longitudes.normal(first + least) - MARGIN;
        west = west < -180 ? west + 360 : west;
        width = (float) Math.min(360, most - least + 2 * MARGIN);
    }
}
