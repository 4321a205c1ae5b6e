package dev.shoal.regrid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;

/** Grids and fields that the tests share. */
final class SampleGrids {
    /** Methods whose weights are of points. */
    static final List<Method> METHODS =
            List.of(Method.NEAREST, Method.NEAREST_D2S, Method.INVERSE_DISTANCE, Method.BILINEAR);

    private SampleGrids() {}

    /** Global latitudes and longitudes at cell centres, longitudes from {@code west}. */
    static RectilinearGrid regular(int ny, int nx, double west) {
        double[] lat = new double[ny];
        double[] lon = new double[nx];
        Arrays.setAll(lat, j -> -90 + (j + 0.5) * 180 / ny);
        Arrays.setAll(lon, i -> west + (i + 0.5) * 360 / nx);
        return new RectilinearGrid(lat, lon);
    }

    /** The same points row by row. */
    static CurvilinearGrid curvilinear(RectilinearGrid grid) {
        double[] lat = new double[grid.ny() * grid.nx()];
        double[] lon = new double[lat.length];
        Arrays.setAll(lat, k -> grid.lat()[k / grid.nx()]);
        Arrays.setAll(lon, k -> grid.lon()[k % grid.nx()]);
        return new CurvilinearGrid(grid.ny(), grid.nx(), lat, lon);
    }

    /**
     * A grid round the Earth from 75 degrees south, regular up to 65 degrees north, then ellipses in the polar
     * stereographic plane that flatten to the line between two poles on land: a tripolar grid with its fold in the last
     * row's middle, without columns or rows that come twice.
     */
    static CurvilinearGrid tripolar(int rowsBelow, int rowsAbove, int nx) {
        int ny = rowsBelow + rowsAbove;
        double[] lat = new double[ny * nx];
        double[] lon = new double[ny * nx];
        for (int k = 0; k < lat.length; k++) {
            int j = k / nx;
            double around = 2 * Math.PI * (k % nx + 0.5) / nx;
            double flat = j < rowsBelow ? 1 : 1 - (j - rowsBelow + 0.5) / rowsAbove;
            double edge = Math.tan(Math.toRadians(25) / 2);
            double x = edge * Math.cos(around);
            double y = edge * flat * Math.sin(around);
            lat[k] = j < rowsBelow
                    ? -75 + (j + 0.5) * 140 / rowsBelow
                    : 90 - 2 * Math.toDegrees(Math.atan(Math.hypot(x, y)));
            lon[k] = Math.toDegrees(Math.atan2(y, x)) + 73;
        }
        return new CurvilinearGrid(ny, nx, lat, lon);
    }

    /** A regional grid turned against the meridians, its middle at the given point, {@code step} degrees apart. */
    static CurvilinearGrid rotated(int ny, int nx, double lat0, double lon0, double step) {
        double[] lat = new double[ny * nx];
        double[] lon = new double[ny * nx];
        for (int k = 0; k < lat.length; k++) {
            int row = k / nx;
            double eta = Math.toRadians((row - (ny - 1) / 2.0) * step);
            double xi = Math.toRadians((k % nx - (nx - 1) / 2.0) * step);
            double turnedX = xi * Math.cos(0.5) - eta * Math.sin(0.5);
            double turnedY = xi * Math.sin(0.5) + eta * Math.cos(0.5);
            double x = Math.cos(turnedY) * Math.cos(turnedX);
            double y = Math.cos(turnedY) * Math.sin(turnedX);
            double z = Math.sin(turnedY);
            double phi = Math.toRadians(lat0);
            double up = z * Math.cos(phi) + x * Math.sin(phi);
            lat[k] = Math.toDegrees(Math.asin(up));
            lon[k] = Longitudes.normal(lon0 + Math.toDegrees(Math.atan2(y, x * Math.cos(phi) - z * Math.sin(phi))));
        }
        return new CurvilinearGrid(ny, nx, lat, lon);
    }

    /** A tripolar grid as ocean models keep it: two columns more at the end, which are the first two again. */
    static CurvilinearGrid overlapping(CurvilinearGrid grid) {
        int nx = grid.nx() + 2;
        double[] lat = new double[grid.ny() * nx];
        double[] lon = new double[lat.length];
        Arrays.setAll(lat, k -> grid.lat(k / nx, k % nx % grid.nx()));
        Arrays.setAll(lon, k -> grid.lon(k / nx, k % nx % grid.nx()));
        return new CurvilinearGrid(grid.ny(), nx, lat, lon);
    }

    /** Points all over the sphere, as evenly as a spiral spreads them, shaken a little. */
    static UnstructuredGrid scattered(Random random, int count) {
        double[] lat = new double[count];
        double[] lon = new double[count];
        double shake = 20 / Math.sqrt(count);
        for (int k = 0; k < count; k++) {
            double z = 1 - (2 * k + 1.0) / count;
            lat[k] = Math.max(-90, Math.min(90, Math.toDegrees(Math.asin(z)) + shake * random.nextGaussian()));
            lon[k] = Longitudes.normal(137.50776405003785 * k % 360 + shake * random.nextGaussian());
        }
        return UnstructuredGrid.points(lat, lon);
    }

    /** The cells of a grid as a mesh keeps them: their points and four corners each, in one row. */
    static UnstructuredGrid cells(RectilinearGrid grid) {
        int size = grid.size();
        double[] lat = new double[size];
        double[] lon = new double[size];
        double[] cornerLat = new double[4 * size];
        double[] cornerLon = new double[4 * size];
        for (int k = 0; k < size; k++) {
            int j = k / grid.nx();
            int i = k % grid.nx();
            lat[k] = grid.lat()[j];
            lon[k] = grid.lon()[i];
            for (int corner = 0; corner < 4; corner++) {
                cornerLat[4 * k + corner] = grid.latBounds()[2 * j + corner / 2];
                cornerLon[4 * k + corner] = grid.lonBounds()[2 * i + (corner == 1 || corner == 2 ? 1 : 0)];
            }
        }
        return new UnstructuredGrid(lat, lon, new CellCorners(4, cornerLat, cornerLon), Triangles.NONE);
    }

    /**
     * A mesh of nodes all over the sphere: the faces of an octahedron, each side cut into {@code cuts}, turned away
     * from the poles.
     */
    static UnstructuredGrid octahedron(int cuts) {
        Map<List<Long>, Integer> numbers = new HashMap<>();
        List<double[]> nodes = new ArrayList<>();
        List<Integer> triangles = new ArrayList<>();
        for (int face = 0; face < 8; face++) {
            for (int a = 0; a < cuts; a++) {
                for (int b = 0; a + b < cuts; b++) {
                    int here = node(numbers, nodes, face, a, b, cuts);
                    int east = node(numbers, nodes, face, a + 1, b, cuts);
                    int north = node(numbers, nodes, face, a, b + 1, cuts);
                    triangles.addAll(List.of(here, east, north));
                    if (a + b + 1 < cuts) {
                        triangles.addAll(List.of(east, node(numbers, nodes, face, a + 1, b + 1, cuts), north));
                    }
                }
            }
        }
        double[] lat = nodes.stream()
                .mapToDouble(at -> Math.toDegrees(Math.asin(at[2])))
                .toArray();
        double[] lon = nodes.stream()
                .mapToDouble(at -> Math.toDegrees(Math.atan2(at[1], at[0])))
                .toArray();
        int[] node = triangles.stream().mapToInt(Integer::intValue).toArray();
        return new UnstructuredGrid(lat, lon, CellCorners.NONE, new Triangles(node));
    }

    private static int node(Map<List<Long>, Integer> numbers, List<double[]> nodes, int face, int a, int b, int cuts) {
        double x = ((face & 1) == 0 ? 1 : -1) * (double) a;
        double y = ((face & 2) == 0 ? 1 : -1) * (double) b;
        double z = ((face & 4) == 0 ? 1 : -1) * (double) (cuts - a - b);
        return numbers.computeIfAbsent(List.of((long) x, (long) y, (long) z), key -> {
            double length = Math.sqrt(x * x + y * y + z * z);
            double turnedX = (x * Math.cos(0.3) - z * Math.sin(0.3)) / length;
            double turnedZ = (x * Math.sin(0.3) + z * Math.cos(0.3)) / length;
            nodes.add(new double[] {turnedX, y / length, turnedZ});
            return nodes.size() - 1;
        });
    }

    /** Rising axes with uneven steps, at a random place. */
    static RectilinearGrid random(Random random, int ny, int nx) {
        double[] lat = new double[ny];
        double[] lon = new double[nx];
        lat[0] = -85 + 80 * random.nextDouble();
        lon[0] = -180 + 360 * random.nextDouble();
        for (int j = 1; j < ny; j++) {
            lat[j] = lat[j - 1] + (0.1 + random.nextDouble()) * 80 / ny;
        }
        for (int i = 1; i < nx; i++) {
            lon[i] = lon[i - 1] + (0.1 + random.nextDouble()) * 200 / nx;
        }
        return new RectilinearGrid(lat, lon);
    }

    /** The values of a function of latitude and longitude in degrees, row by row; NaN at holes. */
    static double[] field(Grid grid, DoubleBinaryOperator function) {
        double[] values = new double[grid.ny() * grid.nx()];
        Arrays.setAll(
                values,
                k -> function.applyAsDouble(
                        grid.lat(k / grid.nx(), k % grid.nx()), grid.lon(k / grid.nx(), k % grid.nx())));
        return values;
    }

    /** {@code 2 + cos(lat)^2 cos(2 lon)}, the smooth field that regridding papers use. */
    static double y22(double lat, double lon) {
        double cosine = Math.cos(Math.toRadians(lat));
        return 2 + cosine * cosine * Math.cos(2 * Math.toRadians(lon));
    }

    /** {@code cos(lat) cos(lon)}, the first Cartesian coordinate, smooth everywhere. */
    static double cosines(double lat, double lon) {
        return Math.cos(Math.toRadians(lat)) * Math.cos(Math.toRadians(lon));
    }

    /** {@code 2 + sin(2 lat)^16 cos(16 lon)}, as fine as coarse grids can carry. */
    static double y1632(double lat, double lon) {
        return 2 + Math.pow(Math.sin(2 * Math.toRadians(lat)), 16) * Math.cos(16 * Math.toRadians(lon));
    }

    /** The three fields whose errors are known of other regridders, by short names. */
    static Map<String, DoubleBinaryOperator> analytic() {
        Map<String, DoubleBinaryOperator> fields = new LinkedHashMap<>();
        fields.put("cos", SampleGrids::cosines);
        fields.put("y22", SampleGrids::y22);
        fields.put("y1632", SampleGrids::y1632);
        return fields;
    }

    static double[] regridded(Grid source, double[] values, Grid target, Method method, MissingRule rule) {
        double[] result = new double[target.ny() * target.nx()];
        Weights.of(source, target, Scheme.of(method)).apply(values, GridWindow.of(source), rule, result);
        return result;
    }

    /** Returns the values of a window of a grid with {@code nx} columns. */
    static double[] cut(double[] values, int nx, GridWindow window) {
        double[] result = new double[window.size()];
        for (int row = 0; row < window.rows(); row++) {
            System.arraycopy(
                    values, (window.y0() + row) * nx + window.x0(), result, row * window.columns(), window.columns());
        }
        return result;
    }
}
