package dev.shoal.regrid;

import java.util.Arrays;

/** Makes the triangles between the nodes of a mesh, for values that lie on them. */
public final class MeshTriangles {

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

    /** Returns the nodes around a face; one that comes twice in a row is one. */
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
}
