package dev.shoal.zarr.virtual;

import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.Window;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Values as a store holds them itself, and what tells them from others. */
final class HeldValues {

    private static final long PIECE_BYTES = 32 << 20;

    private HeldValues() {}

    /** Returns numbers as little-endian bytes, texts as numcodecs' {@code vlen-utf8} writes them. */
    static byte[] bytes(ArrayBlock block) {
        if (!(block.values() instanceof String[] texts)) {
            return ArrayBlock.bytes(block.values(), ByteOrder.LITTLE_ENDIAN);
        }
        byte[][] encoded = new byte[texts.length][];
        int size = Integer.BYTES;
        for (int i = 0; i < texts.length; i++) {
            encoded[i] = texts[i].getBytes(StandardCharsets.UTF_8);
            size = Math.addExact(size, Integer.BYTES + encoded[i].length);
        }
        ByteBuffer bytes =
                ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN).putInt(texts.length);
        for (byte[] text : encoded) {
            bytes.putInt(text.length).put(text);
        }
        return bytes.array();
    }

    /** Returns what tells bytes from others. */
    static String digest(byte[] bytes) {
        return text(digest().digest(bytes));
    }

    /** Returns what tells the values of a variable from others; reads them some rows at a time. */
    static String digest(ArrayFile file, VariableHeader variable) throws IOException {
        MessageDigest digest = digest();
        if (variable.rank() == 0 || variable.size() == 0) {
            return digest(bytes(file.read(variable)));
        }
        long[] shape = variable.shape();
        long rowBytes = Math.max(
                1, variable.size() / shape[0] * Math.max(1, variable.type().bytes()));
        long chunk = Math.max(1, variable.storage().chunk()[0]);
        long rows = Math.max(1, PIECE_BYTES / rowBytes / chunk) * chunk;
        for (long start = 0; start < shape[0]; start += rows) {
            Window piece = Window.whole(shape).with(0, start, Math.min(shape[0], start + rows));
            digest.update(bytes(file.read(variable, piece)));
        }
        return text(digest.digest());
    }

    private static String text(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Cannot find SHA-256, which every Java has.", absent);
        }
    }
}
