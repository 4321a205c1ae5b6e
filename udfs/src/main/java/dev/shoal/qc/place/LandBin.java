package dev.shoal.qc.place;

/** The raster of one bin of the land mask; rows from the south, columns from the west. */
final class LandBin {

    private final int number;

    private final int width;

    private final int height;

    private final long[] bits;

    LandBin(int number, int width, int height) {
        this.number = number;
        this.width = width;
        this.height = height;
        bits = new long[(width * height + Long.SIZE - 1) / Long.SIZE];
    }

    int number() {
        return number;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    boolean isLand(int x, int y) {
        return bit(x, y) != 0;
    }

    int bit(int x, int y) {
        int at = y * width + x;
        return (int) (bits[at / Long.SIZE] >>> (at % Long.SIZE)) & 1;
    }

    void setLand(int x, int y) {
        int at = y * width + x;
        bits[at / Long.SIZE] |= 1L << (at % Long.SIZE);
    }
}
