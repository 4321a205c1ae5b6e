package dev.shoal.regrid;

import dev.shoal.regrid.sphere.SphericalPolygon;

/**
 * Cells by their corners. Repeated corners count once; NaN after the last corner is padding; a cell with NaN before its
 * last corner is a hole.
 */
record CornerCells(CellCorners corners) implements CellPolygons {

    @Override
    public double load(int cell, SphericalPolygon polygon) {
        polygon.clear();
        int start = cell * corners.most();
        boolean ended = false;
        for (int k = start; k < start + corners.most(); k++) {
            double lat = corners.lat()[k];
            double lon = corners.lon()[k];
            if (Double.isNaN(lat) || Double.isNaN(lon)) {
                ended = true;
            } else if (ended) {
                polygon.clear();
                return 0;
            } else {
                polygon.addDegrees(lat, lon);
            }
        }
        return CellPolygons.oriented(polygon);
    }
}
