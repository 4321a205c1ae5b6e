package dev.shoal.regrid;

import java.util.Arrays;

/**
 * Corners as a file gives them, made ready for use: in order round each cell, none twice, cells that are nowhere near
 * their points left out.
 *
 * @param corners ready for use
 * @param cells number of cells that had corners
 * @param turned number of cells whose corners were not in order and were put so
 * @param astray number of cells that do not hold their points: farther from the cell's middle than any corner is
 * @param flat number of cells with fewer than three corners in different places
 */
public record GivenCorners(CellCorners corners, int cells, int turned, int astray, int flat) {
    /** So far past its corners a cell may still hold its point: room for circumcentres and positions in floats. */
    private static final double ROOM = 1.05;

    /** A latitude this much past a pole lies on it. */
    private static final double PAST_POLE = 1e-3;

    /**
     * Judges corners.
     *
     * @param most corners of the cell that has the most
     * @param cornerLat degrees north, shape {@code (cells, most)}; NaN where there is none; taken over and changed
     * @param cornerLon degrees east of any origin, same shape; taken over and changed
     * @param lat degrees north of each cell's point; a cell of a hole is none
     * @param lon degrees east, as many
     */
    public static GivenCorners of(int most, double[] cornerLat, double[] cornerLon, double[] lat, double[] lon) {
        Count count = new Count();
        Cell cell = new Cell(most);
        for (int k = 0; k < lat.length; k++) {
            cell.take(cornerLat, cornerLon, k * most);
            boolean there = cell.count > 0 && !Double.isNaN(lat[k]) && !Double.isNaN(lon[k]);
            boolean used = there && cell.count >= 3;
            count.cells += there ? 1 : 0;
            count.flat += there && cell.count < 3 ? 1 : 0;
            if (used && !cell.reaches(lat[k], lon[k])) {
                count.astray++;
                used = false;
            }
            if (used && cell.crosses()) {
                cell.order();
                count.turned++;
            }
            cell.put(used, cornerLat, cornerLon, k * most);
        }
        CellCorners corners = new CellCorners(most, cornerLat, cornerLon);
        return new GivenCorners(corners, count.cells, count.turned, count.astray, count.flat);
    }

    private static final class Count {
        private int cells;
        private int turned;
        private int astray;
        private int flat;
    }

    /** One cell's corners, with their places in the plane that touches the sphere in their middle. */
    private static final class Cell {
        private final double[] lat;
        private final double[] lon;
        private final double[] x;
        private final double[] y;
        private final double[] middle = new double[3];
        private double farthest;
        private int count;
        private boolean plane;

        Cell(int most) {
            lat = new double[most];
            lon = new double[most];
            x = new double[most];
            y = new double[most];
        }

        void take(double[] lats, double[] lons, int from) {
            count = 0;
            for (int i = from; i < from + lat.length; i++) {
                boolean range = Math.abs(lats[i]) <= 90 + PAST_POLE && Math.abs(lons[i]) <= 1080;
                double north = Math.max(-90, Math.min(90, lats[i]));
                double east = Math.abs(lons[i]) > 720 ? Longitudes.normal(lons[i]) : lons[i];
                if (range && (count == 0 || !isSame(north, east, count - 1))) {
                    lat[count] = north;
                    lon[count++] = east;
                }
            }
            while (count > 1 && isSame(lat[count - 1], lon[count - 1], 0)) {
                count--;
            }
            flatten();
        }

        private boolean isSame(double north, double east, int other) {
            boolean pole = Math.abs(north) == 90;
            return north == lat[other] && (pole || Math.IEEEremainder(east - lon[other], 360) == 0);
        }

        private void flatten() {
            Arrays.fill(middle, 0);
            double[][] at = new double[count][];
            for (int i = 0; i < count; i++) {
                at[i] = Sphere.unit(lat[i], lon[i]);
                for (int axis = 0; axis < 3; axis++) {
                    middle[axis] += at[i][axis];
                }
            }
            double length = Math.sqrt(Sphere.dot(middle, middle));
            plane = length > 0.1 * count;
            for (int axis = 0; axis < 3; axis++) {
                middle[axis] /= length;
            }
            double[] east = perpendicular(middle);
            double[] north = cross(middle, east);
            farthest = 0;
            for (int i = 0; i < count && plane; i++) {
                double up = Sphere.dot(at[i], middle);
                plane = up > 0.05;
                farthest = Math.max(farthest, Sphere.chord2(at[i], middle));
                x[i] = Sphere.dot(at[i], east) / up;
                y[i] = Sphere.dot(at[i], north) / up;
            }
        }

        /** Tells whether a point is no farther from the middle than the farthest corner. */
        boolean reaches(double north, double east) {
            return !plane || Sphere.chord2(Sphere.unit(north, east), middle) <= ROOM * ROOM * farthest + 1e-14;
        }

        /** Tells whether two edges cross: in the plane great circles are straight. */
        boolean crosses() {
            for (int i = 0; plane && i < count; i++) {
                for (int j = i + 2; j < count; j++) {
                    boolean neighbours = i == 0 && j == count - 1;
                    if (!neighbours && cross(i, (i + 1) % count, j, (j + 1) % count)) {
                        return true;
                    }
                }
            }
            return false;
        }

        private boolean cross(int a, int b, int c, int d) {
            return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
        }

        private double side(int a, int b, int c) {
            return Math.signum((x[b] - x[a]) * (y[c] - y[a]) - (y[b] - y[a]) * (x[c] - x[a]));
        }

        /** Puts the corners in the order of their directions from the middle, counter-clockwise. */
        void order() {
            for (int i = 1; i < count; i++) {
                for (int j = i; j > 0 && Math.atan2(y[j], x[j]) < Math.atan2(y[j - 1], x[j - 1]); j--) {
                    swap(lat, j);
                    swap(lon, j);
                    swap(x, j);
                    swap(y, j);
                }
            }
        }

        private static void swap(double[] values, int j) {
            double value = values[j];
            values[j] = values[j - 1];
            values[j - 1] = value;
        }

        void put(boolean used, double[] lats, double[] lons, int from) {
            for (int i = 0; i < lat.length; i++) {
                lats[from + i] = used && i < count ? lat[i] : Double.NaN;
                lons[from + i] = used && i < count ? lon[i] : Double.NaN;
            }
        }

        private static double[] perpendicular(double[] up) {
            double[] aside = Math.abs(up[2]) < 0.9 ? new double[] {-up[1], up[0], 0} : new double[] {0, -up[2], up[1]};
            double length = Math.sqrt(Sphere.dot(aside, aside));
            return new double[] {aside[0] / length, aside[1] / length, aside[2] / length};
        }

        private static double[] cross(double[] a, double[] b) {
            return new double[] {
                a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0],
            };
        }
    }
}
