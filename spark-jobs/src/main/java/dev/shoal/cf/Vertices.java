package dev.shoal.cf;

import dev.shoal.netcdf.VariableHeader;
import dev.shoal.regrid.CellCorners;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Finds the corners of a curvilinear grid among the file's other points: of ROMS the psi points between the rho points
 * and the vertices around them, of any grid points in one row and one column more or fewer.
 */
final class Vertices {

    private final FileCoordinates coordinates;
    private final CoordinateValues values;
    private final GivenCells given;

    Vertices(FileCoordinates coordinates, CoordinateValues values, GivenCells given) {
        this.coordinates = coordinates;
        this.values = values;
        this.given = given;
    }

    /** Returns corners that go round the points, those of points all around first. */
    GivenCells.Given corners(VariableHeader latitude, int ny, int nx, double[] lat, double[] lon) throws IOException {
        for (int more : new int[] {1, -1}) {
            for (VariableHeader north : coordinates.of(AxisKind.LATITUDE)) {
                Optional<VariableHeader> east = beside(latitude, north, ny + more, nx + more);
                if (east.isPresent()) {
                    GivenCells.Given found = at(north, east.get(), ny, nx, more, lat, lon);
                    if (!found.corners().isEmpty()) {
                        return found;
                    }
                }
            }
        }
        return GivenCells.Given.NONE;
    }

    /** Returns the longitudes along the same dimensions as latitudes of the wanted shape. */
    private Optional<VariableHeader> beside(VariableHeader own, VariableHeader north, int rows, int columns) {
        boolean fits = north.rank() == 2
                && north.shape()[0] == rows
                && north.shape()[1] == columns
                && !north.dimensions().equals(own.dimensions());
        return fits
                ? coordinates.of(AxisKind.LONGITUDE).stream()
                        .filter(east -> east.dimensions().equals(north.dimensions()))
                        .findFirst()
                : Optional.empty();
    }

    private GivenCells.Given at(
            VariableHeader north, VariableHeader east, int ny, int nx, int more, double[] lat, double[] lon)
            throws IOException {
        Optional<double[]> rows = values.degrees(north);
        Optional<double[]> columns = values.degrees(east);
        if (rows.isEmpty() || columns.isEmpty() || (more < 0 && (ny < 3 || nx < 3))) {
            return GivenCells.Given.NONE;
        }
        VertexField field = new VertexField(ny + more, nx + more, rows.get(), columns.get());
        int outside = more > 0 ? 0 : 1;
        double[] cornerLat = new double[4 * ny * nx];
        double[] cornerLon = new double[4 * ny * nx];
        for (int k = 0; k < ny * nx; k++) {
            for (int corner = 0; corner < 4; corner++) {
                int row = k / nx + (corner < 2 ? 0 : 1) - outside;
                int column = k % nx + (corner == 1 || corner == 2 ? 1 : 0) - outside;
                double[] at = field.at(row, column);
                cornerLat[4 * k + corner] = at[0];
                cornerLon[4 * k + corner] = at[1];
            }
        }
        String what = "corners " + north.name() + ", " + east.name();
        Optional<CellCorners> corners = given.judged(4, cornerLat, cornerLon, lat, lon, what);
        String words = what + (more > 0 ? "" : "; those of the rim as far out as in");
        return corners.map(found -> new GivenCells.Given(found, words)).orElse(GivenCells.Given.NONE);
    }

    /** Points of corners, with one more row and column on each side that go on as the two beside them do. */
    private record VertexField(int ny, int nx, double[] lat, double[] lon) {

        double[] at(int row, int column) {
            if (row >= 0 && row < ny && column >= 0 && column < nx) {
                return new double[] {lat[row * nx + column], lon[row * nx + column]};
            }
            int nearRow = Math.max(0, Math.min(ny - 1, row));
            int nearColumn = Math.max(0, Math.min(nx - 1, column));
            double[] near = vector(nearRow, nearColumn);
            double[] far = vector(2 * nearRow - row, 2 * nearColumn - column);
            double x = 2 * near[0] - far[0];
            double y = 2 * near[1] - far[1];
            double z = 2 * near[2] - far[2];
            return new double[] {Math.toDegrees(Math.atan2(z, Math.hypot(x, y))), Math.toDegrees(Math.atan2(y, x))};
        }

        private double[] vector(int row, int column) {
            double north = Math.toRadians(lat[row * nx + column]);
            double east = Math.toRadians(lon[row * nx + column]);
            return List.of(Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north)).stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray();
        }
    }
}
