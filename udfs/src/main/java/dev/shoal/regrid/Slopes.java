package dev.shoal.regrid;

import java.io.Serializable;
import java.util.Arrays;

/**
 * How the slopes of a field in some cells of a source follow from the values in the cells around them: least squares on
 * the plane that touches the sphere at the cell's centroid, each neighbour counting by the inverse square of its
 * distance, so that it is its direction that counts.
 *
 * <p>Missing neighbours are left out. A slope is zero where those left lie in about one line with the cell, or the cell
 * itself is missing. Nothing limits a slope, so values may go beyond those around.
 *
 * @param columns number of columns of the source
 * @param cell numbers of the cells, rising
 * @param start where the neighbours of each cell start, and the end of the last
 * @param neighbour numbers of the cells around
 * @param east way from a cell's centroid to the neighbour's, in Earth radii
 * @param north the same
 */
record Slopes(int columns, int[] cell, int[] start, int[] neighbour, float[] east, float[] north)
        implements Serializable {
    private static final long BYTES_PER_NEIGHBOUR = Integer.BYTES + 2L * Float.BYTES + 2L * Double.BYTES;

    /**
     * Finds the neighbours of cells.
     *
     * @param cell numbers of cells that exist, rising
     */
    static Slopes of(int columns, int[] cell, CellNeighbours neighbours, Centroids centroids) {
        int[] start = new int[cell.length + 1];
        int[] neighbour = new int[8 * cell.length];
        int count = 0;
        for (int k = 0; k < cell.length; k++) {
            for (int other : neighbours.of(cell[k])) {
                if (centroids.exists(other)) {
                    neighbour = count < neighbour.length ? neighbour : Arrays.copyOf(neighbour, 2 * count + 8);
                    neighbour[count++] = other;
                }
            }
            start[k + 1] = count;
        }
        float[] east = new float[count];
        float[] north = new float[count];
        double[] directions = new double[6];
        for (int k = 0; k < cell.length; k++) {
            centroids.directions(cell[k], directions);
            for (int e = start[k]; e < start[k + 1]; e++) {
                east[e] = (float) along(directions, 0, centroids, cell[k], neighbour[e]);
                north[e] = (float) along(directions, 3, centroids, cell[k], neighbour[e]);
            }
        }
        return new Slopes(columns, cell, start, Arrays.copyOf(neighbour, count), east, north);
    }

    /** Returns the bytes that these take when bound to a block. */
    long bytes() {
        return cell.length * (2L * Integer.BYTES) + neighbour.length * BYTES_PER_NEIGHBOUR;
    }

    /** Returns those of some of the cells. */
    Slopes of(int[] wanted) {
        return merged(new Slopes[] {this}, wanted);
    }

    /**
     * Returns the slopes of cells each of which is among those of at least one part.
     *
     * @param wanted numbers of the cells, rising
     */
    static Slopes merged(Slopes[] parts, int[] wanted) {
        int[] start = new int[wanted.length + 1];
        int[] part = new int[wanted.length];
        int[] place = new int[wanted.length];
        int[] next = new int[parts.length];
        for (int k = 0; k < wanted.length; k++) {
            part[k] = partWith(wanted[k], parts, next);
            place[k] = next[part[k]];
            start[k + 1] = start[k] + parts[part[k]].neighboursOf(place[k]);
        }
        int entries = start[wanted.length];
        Slopes merged =
                new Slopes(parts[0].columns, wanted, start, new int[entries], new float[entries], new float[entries]);
        for (int k = 0; k < wanted.length; k++) {
            parts[part[k]].copy(place[k], merged, k);
        }
        return merged;
    }

    /** Goes on in all parts to the first cells that do not come before one, and returns a part that has it there. */
    private static int partWith(int wanted, Slopes[] parts, int[] next) {
        for (int p = 0; p < parts.length; p++) {
            int[] cell = parts[p].cell;
            while (next[p] < cell.length && cell[next[p]] < wanted) {
                next[p]++;
            }
            if (next[p] < cell.length && cell[next[p]] == wanted) {
                return p;
            }
        }
        throw new IllegalStateException("Cannot put slopes together: cell " + wanted + " is in none of " + parts.length
                + " parts, expected it in one.");
    }

    private int neighboursOf(int place) {
        return start[place + 1] - start[place];
    }

    /**
     * Returns the smallest window that holds some of the cells and all their neighbours.
     *
     * @param wanted numbers of cells, rising
     */
    GridWindow window(int[] wanted) {
        int[] reach = {Integer.MAX_VALUE, -1, Integer.MAX_VALUE, -1};
        int k = 0;
        for (int number : wanted) {
            while (cell[k] < number) {
                k++;
            }
            stretch(reach, number);
            for (int e = start[k]; e < start[k + 1]; e++) {
                stretch(reach, neighbour[e]);
            }
        }
        return reach[1] < 0
                ? new GridWindow(0, 0, 0, 0)
                : new GridWindow(reach[0], reach[1] + 1, reach[2], reach[3] + 1);
    }

    /**
     * Returns what moments give to values where none is missing.
     *
     * @param moments to the east and to the north in turn
     */
    Weights plain(Weights moments) {
        GridWindow all = new GridWindow(0, moments.sourceRows(), 0, columns);
        SlopeFit fit = new SlopeFit(this, all);
        GridWindow target = moments.target();
        WeightSum sum = new WeightSum(all.size());
        WeightList list = new WeightList(target.size(), 16);
        for (int y = target.y0(); y < target.y1(); y++) {
            for (int x = target.x0(); x < target.x1(); x++) {
                int[] column = moments.sourcesOf(y, x);
                double[] moment = moments.weightsOf(y, x);
                for (int k = 0; k < column.length; k++) {
                    addPlain(fit, column[k], moment[k], sum);
                }
                sum.moveTo(list);
                list.endCell();
            }
        }
        return list.toWeights(all.y1(), columns, target);
    }

    private void addPlain(SlopeFit fit, int column, double moment, WeightSum sum) {
        int k = Arrays.binarySearch(cell, column / 2);
        for (int e = start[k]; e < start[k + 1]; e++) {
            double share = moment * (column % 2 == 0 ? fit.eastShare(e) : fit.northShare(e));
            sum.add(neighbour[e], share);
            sum.add(cell[k], -share);
        }
    }

    private void copy(int from, Slopes other, int to) {
        int count = neighboursOf(from);
        System.arraycopy(neighbour, start[from], other.neighbour, other.start[to], count);
        System.arraycopy(east, start[from], other.east, other.start[to], count);
        System.arraycopy(north, start[from], other.north, other.start[to], count);
    }

    private void stretch(int[] reach, int number) {
        reach[0] = Math.min(reach[0], number / columns);
        reach[1] = Math.max(reach[1], number / columns);
        reach[2] = Math.min(reach[2], number % columns);
        reach[3] = Math.max(reach[3], number % columns);
    }

    private static double along(double[] directions, int first, Centroids centroids, int from, int to) {
        return directions[first] * (centroids.x()[to] - centroids.x()[from])
                + directions[first + 1] * (centroids.y()[to] - centroids.y()[from])
                + directions[first + 2] * (centroids.z()[to] - centroids.z()[from]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Slopes that
                && columns == that.columns
                && Arrays.equals(cell, that.cell)
                && Arrays.equals(start, that.start)
                && Arrays.equals(neighbour, that.neighbour)
                && Arrays.equals(east, that.east)
                && Arrays.equals(north, that.north);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(cell) + Arrays.hashCode(neighbour);
    }

    @Override
    public String toString() {
        return "slopes of " + cell.length + " cells from " + neighbour.length + " neighbours";
    }
}
