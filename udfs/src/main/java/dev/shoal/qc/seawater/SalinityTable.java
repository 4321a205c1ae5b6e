package dev.shoal.qc.seawater;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.zip.GZIPInputStream;

/**
 * The table of {@link SalinityAnomaly}, read from the resource beside the class; the README there tells its layout.
 *
 * <p>Nodes lie every 4 degrees from 0 degrees east and from 86 degrees south.
 */
final class SalinityTable {

    private static final String RESOURCE = "saar.bin.gz";

    /** One over the step of the ratios in the resource. */
    private static final double STEPS = 0x1p40;

    private final int lons;

    private final int lats;

    private final double[] pressures;

    private final byte[] reach;

    /** Shape {@code (lon, lat, pressure)}; NaN where there is none. */
    private final double[] ratios;

    private SalinityTable(DataInputStream in) throws IOException {
        lons = in.readUnsignedByte();
        lats = in.readUnsignedByte();
        pressures = new double[in.readUnsignedByte()];
        for (int k = 0; k < pressures.length; k++) {
            pressures[k] = in.readUnsignedShort();
        }
        reach = in.readNBytes(lons * lats);
        int nodes = lons * lats * pressures.length;
        BitSet known = BitSet.valueOf(in.readNBytes((nodes + 7) / 8));
        int count = known.cardinality();
        byte[] planes = in.readNBytes(Integer.BYTES * count);
        if (planes.length < Integer.BYTES * count) {
            throw new IOException("found " + planes.length + " bytes of ratios, expected " + Integer.BYTES * count);
        }
        ratios = ratios(nodes, known, planes);
    }

    /** Returns the table of the resource. */
    static SalinityTable bundled() {
        InputStream resource = SalinityTable.class.getResourceAsStream(RESOURCE);
        if (resource == null) {
            throw new IllegalStateException("Cannot read the table of salinity anomalies: found no resource " + RESOURCE
                    + " beside the class, expected it in the jar. Build the jar again.");
        }
        try (DataInputStream in = new DataInputStream(new GZIPInputStream(resource))) {
            return new SalinityTable(in);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot read the table of salinity anomalies, resource " + RESOURCE + ": " + e.getMessage()
                            + ". Build the jar again.",
                    e);
        }
    }

    /** Returns how many meridians of nodes there are, 0 and 360 degrees both counted. */
    int lons() {
        return lons;
    }

    /** Returns how many parallels of nodes there are. */
    int lats() {
        return lats;
    }

    /** Returns the pressures of the nodes, dbar, ascending; not to be changed. */
    double[] pressures() {
        return pressures;
    }

    /** Returns how many pressures the ocean reaches down to at a node; 0 on land. */
    int reach(int lon, int lat) {
        return reach[lon * lats + lat];
    }

    /** Returns the ratio at a node; NaN where there is none. */
    double ratio(int lon, int lat, int pressure) {
        return ratios[(lon * lats + lat) * pressures.length + pressure];
    }

    private static double[] ratios(int nodes, BitSet known, byte[] planes) {
        double[] ratios = new double[nodes];
        int count = planes.length / Integer.BYTES;
        int steps = 0;
        int at = 0;
        for (int node = 0; node < nodes; node++) {
            if (known.get(node)) {
                steps += difference(planes, count, at++);
                ratios[node] = Integer.toUnsignedLong(steps) / STEPS;
            } else {
                ratios[node] = Double.NaN;
            }
        }
        return ratios;
    }

    /** Puts a difference together from its four byte planes, lowest first, its sign in the lowest bit. */
    private static int difference(byte[] planes, int count, int at) {
        int folded = 0;
        for (int plane = 0; plane < Integer.BYTES; plane++) {
            folded |= (planes[plane * count + at] & 0xFF) << (Byte.SIZE * plane);
        }
        return (folded >>> 1) ^ -(folded & 1);
    }
}
