package dev.shoal.codec;

import java.io.IOException;

/** HDF5's checksum filter: four bytes behind the data. */
public final class Fletcher32 implements ChunkDecoder {

    private static final int SUM_BYTES = 4;

    /** Sums of this many words cannot overflow 32 bits, see HDF5's {@code H5_checksum_fletcher32}. */
    private static final int WORDS_AT_ONCE = 360;

    @Override
    public Slice decode(Slice in, int limit) throws IOException {
        int length = in.length() - SUM_BYTES;
        if (length < 0) {
            throw new IOException("found " + in.length() + " bytes where four bytes of checksum end a chunk");
        }
        int found = sum(in.bytes(), in.offset(), length);
        int end = in.offset() + length;
        byte[] bytes = in.bytes();
        int stored = little(bytes, end);
        if (stored != found && stored != swapped(found)) {
            throw new IOException("found data of fletcher32 checksum " + Integer.toHexString(found)
                    + " under the stored checksum " + Integer.toHexString(stored));
        }
        return new Slice(bytes, in.offset(), length);
    }

    private static int little(byte[] bytes, int at) {
        return (bytes[at] & 0xff)
                | ((bytes[at + 1] & 0xff) << 8)
                | ((bytes[at + 2] & 0xff) << 16)
                | ((bytes[at + 3] & 0xff) << 24);
    }

    /** Swaps the bytes of each half, as files of HDF5 before 1.6.3 have them. */
    private static int swapped(int sum) {
        return ((sum & 0x00ff00ff) << 8) | ((sum >>> 8) & 0x00ff00ff);
    }

    /** Returns the checksum: words of two bytes, the first byte high. */
    static int sum(byte[] bytes, int offset, int length) {
        int first = 0;
        int second = 0;
        int at = offset;
        int words = length / 2;
        while (words > 0) {
            int count = Math.min(words, WORDS_AT_ONCE);
            words -= count;
            for (int i = 0; i < count; i++, at += 2) {
                first += ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
                second += first;
            }
            first = folded(first);
            second = folded(second);
        }
        if ((length & 1) != 0) {
            first = folded(first + ((bytes[at] & 0xff) << 8));
            second = folded(second + first);
        }
        return folded(second) << 16 | folded(first);
    }

    private static int folded(int sum) {
        return (sum & 0xffff) + (sum >>> 16);
    }
}
