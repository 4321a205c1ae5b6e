package dev.shoal.regrid;

import java.util.Arrays;

/**
 * HEALPix: the sphere cut into 12 faces of {@code nside x nside} pixels of one area (Gorski et al. 2005, The
 * Astrophysical Journal 622, 759; equations and the layout of faces of sections 4 and 5).
 */
public final class Healpix {
    /** How the pixels are numbered. */
    public enum Order {
        /** Along rings of latitude from the north, each eastward; any number of pixels on a side. */
        RING,
        /** Face by face, each by halving; the number of pixels on a side is a power of two. */
        NESTED
    }

    /** More pixels on a side are 50 million cells, whose corners alone take 3 GiB. */
    private static final int MOST_SIDE = 2048;

    private static final int[] ROW_OF_FACE = {2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4};
    private static final int[] COLUMN_OF_FACE = {1, 3, 5, 7, 0, 2, 4, 6, 1, 3, 5, 7};

    private final int nside;
    private final Order order;

    private Healpix(int nside, Order order) {
        boolean halves = Integer.bitCount(nside) == 1;
        if (nside < 1 || nside > MOST_SIDE || (order == Order.NESTED && !halves)) {
            throw new IllegalArgumentException("Cannot make a HEALPix grid of " + nside + " pixels on a face's side"
                    + (order == Order.NESTED ? " in nested order" : "") + ", expected a number from 1 to " + MOST_SIDE
                    + (order == Order.NESTED ? ", a power of two" : "") + ".");
        }
        this.nside = nside;
        this.order = order;
    }

    /** Makes the grid of all {@code 12 nside^2} pixels, with corners. */
    public static UnstructuredGrid grid(int nside, Order order) {
        Healpix healpix = new Healpix(nside, order);
        int[] pixels = new int[12 * nside * nside];
        Arrays.setAll(pixels, i -> i);
        return healpix.grid(pixels);
    }

    /**
     * Makes the grid of some pixels.
     *
     * @param pixels their numbers, in the order of the cells
     */
    public static UnstructuredGrid grid(int nside, Order order, int[] pixels) {
        return new Healpix(nside, order).grid(pixels);
    }

    private UnstructuredGrid grid(int[] pixels) {
        int all = 12 * nside * nside;
        int[] cells = cellsByPixel();
        double[] lat = new double[pixels.length];
        double[] lon = new double[pixels.length];
        double[] cornerLat = new double[4 * pixels.length];
        double[] cornerLon = new double[4 * pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            if (pixels[i] < 0 || pixels[i] >= all) {
                throw new IllegalArgumentException("Cannot make a HEALPix grid: pixel " + pixels[i] + " is none of "
                        + all + " with " + nside + " on a face's side, expected a number from 0 to " + (all - 1) + ".");
            }
            int cell = cells.length == 0 ? pixels[i] : cells[pixels[i]];
            place(cell, i, lat, lon, cornerLat, cornerLon);
        }
        CellCorners corners = new CellCorners(4, cornerLat, cornerLon);
        return new UnstructuredGrid(lat, lon, corners, Triangles.NONE);
    }

    private void place(int cell, int at, double[] lat, double[] lon, double[] cornerLat, double[] cornerLon) {
        int face = cell / (nside * nside);
        int within = cell % (nside * nside);
        int x = order == Order.NESTED ? evenBits(within) : within % nside;
        int y = order == Order.NESTED ? evenBits(within >>> 1) : within / nside;
        double[] centre = latLon(face, 2 * x + 1, 2 * y + 1);
        lat[at] = centre[0];
        lon[at] = centre[1];
        int[] stepX = {2, 0, 0, 2};
        int[] stepY = {2, 2, 0, 0};
        for (int corner = 0; corner < 4; corner++) {
            double[] place = latLon(face, 2 * x + stepX[corner], 2 * y + stepY[corner]);
            cornerLat[4 * at + corner] = place[0];
            cornerLon[4 * at + corner] = place[1];
        }
    }

    /** Returns, for each pixel in ring order, its place face by face and row by row; empty where that is not needed. */
    private int[] cellsByPixel() {
        if (order == Order.NESTED) {
            return new int[0];
        }
        int[] cells = new int[12 * nside * nside];
        for (int cell = 0; cell < cells.length; cell++) {
            int within = cell % (nside * nside);
            cells[ring(cell / (nside * nside), within % nside, within / nside)] = cell;
        }
        return cells;
    }

    /** Returns the number in ring order of the pixel at a place of a face. */
    private int ring(int face, int x, int y) {
        int row = ROW_OF_FACE[face] * nside - x - y - 1;
        boolean north = row < nside;
        boolean south = row > 3 * nside;
        int side = north ? row : south ? 4 * nside - row : nside;
        int shift = north || south ? 0 : (row - nside) & 1;
        int before = north
                ? 2 * side * (side - 1)
                : south
                        ? 12 * nside * nside - 2 * side * (side + 1)
                        : 2 * nside * (nside - 1) + (row - nside) * 4 * nside;
        int column = (COLUMN_OF_FACE[face] * side + x - y + 1 + shift) / 2;
        if (column > 4 * side) {
            column -= 4 * side;
        }
        return before + (column < 1 ? column + 4 * side : column) - 1;
    }

    /**
     * Returns latitude and longitude of a point of a face.
     *
     * @param x twice the pixels from the face's southern corner towards the east
     * @param y twice the pixels towards the west
     */
    private double[] latLon(int face, int x, int y) {
        double down = ROW_OF_FACE[face] - (x + y) / (2.0 * nside);
        double side = Math.min(1, Math.min(down, 4 - down));
        // The faces' columns narrow towards the poles with the rings.
        double aside = side == 0 ? 0 : COLUMN_OF_FACE[face] + (x - y) / (2.0 * nside * side);
        double lat = side < 1
                ? Math.copySign(90 - Math.toDegrees(2 * Math.asin(side / Math.sqrt(6))), 2 - down)
                : Math.toDegrees(Math.asin((2 - down) * 2 / 3));
        double lon = 45 * aside;
        return new double[] {lat, lon < 0 ? lon + 360 : lon >= 360 ? lon - 360 : lon};
    }

    /** Returns the number made of every second binary digit. */
    private static int evenBits(int number) {
        int bits = 0;
        for (int digit = 0; digit < 16; digit++) {
            bits |= ((number >>> (2 * digit)) & 1) << digit;
        }
        return bits;
    }
}
