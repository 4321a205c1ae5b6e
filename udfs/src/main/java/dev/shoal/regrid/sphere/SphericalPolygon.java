package dev.shoal.regrid.sphere;

import java.util.Arrays;

/**
 * A polygon on the unit sphere whose edges are great circles or pieces of circles of latitude. Mutable, for one thread,
 * loaded again and again.
 *
 * <p>Vertices are unit vectors in order around the polygon; where that is counterclockwise as seen from outside, the
 * area is positive. Edge {@code k} leads from vertex {@code k} to the next one and is shorter than half a turn. Cutting
 * a polygon that is not convex may leave pieces joined by edges that run to and fro; their areas cancel.
 *
 * <p>Areas are those of the vertices to about 1e-15 times the polygon's diameter (in radians): for a cell of a quarter
 * degree that is a relative 2e-13, about what coordinates in double degrees can tell.
 */
public final class SphericalPolygon {
    private double[] x = new double[8];
    private double[] y = new double[8];
    private double[] z = new double[8];
    private double[] side = new double[8];
    private boolean[] alongParallel = new boolean[8];
    private int size;

    /** Takes all vertices away. */
    public void clear() {
        size = 0;
    }

    /** Adds a vertex, given as a unit vector, from which a great circle leads on. */
    public void add(double vertexX, double vertexY, double vertexZ) {
        add(vertexX, vertexY, vertexZ, false);
    }

    /** Adds a vertex given in degrees, from which a great circle leads on; nothing where it repeats the last one. */
    public void addDegrees(double lat, double lon) {
        double radius = Degrees.cos(lat);
        double vertexX = radius * Degrees.cos(lon);
        double vertexY = radius * Degrees.sin(lon);
        double vertexZ = Degrees.sin(lat);
        if (size == 0 || !isAt(size - 1, vertexX, vertexY, vertexZ)) {
            add(vertexX, vertexY, vertexZ, false);
        }
    }

    /** Takes last vertices away that repeat the first. */
    public void close() {
        while (size > 1 && isAt(size - 1, x[0], y[0], z[0])) {
            size--;
        }
    }

    /** Returns the number of vertices. */
    public int size() {
        return size;
    }

    /** Returns the first coordinate of a vertex, towards longitude 0 on the equator. */
    public double x(int vertex) {
        return x[vertex];
    }

    /** Returns the second coordinate of a vertex, towards longitude 90 on the equator. */
    public double y(int vertex) {
        return y[vertex];
    }

    /** Returns the third coordinate of a vertex, towards the North Pole. */
    public double z(int vertex) {
        return z[vertex];
    }

    /** Tells whether the edge that leads on from a vertex is a piece of a circle of latitude, not of a great circle. */
    public boolean isAlongParallel(int vertex) {
        return alongParallel[vertex];
    }

    /** Returns the vertex after another. */
    public int next(int vertex) {
        return vertex + 1 == size ? 0 : vertex + 1;
    }

    /** Returns the area in steradians, negative where the vertices run clockwise. */
    public double area() {
        double area = 0;
        for (int k = 1; k + 1 < size; k++) {
            area += SphericalArea.triangle(x[0], y[0], z[0], x[k], y[k], z[k], x[k + 1], y[k + 1], z[k + 1]);
        }
        for (int k = 0; k < size; k++) {
            if (alongParallel[k]) {
                int next = next(k);
                area += SphericalArea.segment(x[k], y[k], x[next], y[next], z[k]);
            }
        }
        return area;
    }

    /** Returns the length of the longest chord between the first vertex and another. */
    public double extent() {
        double longest2 = 0;
        for (int k = 1; k < size; k++) {
            double dx = x[k] - x[0];
            double dy = y[k] - y[0];
            double dz = z[k] - z[0];
            longest2 = Math.max(longest2, dx * dx + dy * dy + dz * dz);
        }
        return Math.sqrt(longest2);
    }

    /** Turns the order of the vertices round; for polygons of great circles. */
    public void reverse() {
        for (int low = 0, high = size - 1; low < high; low++, high--) {
            swap(x, low, high);
            swap(y, low, high);
            swap(z, low, high);
        }
    }

    /**
     * Returns what of this polygon lies in a half space.
     *
     * @param half bounded by a meridian where this polygon has edges along circles of latitude
     * @param spare overwritten, unless this polygon lies wholly inside
     * @return {@code spare}, empty where nothing is left; this polygon where it lies wholly inside
     */
    public SphericalPolygon within(HalfSpace half, SphericalPolygon spare) {
        return PlaneCut.cut(this, half, spare);
    }

    /**
     * Returns what of this polygon, which has no pole inside, lies north of a circle of latitude, as {@link #within}.
     */
    public SphericalPolygon northOf(LatitudeCircle circle, SphericalPolygon spare) {
        return CircleCut.cut(this, circle, 1, spare);
    }

    /**
     * Returns what of this polygon, which has no pole inside, lies south of a circle of latitude, as {@link #within}.
     */
    public SphericalPolygon southOf(LatitudeCircle circle, SphericalPolygon spare) {
        return CircleCut.cut(this, circle, -1, spare);
    }

    void add(double vertexX, double vertexY, double vertexZ, boolean parallel) {
        if (size == x.length) {
            grow();
        }
        x[size] = vertexX;
        y[size] = vertexY;
        z[size] = vertexZ;
        alongParallel[size] = parallel;
        size++;
    }

    void addFrom(SphericalPolygon other, int vertex) {
        add(other.x[vertex], other.y[vertex], other.z[vertex], other.alongParallel[vertex]);
    }

    /** Keeps a number for a vertex: on which side of a cut it lies, and how far. */
    void side(int vertex, double distance) {
        side[vertex] = distance;
    }

    double side(int vertex) {
        return side[vertex];
    }

    private boolean isAt(int vertex, double otherX, double otherY, double otherZ) {
        return x[vertex] == otherX && y[vertex] == otherY && z[vertex] == otherZ;
    }

    private void grow() {
        int room = 2 * size;
        x = Arrays.copyOf(x, room);
        y = Arrays.copyOf(y, room);
        z = Arrays.copyOf(z, room);
        side = Arrays.copyOf(side, room);
        alongParallel = Arrays.copyOf(alongParallel, room);
    }

    private static void swap(double[] values, int one, int other) {
        double value = values[one];
        values[one] = values[other];
        values[other] = value;
    }
}
