package dev.shoal.netcdf;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A CDF-5 file, byte by byte after the specification: two records of an unsigned 64-bit and a short variable. */
final class Cdf5Files {

    private Cdf5Files() {}

    static byte[] cdf5() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeBytes("CDF");
        out.writeByte(5);
        out.writeLong(2);
        list(out, 10, 2);
        name(out, "t");
        out.writeLong(0);
        name(out, "x");
        out.writeLong(3);
        list(out, 12, 1);
        name(out, "limit");
        out.writeInt(11);
        out.writeLong(1);
        out.writeLong(-1);
        list(out, 11, 2);
        long header = bytes.size() + 2L * (8 + 4 + 8 + 2 * 8 + 12 + 4 + 8 + 8);
        variable(out, "wide", 11, 24L, header);
        variable(out, "thin", 3, 8, header + 24);
        for (int t = 0; t < 2; t++) {
            for (int x = 0; x < 3; x++) {
                out.writeLong(Long.MIN_VALUE + 10L * t + x);
            }
            for (int x = 0; x < 3; x++) {
                out.writeShort(-10 * t - x);
            }
            out.writeShort(0);
        }
        return bytes.toByteArray();
    }

    private static void variable(DataOutputStream out, String name, int type, long size, long begin)
            throws IOException {
        name(out, name);
        out.writeLong(2);
        out.writeLong(0);
        out.writeLong(1);
        list(out, 0, 0);
        out.writeInt(type);
        out.writeLong(size);
        out.writeLong(begin);
    }

    private static void list(DataOutputStream out, int tag, long count) throws IOException {
        out.writeInt(tag);
        out.writeLong(count);
    }

    private static void name(DataOutputStream out, String name) throws IOException {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        out.writeLong(text.length);
        out.write(text);
        out.write(new byte[(4 - text.length % 4) % 4]);
    }
}
