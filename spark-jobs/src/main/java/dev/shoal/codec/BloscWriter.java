package dev.shoal.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Makes one Blosc 1 frame, after the "Blosc Chunk Format" of the c-blosc project; sizes of blocks and the splitting of
 * a block into one stream per byte of an element are those of c-blosc 1.21 ({@code compute_blocksize},
 * {@code split_block}, forward-compatible splitting). Frames of Zstandard inside end with checksums, which every reader
 * looks at. Equal input gives equal bytes.
 */
final class BloscWriter {

    private static final int HEADER_BYTES = 16;
    private static final int VERSION = 2;
    private static final int FORMAT_VERSION = 1;
    private static final int LEAST_BYTES = 128;
    private static final int MOST_STREAMS = 16;
    private static final int MOST_ELEMENT_BYTES = 255;
    private static final int FIRST_CACHE_BYTES = 32 << 10;
    private static final int MOST_BYTES = Integer.MAX_VALUE - 8 - HEADER_BYTES;

    /** Streams that grow are put down plain, so this is more than any compressor may write at first. */
    private static final int SPARE_BYTES = 1 << 12;

    private final Blosc how;
    private final Slice in;
    private final CodecMemory memory;
    private final int elementBytes;
    private final int blockBytes;
    private final boolean split;
    private final byte[] out;
    private final int end;
    private int at;

    BloscWriter(Blosc how, Slice in, CodecMemory memory) {
        if (in.length() > MOST_BYTES) {
            throw new IllegalArgumentException("Cannot write blosc: found a chunk of " + in.length()
                    + " bytes, expected at most " + MOST_BYTES + ". Take smaller chunks.");
        }
        this.how = how;
        this.in = in;
        this.memory = memory;
        this.elementBytes = how.elementBytes() > MOST_ELEMENT_BYTES ? 1 : how.elementBytes();
        this.blockBytes = blockBytes();
        this.split = isSplit(blockBytes);
        this.end = in.length() + HEADER_BYTES;
        this.out = memory.room(end);
    }

    private boolean isHighCompression() {
        return switch (how.name()) {
            case "lz4hc", "zlib", "zstd" -> true;
            default -> false;
        };
    }

    private boolean isSplit(int bytes) {
        boolean splits = !how.name().equals("zlib") && !how.name().equals("zstd");
        return splits && elementBytes <= MOST_STREAMS && bytes / elementBytes >= LEAST_BYTES;
    }

    private int blockBytes() {
        if (in.length() < elementBytes) {
            return Math.max(1, in.length());
        }
        long bytes = in.length();
        if (how.blockBytes() > 0) {
            bytes = Math.max(LEAST_BYTES, how.blockBytes());
        } else if (in.length() >= FIRST_CACHE_BYTES) {
            bytes = levelBytes();
        }
        if (how.level() > 0 && isSplit((int) bytes)) {
            bytes = Math.min(bytes, 1 << 18) * elementBytes;
            bytes = Math.min(Math.max(bytes, 1 << 16), 1 << 20);
        }
        bytes = Math.min(bytes, in.length());
        return (int) (bytes > elementBytes ? bytes / elementBytes * elementBytes : bytes);
    }

    private int levelBytes() {
        int bytes = isHighCompression() ? 2 * FIRST_CACHE_BYTES : FIRST_CACHE_BYTES;
        return switch (how.level()) {
            case 0 -> bytes / 4;
            case 1 -> bytes / 2;
            case 2 -> bytes;
            case 3 -> bytes * 2;
            case 4, 5 -> bytes * 4;
            case 6, 7, 8 -> bytes * 8;
            default -> isHighCompression() ? bytes * 16 : bytes * 8;
        };
    }

    /** Returns the frame; holds until the memory is used again. */
    Slice frame() {
        boolean packed = how.level() > 0 && in.length() >= LEAST_BYTES && packBlocks();
        if (!packed) {
            System.arraycopy(in.bytes(), in.offset(), out, HEADER_BYTES, in.length());
            at = end;
        }
        ByteBuffer.wrap(out)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) VERSION)
                .put((byte) FORMAT_VERSION)
                .put((byte) (flags() | (packed ? 0 : BloscFrame.STORED)))
                .put((byte) elementBytes)
                .putInt(in.length())
                .putInt(blockBytes)
                .putInt(at);
        return new Slice(out, 0, at);
    }

    private int flags() {
        int flags = switch (how.appliedShuffle()) {
            case Blosc.BYTE_SHUFFLE -> BloscFrame.SHUFFLED;
            case Blosc.BIT_SHUFFLE -> BloscFrame.BIT_SHUFFLED;
            default -> 0;
        };
        int format = switch (how.name()) {
            case "blosclz" -> 0;
            case "zlib" -> 3;
            case "zstd" -> 4;
            default -> 1;
        };
        return flags | (split ? 0 : BloscFrame.UNSPLIT) | format << 5;
    }

    /** Packs every block; tells whether that took fewer bytes than the plain ones. */
    private boolean packBlocks() {
        int blocks = (in.length() - 1) / blockBytes + 1;
        at = HEADER_BYTES + blocks * Integer.BYTES;
        if (at >= end) {
            return false;
        }
        ByteBuffer starts = ByteBuffer.wrap(out).order(ByteOrder.LITTLE_ENDIAN).position(HEADER_BYTES);
        byte[] shuffled = memory.scratch(0, blockBytes);
        try (BloscPacker packer = packer()) {
            for (int start = 0; start < in.length(); start += blockBytes) {
                starts.putInt(at);
                int length = Math.min(blockBytes, in.length() - start);
                shuffle(start, length, shuffled);
                if (!packBlock(shuffled, length, packer)) {
                    return false;
                }
            }
        }
        return true;
    }

    private void shuffle(int start, int length, byte[] to) {
        int shuffle = how.appliedShuffle();
        int from = in.offset() + start;
        if (shuffle == Blosc.BYTE_SHUFFLE && elementBytes > 1) {
            ByteShuffle.apply(in.bytes(), from, to, 0, length, elementBytes);
        } else if (shuffle == Blosc.BIT_SHUFFLE && length >= elementBytes && length / elementBytes % 8 == 0) {
            int whole = length - length % elementBytes;
            BitShuffle.apply(in.bytes(), from, to, 0, length / elementBytes, elementBytes);
            System.arraycopy(in.bytes(), from + whole, to, whole, length - whole);
        } else {
            System.arraycopy(in.bytes(), from, to, 0, length);
        }
    }

    private boolean packBlock(byte[] block, int length, BloscPacker packer) {
        int streams = split && length == blockBytes ? elementBytes : 1;
        int streamBytes = length / streams;
        for (int stream = 0; stream < streams; stream++) {
            if (!packStream(block, stream * streamBytes, streamBytes, packer)) {
                return false;
            }
        }
        return true;
    }

    private boolean packStream(byte[] block, int start, int length, BloscPacker packer) {
        int packed = packer.pack(block, start, length);
        int written = packed <= 0 || packed >= length ? length : packed;
        if (written + Integer.BYTES > end - at) {
            return false;
        }
        ByteBuffer.wrap(out).order(ByteOrder.LITTLE_ENDIAN).putInt(at, written);
        at += Integer.BYTES;
        System.arraycopy(written == length ? block : packer.bytes(), written == length ? start : 0, out, at, written);
        at += written;
        return true;
    }

    private BloscPacker packer() {
        byte[] buffer = memory.scratch(1, blockBytes + blockBytes / 128 + SPARE_BYTES);
        return BloscPacker.of(how, buffer, memory::zstd);
    }
}
