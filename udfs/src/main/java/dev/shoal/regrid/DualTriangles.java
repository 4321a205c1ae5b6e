package dev.shoal.regrid;

import java.util.Arrays;

/**
 * Triangles between the points of cells of which only the corners are known: the cells that meet in a corner, three or
 * more, go round a polygon of their points, and polygons of more than three are cut into triangles ear by ear, the best
 * shaped ear first, of those as good the one at the cell of the lowest number. Together they cover what lies between
 * the points.
 */
final class DualTriangles {
    private final SharedCorners corners;
    private int[] node;
    private int count;

    private DualTriangles(int cells, SharedCorners corners) {
        this.corners = corners;
        this.node = new int[Math.addExact(Math.multiplyExact(6, cells), 6)];
    }

    /**
     * Finds the triangles.
     *
     * @param unit the cells' points as unit vectors
     */
    static Triangles of(CellCorners corners, double[] unit, int threads) {
        DualTriangles dual = new DualTriangles(unit.length / 3, SharedCorners.of(corners, threads));
        double[] at = new double[3];
        for (int corner = 0; corner < dual.corners.count(); corner++) {
            int[] cells = dual.corners.cells(corner);
            if (cells.length >= 3) {
                dual.corners.position(corner, at);
                dual.cut(new Ring(cells, at, unit));
            }
        }
        return new Triangles(Arrays.copyOf(dual.node, dual.count));
    }

    private void cut(Ring ring) {
        while (ring.size() >= 3) {
            int ear = ring.bestEar();
            if (ear < 0) {
                return;
            }
            add(ring.cell(ear - 1), ring.cell(ear), ring.cell(ear + 1));
            ring.remove(ear);
        }
    }

    private void add(int a, int b, int c) {
        if (count + 3 > node.length) {
            node = Arrays.copyOf(node, Math.addExact(count, count / 2 + 3));
        }
        node[count++] = a;
        node[count++] = b;
        node[count++] = c;
    }

    /** The points around a corner, counterclockwise, seen on the plane that touches the sphere there. */
    private static final class Ring {
        private final int[] cell;
        private final double[] x;
        private final double[] y;
        private int size;

        Ring(int[] cells, double[] at, double[] unit) {
            double cosPhi = Math.hypot(at[0], at[1]);
            double cosLambda = cosPhi > 0 ? at[0] / cosPhi : 1;
            double sinLambda = cosPhi > 0 ? at[1] / cosPhi : 0;
            this.cell = new int[cells.length];
            this.x = new double[cells.length];
            this.y = new double[cells.length];
            for (int each : cells) {
                int from = 3 * each;
                double outward = unit[from] * cosLambda + unit[from + 1] * sinLambda;
                insert(
                        each,
                        unit[from + 1] * cosLambda - unit[from] * sinLambda,
                        unit[from + 2] * cosPhi - outward * at[2]);
            }
        }

        int size() {
            return size;
        }

        int cell(int place) {
            return cell[Math.floorMod(place, size)];
        }

        /** Returns the place of the corner that is best cut off, -1 where none can be. */
        int bestEar() {
            int best = -1;
            double bestShape = 0;
            for (int place = 0; place < size; place++) {
                double shape = isEar(place) ? shape(place) : 0;
                boolean lower = shape == bestShape && best >= 0 && cell[place] < cell[best];
                if (shape > bestShape || lower) {
                    best = place;
                    bestShape = shape;
                }
            }
            return best;
        }

        void remove(int place) {
            for (int i = place; i + 1 < size; i++) {
                cell[i] = cell[i + 1];
                x[i] = x[i + 1];
                y[i] = y[i + 1];
            }
            size--;
        }

        /** Keeps the points in order of their direction; holes are left out. */
        private void insert(int number, double atX, double atY) {
            if (Double.isNaN(atX)) {
                return;
            }
            double direction = Math.atan2(atY, atX);
            int place = size;
            while (place > 0 && Math.atan2(y[place - 1], x[place - 1]) > direction) {
                cell[place] = cell[place - 1];
                x[place] = x[place - 1];
                y[place] = y[place - 1];
                place--;
            }
            cell[place] = number;
            x[place] = atX;
            y[place] = atY;
            size++;
        }

        private boolean isEar(int place) {
            int before = Math.floorMod(place - 1, size);
            int after = Math.floorMod(place + 1, size);
            if (!(area2(before, place, after) > 0)) {
                return false;
            }
            for (int other = 0; other < size; other++) {
                boolean own = other == before || other == place || other == after;
                if (!own
                        && area2(before, place, other) >= 0
                        && area2(place, after, other) >= 0
                        && area2(after, before, other) >= 0) {
                    return false;
                }
            }
            return true;
        }

        /** Returns the area by the sum of the squared sides: the greater the better the triangle is shaped. */
        private double shape(int place) {
            int before = Math.floorMod(place - 1, size);
            int after = Math.floorMod(place + 1, size);
            return area2(before, place, after) / (side2(before, place) + side2(place, after) + side2(after, before));
        }

        private double side2(int a, int b) {
            return (x[a] - x[b]) * (x[a] - x[b]) + (y[a] - y[b]) * (y[a] - y[b]);
        }

        private double area2(int a, int b, int c) {
            return (x[b] - x[a]) * (y[c] - y[a]) - (y[b] - y[a]) * (x[c] - x[a]);
        }
    }
}
