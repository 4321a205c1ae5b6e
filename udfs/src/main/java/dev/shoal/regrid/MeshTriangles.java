package dev.shoal.regrid;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Makes the triangles between the points of a mesh, for values on its nodes and for values in its faces. */
public final class MeshTriangles {
    /** Corners nearer to each other than this part of the Earth's radius, 6 cm, are one node. */
    private static final double SAME = 1e-8;

    private MeshTriangles() {}

    /**
     * Cuts faces into triangles, each fanned out from its first node.
     *
     * @param most nodes of the face that has the most
     * @param faces numbers of the nodes around each face, shape {@code (faces, most)}; negative where there is none
     */
    public static Triangles ofFaces(int most, int[] faces) {
        int[] node = new int[3 * faces.length];
        int count = 0;
        for (int face = 0; face < faces.length / Math.max(1, most); face++) {
            int[] around = nodes(most, faces, face);
            for (int i = 2; i < around.length; i++) {
                node[count++] = around[0];
                node[count++] = around[i - 1];
                node[count++] = around[i];
            }
        }
        return new Triangles(Arrays.copyOf(node, count));
    }

    /**
     * Makes the triangles between the faces' own points: around every node that faces surround without a gap.
     *
     * @param lat degrees north of each face's point
     * @param lon degrees east, as many
     * @param most nodes of the face that has the most
     * @param faces numbers of the nodes around each face, shape {@code (faces, most)}; negative where there is none
     * @param nodes their number
     */
    public static Triangles between(double[] lat, double[] lon, int most, int[] faces, int nodes) {
        int[] start = new int[nodes + 1];
        for (int node : faces) {
            if (node >= 0) {
                start[node + 1]++;
            }
        }
        for (int node = 0; node < nodes; node++) {
            start[node + 1] += start[node];
        }
        int[] member = new int[start[nodes]];
        int[] next = start.clone();
        for (int k = 0; k < faces.length; k++) {
            if (faces[k] >= 0) {
                member[next[faces[k]]++] = k / most;
            }
        }
        int[] triangle = new int[3 * member.length];
        int count = 0;
        for (int node = 0; node < nodes; node++) {
            int[] around =
                    around(node, Arrays.copyOfRange(member, start[node], start[node + 1]), most, faces, lat, lon);
            for (int i = 2; i < around.length; i++) {
                triangle[count++] = around[0];
                triangle[count++] = around[i - 1];
                triangle[count++] = around[i];
            }
        }
        return new Triangles(Arrays.copyOf(triangle, count));
    }

    /** Makes the triangles between cells' points; corners in the same place are one node. */
    public static Triangles between(double[] lat, double[] lon, CellCorners corners) {
        Map<Place, Integer> numbers = new HashMap<>();
        int[] faces = new int[corners.lat().length];
        for (int k = 0; k < faces.length; k++) {
            boolean placed = !Double.isNaN(corners.lat()[k]) && !Double.isNaN(corners.lon()[k]);
            faces[k] = placed
                    ? numbers.computeIfAbsent(Place.of(corners.lat()[k], corners.lon()[k]), place -> numbers.size())
                    : -1;
        }
        return between(lat, lon, corners.most(), faces, numbers.size());
    }

    /** Returns the faces around a node in order, from edge to edge; none where they do not close. */
    private static int[] around(int node, int[] members, int most, int[] faces, double[] lat, double[] lon) {
        int[] order = new int[members.length];
        if (members.length < 3) {
            return new int[0];
        }
        boolean[] taken = new boolean[members.length];
        order[0] = members[0];
        taken[0] = true;
        int behind = neighbour(node, members[0], 1, most, faces);
        for (int i = 1; i < order.length; i++) {
            int found = sharing(node, behind, members, taken, most, faces);
            if (found < 0 || Double.isNaN(lat[members[found]]) || Double.isNaN(lon[members[found]])) {
                return new int[0];
            }
            taken[found] = true;
            order[i] = members[found];
            int ahead = neighbour(node, order[i], 1, most, faces);
            behind = ahead == behind ? neighbour(node, order[i], -1, most, faces) : ahead;
        }
        boolean closed = behind == neighbour(node, members[0], -1, most, faces);
        return closed && !Double.isNaN(lat[order[0]]) && !Double.isNaN(lon[order[0]]) ? order : new int[0];
    }

    /** Returns which of the faces not yet taken has an edge from one node to another, or -1. */
    private static int sharing(int node, int other, int[] members, boolean[] taken, int most, int[] faces) {
        for (int i = 0; i < members.length; i++) {
            boolean beside = neighbour(node, members[i], 1, most, faces) == other
                    || neighbour(node, members[i], -1, most, faces) == other;
            if (!taken[i] && beside) {
                return i;
            }
        }
        return -1;
    }

    /** Returns the node after or before another around a face. */
    private static int neighbour(int node, int face, int step, int most, int[] faces) {
        int[] around = nodes(most, faces, face);
        for (int i = 0; i < around.length; i++) {
            if (around[i] == node) {
                return around[Math.floorMod(i + step, around.length)];
            }
        }
        return -1;
    }

    private static int[] nodes(int most, int[] faces, int face) {
        int[] around = new int[most];
        int count = 0;
        for (int k = face * most; k < (face + 1) * most; k++) {
            boolean again = count > 0 && (faces[k] == around[count - 1] || faces[k] == around[0]);
            if (faces[k] >= 0 && !again) {
                around[count++] = faces[k];
            }
        }
        return Arrays.copyOf(around, count);
    }

    /** Where a corner lies, in steps of {@link #SAME}. */
    private record Place(long x, long y, long z) {

        static Place of(double lat, double lon) {
            double[] at = Sphere.unit(lat, lon);
            return new Place(Math.round(at[0] / SAME), Math.round(at[1] / SAME), Math.round(at[2] / SAME));
        }
    }
}
