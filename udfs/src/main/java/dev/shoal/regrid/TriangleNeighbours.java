package dev.shoal.regrid;

import java.util.Arrays;

/** The nodes that share a triangle with a node of a mesh. */
final class TriangleNeighbours implements CellNeighbours {
    private final int[] node;
    private final int[] start;
    private final int[] triangle;

    TriangleNeighbours(UnstructuredGrid mesh) {
        node = mesh.triangles().node();
        start = new int[mesh.nx() + 1];
        for (int number : node) {
            start[number + 1]++;
        }
        Arrays.parallelPrefix(start, Integer::sum);
        triangle = new int[node.length];
        int[] next = start.clone();
        for (int k = 0; k < node.length; k++) {
            triangle[next[node[k]]++] = k / 3;
        }
    }

    @Override
    public int[] of(int cell) {
        NeighbourSet found = new NeighbourSet(cell, 8);
        for (int e = start[cell]; e < start[cell + 1]; e++) {
            for (int k = 3 * triangle[e]; k < 3 * triangle[e] + 3; k++) {
                found.add(node[k]);
            }
        }
        return found.toArray();
    }
}
