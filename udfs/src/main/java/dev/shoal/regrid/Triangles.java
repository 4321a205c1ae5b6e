package dev.shoal.regrid;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Triangles between the points of an unstructured grid, for values that lie on nodes of a mesh.
 *
 * @param node numbers of the points, three a triangle, either way round; taken over, not to be changed
 */
public record Triangles(int[] node) implements Serializable {
    /** No triangles are known. */
    public static final Triangles NONE = new Triangles(new int[0]);

    /** Refuses a list that is no whole number of triangles. */
    public Triangles {
        if (node.length % 3 != 0) {
            throw new IllegalArgumentException(
                    "Cannot make triangles of " + node.length + " nodes, expected three for each.");
        }
    }

    /** Returns the number of triangles. */
    public int count() {
        return node.length / 3;
    }

    /** Refuses nodes that a grid does not have. */
    void checkNodes(int points) {
        for (int i = 0; i < node.length; i++) {
            if (node[i] < 0 || node[i] >= points) {
                throw new IllegalArgumentException("Cannot make a grid of " + points + " points: triangle " + i / 3
                        + " names point " + node[i] + ", expected a number from 0 to " + (points - 1) + ".");
            }
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Triangles that && Arrays.equals(node, that.node);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(node);
    }
}
