package dev.shoal.regrid;

import dev.shoal.regrid.sphere.SphericalPolygon;
import java.util.Arrays;

/**
 * The median-dual control volumes of a mesh's nodes, for values on nodes of triangles: around a node, the centroids of
 * its triangles and the middles of its edges in turn; at the edge of the mesh also the node. They fill the triangles,
 * each of which gives every corner a third (in the plane). Not convex in general. A node without triangles has none.
 * Keeps 4 bytes a node and 12 a triangle.
 */
final class DualCells implements CellPolygons {
    private final UnstructuredGrid mesh;
    private final int[] firstOfNode;
    private final int[] triangle;

    DualCells(UnstructuredGrid mesh) {
        this.mesh = mesh;
        int[] node = mesh.triangles().node();
        firstOfNode = new int[mesh.nx() + 1];
        for (int corner : node) {
            firstOfNode[corner + 1]++;
        }
        for (int k = 0; k < mesh.nx(); k++) {
            firstOfNode[k + 1] += firstOfNode[k];
        }
        triangle = new int[node.length];
        int[] next = Arrays.copyOf(firstOfNode, firstOfNode.length);
        for (int e = 0; e < node.length; e++) {
            triangle[next[node[e]]++] = e / 3;
        }
    }

    @Override
    public double load(int cell, SphericalPolygon polygon) {
        polygon.clear();
        double[] centre = unit(cell);
        Fan fan = new Fan(firstOfNode[cell + 1] - firstOfNode[cell]);
        for (int e = firstOfNode[cell]; e < firstOfNode[cell + 1]; e++) {
            addTriangle(cell, centre, triangle[e], fan);
        }
        for (int start = fan.nextStart(); start >= 0; start = fan.nextStart()) {
            addChain(centre, fan, start, polygon);
        }
        return CellPolygons.oriented(polygon);
    }

    /** Adds the other two corners of a triangle, counterclockwise; nothing where one is missing or it has no inside. */
    private void addTriangle(int cell, double[] centre, int number, Fan fan) {
        int[] node = mesh.triangles().node();
        int place = 3 * number;
        while (node[place] != cell) {
            place++;
        }
        int second = node[3 * number + (place + 1) % 3];
        int third = node[3 * number + (place + 2) % 3];
        double[] b = Sphere.way(centre, unit(second));
        double[] c = Sphere.way(centre, unit(third));
        double turn = centre[0] * (b[1] * c[2] - b[2] * c[1])
                + centre[1] * (b[2] * c[0] - b[0] * c[2])
                + centre[2] * (b[0] * c[1] - b[1] * c[0]);
        if (turn > 0) {
            fan.add(second, third);
        } else if (turn < 0) {
            fan.add(third, second);
        }
    }

    /** Adds the outline along triangles that follow each other; through the node where they do not close. */
    private void addChain(double[] centre, Fan fan, int start, SphericalPolygon polygon) {
        if (fan.isOpen(start)) {
            polygon.add(centre[0], centre[1], centre[2]);
        }
        addMean(polygon, centre, unit(fan.from(start)));
        for (int k = start; k >= 0; k = fan.take(k)) {
            double[] last = unit(fan.to(k));
            addMean(polygon, centre, unit(fan.from(k)), last);
            addMean(polygon, centre, last);
        }
    }

    private double[] unit(int node) {
        return Sphere.unit(mesh.lat()[node], mesh.lon()[node]);
    }

    private static void addMean(SphericalPolygon polygon, double[]... points) {
        double[] sum = new double[3];
        for (double[] point : points) {
            for (int axis = 0; axis < 3; axis++) {
                sum[axis] += point[axis];
            }
        }
        double length = Math.sqrt(Sphere.dot(sum, sum));
        polygon.add(sum[0] / length, sum[1] / length, sum[2] / length);
    }
}
