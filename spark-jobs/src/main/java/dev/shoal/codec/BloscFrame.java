package dev.shoal.codec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.xerial.snappy.Snappy;

/**
 * One Blosc 1 frame, after the "Blosc Chunk Format" of the c-blosc project: a header of 16 bytes, the starts of the
 * blocks, then the blocks, each of one stream or one stream per byte of an element.
 *
 * <p>Damaged frames end in {@link DamageException} or {@link IndexOutOfBoundsException}; no memory is taken beyond the
 * size the caller expects.
 */
final class BloscFrame {

    private static final int HEADER_BYTES = 16;
    private static final int VERSION = 2;
    static final int SHUFFLED = 0x01;
    static final int STORED = 0x02;
    static final int BIT_SHUFFLED = 0x04;
    static final int UNSPLIT = 0x10;
    private static final int MOST_STREAMS = 16;
    private static final int LEAST_STREAM_BYTES = 128;

    private final Slice in;
    private final ByteBuffer frame;
    private final int flags;
    private final int elementBytes;
    private final int size;
    private final int blockBytes;

    private BloscFrame(Slice in, ByteBuffer frame, int size) {
        this.in = in;
        this.frame = frame;
        this.flags = frame.get(2);
        this.elementBytes = frame.get(3) & 0xff;
        this.size = size;
        this.blockBytes = frame.getInt(8);
    }

    /**
     * Looks at a frame's header.
     *
     * @param size decoded bytes that are expected
     */
    static BloscFrame of(Slice in, int size) throws DamageException {
        ByteBuffer frame =
                ByteBuffer.wrap(in.bytes(), in.offset(), in.length()).slice().order(ByteOrder.LITTLE_ENDIAN);
        if (in.length() < HEADER_BYTES || frame.get(0) != VERSION || (frame.get(2) & 0x08) != 0) {
            throw new DamageException("it does not begin with the header of a blosc 1 frame");
        }
        if (frame.getInt(4) != size) {
            throw DamageException.length(frame.getInt(4), size);
        }
        BloscFrame it = new BloscFrame(in, frame, size);
        if (size > 0 && (it.blockBytes < 1 || it.blockBytes > size || it.elementBytes == 0)) {
            throw new DamageException("its blosc header says blocks of " + it.blockBytes + " bytes with elements of "
                    + it.elementBytes + ", expected blocks of 1 to " + size);
        }
        return it;
    }

    /** Receives the bytes of one block after the other. */
    private interface Blocks {
        void take(byte[] block, int start, int length);
    }

    /** Returns the decoded bytes, which hold until the memory is used again. */
    Slice decode(CodecMemory memory) throws IOException {
        byte[] out = memory.room(size);
        if ((flags & STORED) != 0) {
            frame.get(HEADER_BYTES, out, 0, size);
        } else {
            each(memory, (block, start, length) -> restore(block, out, start, length));
        }
        return new Slice(out, 0, size);
    }

    /** Decodes numbers into their array, which is of the frame's size, without the bytes of all between. */
    void decode(ElementTarget target, CodecMemory memory) throws IOException {
        int width = target.elementBytes();
        boolean shuffled = (flags & SHUFFLED) != 0 && elementBytes == width && width > 1;
        if ((flags & STORED) != 0 || !shuffled || blockBytes % width != 0) {
            Slice plain = decode(memory);
            target.take(plain.bytes(), plain.offset(), 0, target.count());
        } else {
            each(memory, (block, start, length) -> target.takeShuffled(block, 0, start / width, length / width));
        }
    }

    private void each(CodecMemory memory, Blocks blocks) throws IOException {
        byte[] block = memory.scratch(0, Math.min(blockBytes, size));
        int at = HEADER_BYTES;
        for (int left = size; left > 0; left -= Math.min(blockBytes, left), at += Integer.BYTES) {
            int length = Math.min(blockBytes, left);
            decodeBlock(frame.getInt(at), length, block, memory);
            blocks.take(block, size - left, length);
        }
    }

    private void decodeBlock(int start, int length, byte[] block, CodecMemory memory) throws IOException {
        int streams = streams(length);
        int streamBytes = length / streams;
        if (streams * streamBytes != length) {
            throw new DamageException("its blosc frame splits blocks of " + length + " bytes into " + streams
                    + " streams, expected a multiple");
        }
        int at = start;
        for (int stream = 0; stream < streams; stream++) {
            int encoded = frame.getInt(at);
            at += Integer.BYTES;
            decodeStream(new Stream(at, encoded), block, stream * streamBytes, streamBytes, memory);
            at += encoded;
        }
    }

    private int streams(int length) {
        boolean split = (flags & UNSPLIT) == 0
                && length == blockBytes
                && elementBytes <= MOST_STREAMS
                && length / elementBytes >= LEAST_STREAM_BYTES;
        return split ? elementBytes : 1;
    }

    /** Where the bytes of a stream lie in the frame. */
    private record Stream(int at, int length) {}

    private void decodeStream(Stream stream, byte[] to, int start, int decoded, CodecMemory memory) throws IOException {
        int length = stream.length();
        if (length < 0 || stream.at() < 0 || length > frame.capacity() - stream.at()) {
            throw new DamageException(
                    "a stream of its blosc frame says " + length + " bytes, but the frame ends before");
        }
        byte[] bytes = in.bytes();
        int at = in.offset() + stream.at();
        if (length == decoded) {
            System.arraycopy(bytes, at, to, start, length);
            return;
        }
        switch ((flags >> 5) & 7) {
            case 0 -> Blosclz.decode(bytes, at, length, to, start, decoded);
            case 1 -> Lz4.decode(bytes, at, length, to, start, decoded);
            case 2 -> decodeSnappy(bytes, at, length, to, start, decoded);
            case 3 -> Zlib.inflate(bytes, at, length, to, start, decoded);
            case 4 -> Zstd.decode(memory.unzstd(), new Slice(bytes, at, length), to, start, decoded);
            default -> throw new DamageException("its blosc frame names a codec that blosc 1 does not have");
        }
    }

    private static void decodeSnappy(byte[] from, int at, int length, byte[] to, int start, int size)
            throws IOException {
        if (!Snappy.isValidCompressedBuffer(from, at, length) || Snappy.uncompressedLength(from, at, length) != size) {
            throw new DamageException("its snappy stream is damaged");
        }
        Snappy.uncompress(from, at, length, to, start);
    }

    private void restore(byte[] block, byte[] out, int start, int length) {
        if ((flags & SHUFFLED) != 0 && elementBytes > 1) {
            ByteShuffle.undo(block, 0, out, start, length, elementBytes);
        } else if ((flags & BIT_SHUFFLED) != 0 && length >= elementBytes && length / elementBytes % 8 == 0) {
            unshuffleBits(block, out, start, length);
        } else {
            System.arraycopy(block, 0, out, start, length);
        }
    }

    private void unshuffleBits(byte[] block, byte[] out, int start, int length) {
        int count = length / elementBytes;
        BitShuffle.undo(block, 0, out, start, count, elementBytes);
        int whole = count * elementBytes;
        System.arraycopy(block, whole, out, start + whole, length - whole);
    }
}
