package dev.shoal.netcdf;

import java.io.IOException;
import java.io.Serializable;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.hadoop.conf.Configuration;

/**
 * What tells one file's bytes from another's.
 *
 * @param md5 32 lower-case hexadecimal digits
 * @param sha256 64 lower-case hexadecimal digits
 * @param size in bytes
 */
public record FileDigest(String md5, String sha256, long size) implements Serializable {

    private static final int PIECE_BYTES = 1 << 20;

    /**
     * Reads a file once, from its begin to its end.
     *
     * @param location a path, or a URI of a scheme that Hadoop's FileSystem knows
     * @throws UnreadableException where there is no such file or it may not be read; names it
     * @throws IOException where the storage fails
     */
    public static FileDigest of(String location, Configuration conf) throws IOException {
        MessageDigest md5 = digest("MD5");
        MessageDigest sha256 = digest("SHA-256");
        try (ByteSource source = HadoopBytes.sequential(location, conf)) {
            byte[] piece = new byte[(int) Math.min(PIECE_BYTES, source.length())];
            for (long done = 0; done < source.length(); done += piece.length) {
                int count = (int) Math.min(piece.length, source.length() - done);
                source.read(done, piece, 0, count);
                md5.update(piece, 0, count);
                sha256.update(piece, 0, count);
            }
            return of(md5, sha256, source.length());
        }
    }

    /** Takes the digest of a file that is in memory. */
    static FileDigest of(byte[] bytes) {
        MessageDigest md5 = digest("MD5");
        MessageDigest sha256 = digest("SHA-256");
        md5.update(bytes);
        sha256.update(bytes);
        return of(md5, sha256, bytes.length);
    }

    private static FileDigest of(MessageDigest md5, MessageDigest sha256, long size) {
        HexFormat hex = HexFormat.of();
        return new FileDigest(hex.formatHex(md5.digest()), hex.formatHex(sha256.digest()), size);
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot take a digest: the Java runtime lacks " + algorithm + ".", e);
        }
    }
}
