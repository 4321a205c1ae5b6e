package dev.shoal.codec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Undoes HDF5's szip filter: four bytes of decoded size, little-endian, then a stream of the extended Rice code of
 * CCSDS 121.0-B, see {@link RiceStream}. Pixels of 32 and 64 bits were split into their bytes, all first bytes before
 * all second ones, and lines filled up to whole blocks.
 */
public final class Unszip implements ChunkDecoder {

    private static final int HIGH_BYTE_FIRST = 16;
    private static final int NEAREST_NEIGHBOUR = 32;
    private static final int PARAMETERS = 4;

    private final int[] data;
    private byte[] lines = new byte[0];
    private byte[] buffer = new byte[0];

    /**
     * Makes it.
     *
     * @param data the filter's parameters: options, pixels of a block, bits of a pixel, pixels of a line
     */
    public Unszip(int... data) {
        this.data = data.clone();
    }

    @Override
    public Slice decode(Slice in, int limit) throws IOException {
        requireParameters();
        if (in.length() < Integer.BYTES) {
            throw new DamageException("found " + in.length() + " bytes, expected the header of szip");
        }
        long size = Integer.toUnsignedLong(
                ByteBuffer.wrap(in.bytes()).order(ByteOrder.LITTLE_ENDIAN).getInt(in.offset()));
        if (size > limit) {
            throw DamageException.length(size, limit);
        }
        boolean split = data[2] == 32 || data[2] == 64;
        int sampleBits = split ? 8 : data[2];
        int sampleBytes = sampleBits > 16 ? 4 : sampleBits > 8 ? 2 : 1;
        plain(in, (int) size, sampleBits, sampleBytes);
        if (!split) {
            return new Slice(lines, 0, (int) size);
        }
        if (buffer.length < size) {
            buffer = new byte[(int) size];
        }
        ByteShuffle.undo(lines, 0, buffer, 0, (int) size, data[2] / 8);
        return new Slice(buffer, 0, (int) size);
    }

    private void requireParameters() throws DamageException {
        boolean sound = data.length >= PARAMETERS
                && data[1] >= 2
                && data[1] <= 32
                && data[1] % 2 == 0
                && ((data[2] >= 1 && data[2] <= 24) || data[2] == 32 || data[2] == 64)
                && data[3] >= 1
                && data[3] <= 4096;
        if (!sound) {
            throw new DamageException("found szip with the parameters " + java.util.Arrays.toString(data)
                    + ", expected options, 2 to 32 pixels a block, 1 to 24, 32 or 64 bits, 1 to 4096 pixels a line");
        }
    }

    /** Decodes line by line, and leaves away what fills a line up to whole blocks. */
    private void plain(Slice in, int size, int sampleBits, int sampleBytes) throws DamageException {
        if (lines.length < size) {
            lines = new byte[size];
        }
        int blocks = (data[3] + data[1] - 1) / data[1];
        int[] line = new int[blocks * data[1]];
        RiceStream stream = new RiceStream(
                new Bits(in.bytes(), in.offset() + Integer.BYTES, in.offset() + in.length()),
                sampleBits,
                data[1],
                blocks,
                (data[0] & NEAREST_NEIGHBOUR) != 0);
        boolean high = (data[0] & HIGH_BYTE_FIRST) != 0;
        for (int at = 0; at < size; ) {
            int samples = Math.min(data[3], (size - at) / sampleBytes);
            if (samples == 0) {
                throw DamageException.length(at, size);
            }
            stream.line(line, samples);
            for (int i = 0; i < samples; i++, at += sampleBytes) {
                for (int part = 0; part < sampleBytes; part++) {
                    lines[at + (high ? sampleBytes - 1 - part : part)] = (byte) (line[i] >>> (8 * part));
                }
            }
        }
    }
}
