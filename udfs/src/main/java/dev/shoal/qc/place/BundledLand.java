package dev.shoal.qc.place;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.zip.GZIPInputStream;

/**
 * The mask of the resource {@code land.bin.gz}: bins of one degree, wholly water, wholly land, or coded rasters that
 * are decoded when a place in them is asked for. At most {@value #DECODED} decoded ones are kept, some 7 MB.
 */
final class BundledLand implements LandMask {

    static final BundledLand INSTANCE = new BundledLand();

    private static final String RESOURCE = "land.bin.gz";

    private static final int DECODED = 256;

    private static final int ROWS = 180;

    private static final int COLUMNS = 360;

    private static final int BOTH = 2;

    /** Rows of pixels in a bin. */
    private final int pixels;

    /** Pixels in a row of a bin, by the bin's row from the north. */
    private final int[] pixelsAcross = new int[ROWS];

    private final LandCode code;

    /** Of each bin, row by row from the north, from 0 degrees east: 0 water, 1 land, {@link #BOTH} both. */
    private final byte[] states;

    /** Where the code of each bin begins, and past the last where it ends. */
    private final int[] starts = new int[ROWS * COLUMNS + 1];

    private final byte[] codes;

    private final AtomicReferenceArray<LandBin> decoded = new AtomicReferenceArray<>(DECODED);

    private BundledLand() {
        InputStream resource = BundledLand.class.getResourceAsStream(RESOURCE);
        if (resource == null) {
            throw new IllegalStateException("Cannot read the land mask: found no resource " + RESOURCE
                    + " beside the class, expected it in the jar. Build the jar again.");
        }
        try (DataInputStream in = new DataInputStream(new GZIPInputStream(resource, 1 << 16))) {
            pixels = in.readUnsignedShort();
            for (int row = 0; row < ROWS; row++) {
                pixelsAcross[row] = in.readUnsignedShort();
            }
            code = LandCode.read(in);
            states = in.readNBytes(ROWS * COLUMNS);
            for (int bin = 0; bin < states.length; bin++) {
                starts[bin + 1] = starts[bin] + (states[bin] == BOTH ? in.readUnsignedShort() : 0);
            }
            codes = in.readAllBytes();
            if (codes.length != starts[states.length]) {
                throw new IOException("found " + codes.length + " bytes of rasters, expected " + starts[states.length]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot read the land mask, resource " + RESOURCE + ": " + e.getMessage()
                            + ". Build the jar again.",
                    e);
        }
    }

    @Override
    public Surface at(double lon, double lat) {
        double east = lon % 360;
        if (!(Math.abs(lat) <= 90) || Double.isNaN(east)) {
            return Surface.UNKNOWN;
        }
        return isLand(east < 0 ? east + 360 : east, lat) ? Surface.LAND : Surface.WATER;
    }

    /** Returns what {@link #at} does, but nothing certain within a pixel of where that changes. */
    Surface awayFromShores(double lon, double lat) {
        Surface here = at(lon, lat);
        if (here == Surface.UNKNOWN) {
            return here;
        }
        double up = 1.0 / pixels;
        double aside = 1.0 / pixelsAcross[row(lat)];
        for (int dy = -1; dy <= 1; dy++) {
            double beside = Math.max(-90, Math.min(90, lat + dy * up));
            for (int dx = -1; dx <= 1; dx++) {
                if (at(lon + dx * aside, beside) != here) {
                    return Surface.UNKNOWN;
                }
            }
        }
        return here;
    }

    private boolean isLand(double east, double lat) {
        int row = row(lat);
        int column = Math.min((int) east, COLUMNS - 1);
        int bin = row * COLUMNS + column;
        if (states[bin] != BOTH) {
            return states[bin] == 1;
        }
        int y = Math.min((int) ((lat - (89 - row)) * pixels), pixels - 1);
        int x = Math.min((int) ((east - column) * pixelsAcross[row]), pixelsAcross[row] - 1);
        return bin(bin, row).isLand(x, y);
    }

    private static int row(double lat) {
        return Math.min((int) Math.floor(90 - lat), ROWS - 1);
    }

    private LandBin bin(int number, int row) {
        int slot = Math.floorMod(number * 31 + row, DECODED);
        LandBin kept = decoded.get(slot);
        if (kept == null || kept.number() != number) {
            kept = code.decode(number, pixelsAcross[row], pixels, codes, starts[number], starts[number + 1]);
            decoded.set(slot, kept);
        }
        return kept;
    }
}
