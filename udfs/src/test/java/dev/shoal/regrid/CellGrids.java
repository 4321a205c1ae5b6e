package dev.shoal.regrid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Grids with cells that the tests of weights by area share. */
final class CellGrids {
    private static final double EDGE = Math.tan(Math.toRadians(25) / 2);

    private CellGrids() {}

    /**
     * A tripolar grid with corners: Mercator rows from 78 degrees south to 65 degrees north, then ellipses in the polar
     * stereographic plane that flatten to the line between two poles on land.
     *
     * @param halo columns at both ends that repeat those of the other end
     */
    static CurvilinearGrid tripolar(int rowsBelow, int rowsAbove, int columns, int halo) {
        int ny = rowsBelow + rowsAbove;
        int nx = columns + 2 * halo;
        double[][] points = new double[2][ny * nx];
        double[][] corners = new double[2][4 * ny * nx];
        for (int k = 0; k < ny * nx; k++) {
            int j = k / nx;
            int i = Math.floorMod(k % nx - halo, columns);
            put(tripolarPoint(j + 0.5, i + 0.5, rowsBelow, rowsAbove, columns), points, k);
            for (int c = 0; c < 4; c++) {
                put(
                        tripolarPoint(j + c / 2, i + (c == 1 || c == 2 ? 1 : 0), rowsBelow, rowsAbove, columns),
                        corners,
                        4 * k + c);
            }
        }
        return new CurvilinearGrid(ny, nx, points[0], points[1], new CellCorners(4, corners[0], corners[1]));
    }

    private static double[] tripolarPoint(double j, double i, int rowsBelow, int rowsAbove, int columns) {
        double around = 2 * Math.PI * i / columns;
        if (j <= rowsBelow) {
            double north = mercator(-78) + (mercator(65) - mercator(-78)) * j / rowsBelow;
            return new double[] {
                2 * Math.toDegrees(Math.atan(Math.exp(north))) - 90, Longitudes.normal(Math.toDegrees(around) + 73)
            };
        }
        double rest = (rowsBelow + rowsAbove - j) / rowsAbove;
        double x = EDGE * Math.cos(around);
        double y = EDGE * rest * Math.sin(around);
        return new double[] {
            90 - 2 * Math.toDegrees(Math.atan(Math.hypot(x, y))),
            Longitudes.normal(Math.toDegrees(Math.atan2(y, x)) + 73)
        };
    }

    private static double mercator(double lat) {
        return Math.log(Math.tan(Math.toRadians(45 + lat / 2)));
    }

    /** The six faces of a cube blown up, {@code n x n} cells each, by corners; turned so that nothing is aligned. */
    static UnstructuredGrid cube(int n) {
        List<double[][]> cells = new ArrayList<>();
        for (int face = 0; face < 6; face++) {
            for (int j = 0; j < n; j++) {
                for (int i = 0; i < n; i++) {
                    cells.add(new double[][] {
                        cubePoint(face, i, j, n),
                        cubePoint(face, i + 1, j, n),
                        cubePoint(face, i + 1, j + 1, n),
                        cubePoint(face, i, j + 1, n)
                    });
                }
            }
        }
        return byCorners(cells, 4);
    }

    private static double[] cubePoint(int face, int i, int j, int n) {
        double u = Math.tan(Math.PI / 4 * (2.0 * i / n - 1));
        double v = Math.tan(Math.PI / 4 * (2.0 * j / n - 1));
        double side = face % 2 == 0 ? 1 : -1;
        double[] p = switch (face / 2) {
            case 0 -> new double[] {side, u, v};
            case 1 -> new double[] {u, side, v};
            default -> new double[] {u, v, side};
        };
        double x = p[0] * Math.cos(0.3) - p[2] * Math.sin(0.3);
        double z = p[0] * Math.sin(0.3) + p[2] * Math.cos(0.3);
        return unit(x * Math.cos(0.2) - p[1] * Math.sin(0.2), x * Math.sin(0.2) + p[1] * Math.cos(0.2), z);
    }

    /** Nodes and triangles of an icosahedron, each triangle split in four again and again. */
    static UnstructuredGrid nodes(int splits) {
        Icosahedron mesh = new Icosahedron(splits);
        double[][] points = new double[2][mesh.nodes.size()];
        for (int k = 0; k < mesh.nodes.size(); k++) {
            put(degrees(mesh.nodes.get(k)), points, k);
        }
        int[] node = mesh.triangles.stream().flatMapToInt(Arrays::stream).toArray();
        return new UnstructuredGrid(points[0], points[1], CellCorners.NONE, new Triangles(node));
    }

    /** The triangles of {@link #nodes} as cells, every other one clockwise, the first corner repeated, then padding. */
    static UnstructuredGrid triangles(int splits) {
        Icosahedron mesh = new Icosahedron(splits);
        List<double[][]> cells = new ArrayList<>();
        for (int[] t : mesh.triangles) {
            double[] a = mesh.nodes.get(t[0]);
            double[] b = mesh.nodes.get(t[cells.size() % 2 == 0 ? 1 : 2]);
            double[] c = mesh.nodes.get(t[cells.size() % 2 == 0 ? 2 : 1]);
            cells.add(new double[][] {a, b, c, a});
        }
        return byCorners(cells, 5);
    }

    /** The same cells without padding, all counterclockwise. */
    static UnstructuredGrid plainTriangles(int splits) {
        Icosahedron mesh = new Icosahedron(splits);
        List<double[][]> cells = new ArrayList<>();
        for (int[] t : mesh.triangles) {
            double[][] cell = {mesh.nodes.get(t[0]), mesh.nodes.get(t[1]), mesh.nodes.get(t[2])};
            double turn = cell[0][0] * (cell[1][1] * cell[2][2] - cell[1][2] * cell[2][1])
                    + cell[0][1] * (cell[1][2] * cell[2][0] - cell[1][0] * cell[2][2])
                    + cell[0][2] * (cell[1][0] * cell[2][1] - cell[1][1] * cell[2][0]);
            cells.add(turn > 0 ? cell : new double[][] {cell[0], cell[2], cell[1]});
        }
        return byCorners(cells, 3);
    }

    /** Cells that are quadrilaterals with one corner drawn in past the middle of the others, and what they leave. */
    static UnstructuredGrid arrows(int n) {
        UnstructuredGrid cube = cube(n);
        List<double[][]> cells = new ArrayList<>();
        for (int k = 0; k < cube.nx(); k++) {
            double[][] c = new double[4][];
            for (int q = 0; q < 4; q++) {
                c[q] = Sphere.unit(
                        cube.corners().lat()[4 * k + q], cube.corners().lon()[4 * k + q]);
            }
            double[] in = unit(
                    c[0][0] + c[1][0] + 2 * c[3][0], c[0][1] + c[1][1] + 2 * c[3][1], c[0][2] + c[1][2] + 2 * c[3][2]);
            cells.add(new double[][] {c[0], c[1], in, c[3]});
            cells.add(new double[][] {c[1], c[2], c[3], in});
        }
        return byCorners(cells, 4);
    }

    /** Rising axes with uneven steps over the whole Earth, from a random meridian, some of them falling. */
    static RectilinearGrid uneven(Random random, int ny, int nx) {
        double[] lat = random.doubles(ny - 1, -89, 89).sorted().toArray();
        double[] lon = random.doubles(nx - 1, 0, 360).sorted().toArray();
        double start = 360 * random.nextDouble() - 180;
        boolean falling = random.nextBoolean();
        boolean westward = random.nextBoolean();
        double[][] rows = line(lat, -90, 90, falling);
        double[][] columns = line(lon, 0, 360, westward);
        for (double[] values : columns) {
            Arrays.setAll(values, i -> values[i] + start);
        }
        return new RectilinearGrid(rows[0], columns[0], rows[1], columns[1]);
    }

    private static double[][] line(double[] inner, double first, double last, boolean falling) {
        int n = inner.length + 1;
        double[][] line = {new double[n], new double[2 * n]};
        for (int k = 0; k < n; k++) {
            double low = k == 0 ? first : inner[k - 1];
            double high = k == n - 1 ? last : inner[k];
            int place = falling ? n - 1 - k : k;
            line[0][place] = 0.5 * (low + high);
            line[1][2 * place] = low;
            line[1][2 * place + 1] = high;
        }
        return line;
    }

    static UnstructuredGrid byCorners(List<double[][]> cells, int most) {
        double[][] points = new double[2][cells.size()];
        double[][] corners = new double[2][cells.size() * most];
        for (double[] values : corners) {
            Arrays.fill(values, Double.NaN);
        }
        for (int k = 0; k < cells.size(); k++) {
            double[] sum = new double[3];
            for (int c = 0; c < cells.get(k).length; c++) {
                double[] corner = cells.get(k)[c];
                Arrays.setAll(sum, axis -> sum[axis] + corner[axis]);
                put(degrees(corner), corners, k * most + c);
            }
            put(degrees(unit(sum[0], sum[1], sum[2])), points, k);
        }
        return new UnstructuredGrid(
                points[0], points[1], new CellCorners(most, corners[0], corners[1]), Triangles.NONE);
    }

    private static double[] unit(double x, double y, double z) {
        double length = Math.sqrt(x * x + y * y + z * z);
        return new double[] {x / length, y / length, z / length};
    }

    static double[] degrees(double[] unit) {
        return new double[] {
            Math.toDegrees(Math.atan2(unit[2], Math.hypot(unit[0], unit[1]))),
            Math.toDegrees(Math.atan2(unit[1], unit[0]))
        };
    }

    private static void put(double[] latLon, double[][] arrays, int k) {
        arrays[0][k] = latLon[0];
        arrays[1][k] = latLon[1];
    }

    private static final class Icosahedron {
        final List<double[]> nodes = new ArrayList<>();
        List<int[]> triangles = new ArrayList<>();
        private final Map<Long, Integer> middles = new HashMap<>();

        Icosahedron(int splits) {
            nodes.add(new double[] {0, 0, 1});
            for (int k = 0; k < 10; k++) {
                double lon = Math.PI / 5 * k + 0.1;
                double z = k % 2 == 0 ? Math.sqrt(0.2) : -Math.sqrt(0.2);
                nodes.add(unit(Math.sqrt(0.8) * Math.cos(lon), Math.sqrt(0.8) * Math.sin(lon), z));
            }
            nodes.add(new double[] {0, 0, -1});
            for (int k = 0; k < 10; k++) {
                int next = 1 + (k + 1) % 10;
                int after = 1 + (k + 2) % 10;
                triangles.add(new int[] {1 + k, next, after});
                triangles.add(new int[] {k % 2 == 0 ? 0 : 11, 1 + k, after});
            }
            for (int s = 0; s < splits; s++) {
                split();
            }
        }

        private void split() {
            List<int[]> fine = new ArrayList<>();
            for (int[] t : triangles) {
                int a = middle(t[0], t[1]);
                int b = middle(t[1], t[2]);
                int c = middle(t[2], t[0]);
                fine.add(new int[] {t[0], a, c});
                fine.add(new int[] {a, t[1], b});
                fine.add(new int[] {c, b, t[2]});
                fine.add(new int[] {a, b, c});
            }
            triangles = fine;
        }

        private int middle(int one, int other) {
            long key = (long) Math.min(one, other) << Integer.SIZE | Math.max(one, other);
            return middles.computeIfAbsent(key, k -> {
                double[] a = nodes.get(one);
                double[] b = nodes.get(other);
                nodes.add(unit(a[0] + b[0], a[1] + b[1], a[2] + b[2]));
                return nodes.size() - 1;
            });
        }
    }
}
