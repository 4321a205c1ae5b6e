package dev.shoal.regrid;

import dev.shoal.regrid.sphere.SphericalArea;
import dev.shoal.regrid.sphere.SphericalPolygon;
import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;

/** Means of analytic fields over the cells of grids, by quadrature: what methods by area are judged by. */
final class CellMeans {
    private static final double[] PLACE = {
        -0.906179845938664, -0.5384693101056831, 0, 0.5384693101056831, 0.906179845938664
    };
    private static final double[] SHARE = {
        0.23692688505618908, 0.47862867049936647, 0.5688888888888889, 0.47862867049936647, 0.23692688505618908
    };
    private static final int PARTS = 6;

    private CellMeans() {}

    /** Returns the means over all cells; NaN where there is no cell. Rectilinear cells lie between parallels. */
    static double[] of(Grid grid, DoubleBinaryOperator field) {
        double[] means = new double[grid.size()];
        if (grid instanceof RectilinearGrid rectilinear) {
            Arrays.setAll(means, cell -> ofRectangle(rectilinear, cell, field));
        } else {
            CellPolygons cells = CellPolygons.of(grid, 1);
            SphericalPolygon polygon = new SphericalPolygon();
            Arrays.setAll(means, cell -> cells.load(cell, polygon) > 0 ? ofPolygon(polygon, field) : Double.NaN);
        }
        return means;
    }

    /** Gauss and Legendre's five points along the longitude and along the sine of the latitude. */
    private static double ofRectangle(RectilinearGrid grid, int cell, DoubleBinaryOperator field) {
        int row = cell / grid.nx();
        int column = cell % grid.nx();
        double low = Math.sin(Math.toRadians(grid.latBounds()[2 * row]));
        double high = Math.sin(Math.toRadians(grid.latBounds()[2 * row + 1]));
        double west = grid.lonBounds()[2 * column];
        double east = grid.lonBounds()[2 * column + 1];
        double sum = 0;
        for (int j = 0; j < PLACE.length; j++) {
            for (int i = 0; i < PLACE.length; i++) {
                double z = 0.5 * (low + high) + 0.5 * (high - low) * PLACE[j];
                double lon = 0.5 * (west + east) + 0.5 * (east - west) * PLACE[i];
                sum += 0.25 * SHARE[j] * SHARE[i] * field.applyAsDouble(Math.toDegrees(Math.asin(z)), lon);
            }
        }
        return sum;
    }

    /** Triangles from the first vertex, each in many small ones that count with the value in their middle. */
    private static double ofPolygon(SphericalPolygon polygon, DoubleBinaryOperator field) {
        double sum = 0;
        double area = 0;
        for (int k = 1; k + 1 < polygon.size(); k++) {
            for (int i = 0; i < PARTS; i++) {
                for (int j = 0; j < PARTS - i; j++) {
                    double[] one = point(polygon, k, i, j);
                    double[] other = point(polygon, k, i + 1, j);
                    double[] third = point(polygon, k, i, j + 1);
                    double[] fourth = point(polygon, k, i + 1, j + 1);
                    double first = triangle(one, other, third);
                    double second = i + j + 1 < PARTS ? triangle(other, fourth, third) : 0;
                    sum += first * value(one, other, third, field);
                    sum += second == 0 ? 0 : second * value(other, fourth, third, field);
                    area += first + second;
                }
            }
        }
        return sum / area;
    }

    private static double[] point(SphericalPolygon polygon, int k, int i, int j) {
        double b = i / (double) PARTS;
        double c = j / (double) PARTS;
        double a = 1 - b - c;
        double x = a * polygon.x(0) + b * polygon.x(k) + c * polygon.x(k + 1);
        double y = a * polygon.y(0) + b * polygon.y(k) + c * polygon.y(k + 1);
        double z = a * polygon.z(0) + b * polygon.z(k) + c * polygon.z(k + 1);
        double length = Math.sqrt(x * x + y * y + z * z);
        return new double[] {x / length, y / length, z / length};
    }

    private static double triangle(double[] a, double[] b, double[] c) {
        return SphericalArea.triangle(a[0], a[1], a[2], b[0], b[1], b[2], c[0], c[1], c[2]);
    }

    private static double value(double[] a, double[] b, double[] c, DoubleBinaryOperator field) {
        double x = a[0] + b[0] + c[0];
        double y = a[1] + b[1] + c[1];
        double z = a[2] + b[2] + c[2];
        double lat = Math.toDegrees(Math.atan2(z, Math.hypot(x, y)));
        return field.applyAsDouble(lat, Math.toDegrees(Math.atan2(y, x)));
    }
}
