package dev.shoal.codec;

/**
 * The adaptive entropy code of CCSDS 121.0-B-3, "Lossless Data Compression": blocks of samples, each of the code that
 * suits it best, told by a number in front of it. With the unit-delay predictor, the first sample of a line is kept
 * whole and the others are mapped distances from the one before.
 */
final class RiceStream {

    private static final int REST_OF_SEGMENT = 5;
    private static final int SEGMENT_BLOCKS = 64;
    private static final int MOST_PAIR = 90;

    private final Bits bits;
    private final int sampleBits;
    private final int blockSamples;
    private final int blocks;
    private final boolean predicted;
    private final int idBits;

    /**
     * Makes it.
     *
     * @param blocks of a line, after which a sample is kept whole again
     * @param predicted whether samples are distances
     */
    RiceStream(Bits bits, int sampleBits, int blockSamples, int blocks, boolean predicted) {
        this.bits = bits;
        this.sampleBits = sampleBits;
        this.blockSamples = blockSamples;
        this.blocks = blocks;
        this.predicted = predicted;
        this.idBits = sampleBits > 16 ? 5 : sampleBits > 8 ? 4 : 3;
    }

    /**
     * Decodes the next line.
     *
     * @param to shape {@code (blocks * blockSamples)}, overwritten
     * @param needed samples that must be there; what lies behind them on the last line may be missing
     */
    void line(int[] to, int needed) throws DamageException {
        int block = 0;
        while (block < blocks && block * blockSamples < needed) {
            block += block(to, block);
        }
        if (predicted) {
            restore(to, Math.min(to.length, block * blockSamples));
        }
    }

    /** Decodes a block, or several of nothing but zeros, and returns how many. */
    private int block(int[] to, int block) throws DamageException {
        int at = block * blockSamples;
        int end = at + blockSamples;
        boolean whole = predicted && block == 0;
        int id = (int) bits.next(idBits);
        if (id == (1 << idBits) - 1) {
            for (int i = at; i < end; i++) {
                to[i] = (int) bits.next(sampleBits);
            }
            return 1;
        }
        boolean pairs = id == 0 && bits.next(1) == 1;
        int first = at;
        if (whole) {
            to[first++] = (int) bits.next(sampleBits);
        }
        if (id > 0) {
            split(to, first, end, id - 1);
        } else if (pairs) {
            pairs(to, first, end);
        } else {
            return zeros(to, first, block);
        }
        return 1;
    }

    /** Sample splitting: the high bits of all samples by count, then their lowest bits. */
    private void split(int[] to, int first, int end, int low) throws DamageException {
        for (int i = first; i < end; i++) {
            to[i] = bits.zeros(Integer.MAX_VALUE >>> Math.min(low, 30)) << low;
        }
        for (int i = first; i < end && low > 0; i++) {
            to[i] |= (int) bits.next(low);
        }
    }

    /** The second extension: one count for two samples. */
    private void pairs(int[] to, int first, int end) throws DamageException {
        int i = first;
        while (i < end) {
            int count = bits.zeros(MOST_PAIR);
            int sum = 0;
            while ((sum + 1) * (sum + 2) / 2 <= count) {
                sum++;
            }
            int second = count - sum * (sum + 1) / 2;
            if (i % 2 == 0) {
                to[i++] = sum - second;
            }
            to[i++] = second;
        }
    }

    private int zeros(int[] to, int first, int block) throws DamageException {
        int count = bits.zeros(SEGMENT_BLOCKS) + 1;
        if (count == REST_OF_SEGMENT) {
            count = Math.min(blocks - block, SEGMENT_BLOCKS - block % SEGMENT_BLOCKS);
        } else if (count > REST_OF_SEGMENT) {
            count--;
        }
        if (count > blocks - block) {
            throw new DamageException(
                    "found " + count + " blocks of zeros where a line has " + (blocks - block) + " left");
        }
        java.util.Arrays.fill(to, first, (block + count) * blockSamples, 0);
        return count;
    }

    /** Adds the distances up; section 4.2 of the standard, for samples without a sign. */
    private void restore(int[] to, int count) {
        int most = (int) ((1L << sampleBits) - 1);
        int middle = most / 2 + 1;
        int sample = to[0];
        for (int i = 1; i < count; i++) {
            int distance = to[i];
            int half = (distance >>> 1) + (distance & 1);
            int room = (sample & middle) == 0 ? sample : most - sample;
            if (half <= room) {
                sample += (distance & 1) == 0 ? half : -half;
            } else {
                sample = (sample & middle) == 0 ? distance : most ^ distance;
            }
            to[i] = sample & most;
            sample = to[i];
        }
    }
}
