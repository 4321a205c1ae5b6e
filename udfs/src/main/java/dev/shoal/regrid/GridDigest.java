package dev.shoal.regrid;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of a grid: its kind and shape as text, then its coordinates as big-endian doubles. */
final class GridDigest {
    private static final int BLOCK = 4096;

    private final MessageDigest sha;

    GridDigest(String kind, int ny, int nx) {
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot digest a grid: this Java has no SHA-256.", e);
        }
        sha.update((kind + " " + ny + " " + nx + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Adds coordinates; both zeros are one value, and so are all NaN. */
    GridDigest add(double[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(BLOCK * Double.BYTES);
        for (int start = 0; start < values.length; start += BLOCK) {
            buffer.clear();
            for (int i = start; i < Math.min(start + BLOCK, values.length); i++) {
                buffer.putLong(Double.doubleToLongBits(values[i] + 0.0));
            }
            sha.update(buffer.flip());
        }
        return this;
    }

    /** Adds numbers of points; nothing where there are none. */
    GridDigest add(int[] numbers) {
        double[] values = new double[numbers.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = numbers[i];
        }
        return add(values);
    }

    String hex() {
        return HexFormat.of().formatHex(sha.digest());
    }
}
