package dev.shoal.qc.place;

import java.util.Arrays;

/** The rows of pixels that are being decoded and the three below them, one byte a pixel. */
final class LandStrip {

    /** Bytes on each side of a row: what lies beyond the bin's sides. */
    static final int MARGIN = 4;

    private static final int BELOW = 3;

    private final int width;

    private final byte[][] rows;

    private final int height;

    LandStrip(int width, int height) {
        this.width = width;
        this.height = height;
        rows = new byte[height + BELOW][width + 2 * MARGIN];
    }

    int width() {
        return width;
    }

    /** Returns a row with its margins; -1 is the one below the first. */
    byte[] row(int row) {
        return rows[row + BELOW];
    }

    int bit(int x, int row) {
        return rows[row + BELOW][x + MARGIN];
    }

    /** Gives all pixels from one column to another a colour. */
    void fill(int start, int end, int colour) {
        for (int row = 0; row < height; row++) {
            Arrays.fill(row(row), start + MARGIN, end + MARGIN, (byte) colour);
        }
    }

    /** Ends a row: beyond its sides there are its outer pixels, for the rows above. */
    void finish(int row) {
        byte[] pixels = row(row);
        Arrays.fill(pixels, 0, MARGIN, pixels[MARGIN]);
        Arrays.fill(pixels, MARGIN + width, pixels.length, pixels[MARGIN + width - 1]);
    }

    /** Copies the rows into a bin, and makes the last three the ones below the next rows. */
    void copyTo(LandBin bin, int y, int count) {
        for (int row = 0; row < count; row++) {
            for (int x = 0; x < width; x++) {
                if (bit(x, row) != 0) {
                    bin.setLand(x, y + row);
                }
            }
        }
        for (int row = 0; row < BELOW; row++) {
            byte[] free = rows[row];
            rows[row] = rows[height + row];
            rows[height + row] = free;
        }
        for (int row = 0; row < height; row++) {
            Arrays.fill(row(row), (byte) 0);
        }
    }
}
