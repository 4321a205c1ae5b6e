package dev.shoal.zarr.icechunk;

import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdOutputStream;
import com.google.flatbuffers.FlatBufferBuilder;
import dev.shoal.codec.DamageException;
import dev.shoal.codec.Zstd;
import dev.shoal.netcdf.UnreadableException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The header of a metadata object and the compression of what follows it (specification, "Binary File Format").
 *
 * <p>Layout: 12 bytes magic, 24 bytes name of the writer padded with spaces, version, kind, compression.
 */
final class Envelope {

    /** The version of the specification that is written and read. */
    static final int VERSION = 2;

    private static final byte[] MAGIC = "ICE\uD83E\uDDCACHUNK".getBytes(StandardCharsets.UTF_8);
    private static final byte[] WRITER = String.format("%-24s", "shoal").getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER_BYTES = MAGIC.length + WRITER.length + 3;
    private static final int NO_COMPRESSION = 0;
    private static final int ZSTD = 1;
    private static final int LEVEL = 3;

    /** One object, compressed or not, is not to take more of the memory than this part. */
    private static final int PART_OF_MEMORY = 4;

    private Envelope() {}

    /** Makes something of a flatbuffer's root table. */
    @FunctionalInterface
    interface Parser<T> {

        /** Parses; what is out of bounds may throw as a buffer does. */
        T parse(Fields root) throws IOException;
    }

    /** Returns the bytes of an object whose flatbuffer is finished. */
    static byte[] wrap(ObjectKind kind, FlatBufferBuilder builder) {
        ByteBuffer content = builder.dataBuffer();
        byte[] bytes = new byte[(int) com.github.luben.zstd.Zstd.compressBound(content.remaining()) + HEADER_BYTES];
        header(kind).get(bytes, 0, HEADER_BYTES);
        try (ZstdCompressCtx context = new ZstdCompressCtx()) {
            int length = context.setLevel(LEVEL)
                    .setChecksum(true)
                    .compressByteArray(
                            bytes,
                            HEADER_BYTES,
                            bytes.length - HEADER_BYTES,
                            content.array(),
                            content.arrayOffset() + content.position(),
                            content.remaining());
            return Arrays.copyOf(bytes, HEADER_BYTES + length);
        }
    }

    private static ByteBuffer header(ObjectKind kind) {
        return ByteBuffer.allocate(HEADER_BYTES)
                .put(MAGIC)
                .put(WRITER)
                .put(new byte[] {VERSION, kind.code(), ZSTD})
                .flip();
    }

    /**
     * Writes the header of an object, and returns what takes its flatbuffer. The content ends with a checksum, so that
     * no damage goes unseen.
     */
    static OutputStream open(ObjectKind kind, OutputStream bytes) throws IOException {
        bytes.write(header(kind).array());
        ZstdOutputStream out = new ZstdOutputStream(bytes, LEVEL);
        out.setChecksum(true);
        return out;
    }

    /**
     * Parses an object.
     *
     * @param name of the object, whole, for the message
     * @throws UnreadableException where the bytes are damaged or of another kind or version
     */
    static <T> T parse(String name, ObjectKind kind, byte[] bytes, Parser<T> parser) throws IOException {
        try {
            return parser.parse(Fields.root(content(kind, bytes)));
        } catch (DamageException
                | IllegalArgumentException
                | ArithmeticException
                | IndexOutOfBoundsException
                | BufferUnderflowException bad) {
            throw new UnreadableException(
                    "Cannot read " + name + " of an Icechunk repository: found damage (" + bad.getMessage()
                            + "), expected a whole " + kind + " of version " + VERSION
                            + ". Fetch the object again, open an older snapshot, or give the program more memory where"
                            + " the object is that large.",
                    bad);
        }
    }

    /** Tells whether bytes begin with a header. */
    static boolean hasMagic(byte[] bytes) {
        return bytes.length > HEADER_BYTES && Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    private static ByteBuffer content(ObjectKind kind, byte[] bytes) throws IOException {
        if (!hasMagic(bytes)) {
            throw new DamageException("no header of 39 bytes");
        }
        if (bytes[HEADER_BYTES - 3] != VERSION) {
            throw new DamageException("version " + bytes[HEADER_BYTES - 3] + " of the specification");
        }
        if (bytes[HEADER_BYTES - 2] != kind.code()) {
            throw new DamageException("kind " + bytes[HEADER_BYTES - 2] + ", expected " + kind.code());
        }
        int compression = bytes[HEADER_BYTES - 1];
        if (compression != NO_COMPRESSION && compression != ZSTD) {
            throw new DamageException("compression " + compression);
        }
        byte[] rest = Arrays.copyOfRange(bytes, HEADER_BYTES, bytes.length);
        return ByteBuffer.wrap(compression == ZSTD ? new Zstd(LEVEL).decodeAtMost(rest, (int) mostBytes()) : rest)
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Returns the most bytes that an object may take, stored or decoded, with the memory that there is. */
    static long mostBytes() {
        return Math.min(Integer.MAX_VALUE - 15L, Runtime.getRuntime().maxMemory() / PART_OF_MEMORY);
    }
}
