package dev.shoal.qc.place;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;

/**
 * The deepest sea floor in a cell of a third of a degree and around it, out of ETOPO5 (NOAA, National Geophysical Data
 * Center, 1988); {@code README.md} beside the resource tells the layout.
 */
final class BundledFloor implements Bathymetry {

    private static final String RESOURCE = "floor.bin.gz";
    private static final int ROWS = 540;
    private static final int COLUMNS = 1080;
    private static final int CELLS_PER_DEGREE = 3;
    private static final double METRES = 10;

    private final short[] tens;

    private BundledFloor(short[] tens) {
        this.tens = tens;
    }

    @Override
    public double depthMetres(double lon, double lat) {
        if (!(Math.abs(lat) <= 90) || !Double.isFinite(lon)) {
            return Double.NaN;
        }
        int row = Math.min(ROWS - 1, (int) ((90 - lat) * CELLS_PER_DEGREE));
        int column = (int) ((lon - 360 * Math.floor(lon / 360)) * CELLS_PER_DEGREE);
        return METRES * tens[row * COLUMNS + Math.min(column, COLUMNS - 1)];
    }

    private static short[] read() {
        try (InputStream resource = BundledFloor.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException(
                        "Cannot tell the depth of the sea: found no " + RESOURCE + " in the jar, expected it there.");
            }
            byte[] halves = new byte[2 * ROWS * COLUMNS];
            new DataInputStream(new GZIPInputStream(resource)).readFully(halves);
            return joined(halves);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + RESOURCE + " out of the jar", e);
        }
    }

    /** Adds up the steps along each row, whose upper bytes all come before the lower ones. */
    private static short[] joined(byte[] halves) {
        short[] tens = new short[ROWS * COLUMNS];
        for (int i = 0; i < tens.length; i++) {
            int step = (short) (halves[i] << 8 | (halves[tens.length + i] & 0xFF));
            tens[i] = (short) (step + (i % COLUMNS == 0 ? 0 : tens[i - 1]));
        }
        return tens;
    }

    /** Reads the resource when it is first asked for. */
    static final class Holder {

        static final Bathymetry FLOOR = new BundledFloor(read());

        private Holder() {}
    }
}
