package dev.shoal.netcdf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;

/**
 * Damages a sound file, the same for the same seed. Most damage falls where the file is not values; checksums on its
 * way are mostly made good again, so that what lies behind them is reached.
 */
final class Mutator {

    private static final byte[] BYTES = {0, 1, 2, 3, 4, 7, 8, 15, 16, 31, 32, 63, 64, 127, -128, -2, -1};

    private final Anatomy anatomy;
    private final byte[] sound;
    private final byte[] donor;

    /**
     * Prepares damage.
     *
     * @param anatomy of the file to damage
     * @param donor another file, parts of which are spliced in
     */
    Mutator(Anatomy anatomy, byte[] donor) {
        this.anatomy = anatomy;
        this.sound = anatomy.bytes();
        this.donor = donor;
    }

    /** Returns a damaged copy. */
    byte[] variant(long seed) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L + sound.length);
        byte[] bytes = sound.clone();
        int times = random.nextInt(3) > 0 ? 1 : 1 + random.nextInt(4);
        for (int i = 0; i < times; i++) {
            bytes = damage(bytes, random);
        }
        return random.nextInt(4) > 0 ? anatomy.resealed(bytes) : bytes;
    }

    private byte[] damage(byte[] bytes, Random random) {
        if (bytes.length == 0) {
            return bytes;
        }
        int at = Math.min(bytes.length - 1, anatomy.place(random));
        int most = bytes.length - at;
        int length = Math.min(most, 1 << random.nextInt(random.nextInt(4) == 0 ? 13 : 7));
        int other = Math.min(bytes.length - 1, anatomy.place(random));
        switch (random.nextInt(20)) {
            case 0, 1, 2 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 3, 4 -> bytes[at] = BYTES[random.nextInt(BYTES.length)];
            case 5 -> bytes[at] += (byte) (random.nextBoolean() ? 1 : -1);
            case 6, 7, 8, 9, 10, 11 -> number(bytes, at, random);
            case 12 -> Arrays.fill(bytes, at, at + length, (byte) (random.nextInt(3) == 0 ? 255 : 0));
            case 13, 14 -> System.arraycopy(bytes, other, bytes, at, Math.min(length, bytes.length - other));
            case 15 -> swap(bytes, at, other, length);
            case 16 -> {
                int from = random.nextInt(donor.length);
                System.arraycopy(donor, from, bytes, at, Math.min(length, donor.length - from));
            }
            case 17 -> {
                return Arrays.copyOf(bytes, random.nextBoolean() ? at : random.nextInt(bytes.length));
            }
            case 18 -> {
                return without(bytes, at, Math.min(length, 1 + random.nextInt(64)));
            }
            default -> {
                return splice(bytes, at, random);
            }
        }
        return bytes;
    }

    /** Overwrites a number of 2, 4 or 8 bytes by one that is likely to be at a border, or the place of a structure. */
    private void number(byte[] bytes, int place, Random random) {
        int size = 2 << random.nextInt(3);
        int at = random.nextInt(3) == 0 ? place : place / size * size;
        if (at + size > bytes.length) {
            return;
        }
        boolean little = anatomy.littleEndian() != (random.nextInt(16) == 0);
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long found = size == 2 ? buffer.getShort(at) : size == 4 ? buffer.getInt(at) : buffer.getLong(at);
        long value = border(found, 8 * size, bytes.length, random);
        switch (size) {
            case 2 -> buffer.putShort(at, (short) value);
            case 4 -> buffer.putInt(at, (int) value);
            default -> buffer.putLong(at, value);
        }
    }

    private long border(long found, int bits, int length, Random random) {
        return switch (random.nextInt(14)) {
            case 0 -> 0;
            case 1 -> -1;
            case 2 -> found + 1;
            case 3 -> found - 1;
            case 4 -> -found;
            case 5 -> (1L << (bits - 1)) - random.nextInt(2);
            case 6 -> 1L << random.nextInt(bits);
            case 7 -> (1L << random.nextInt(bits)) - 1;
            case 8 -> length - random.nextInt(3);
            case 9 -> random.nextLong();
            case 10 -> found * (2 + random.nextInt(3));
            default -> anatomy.structure(random);
        };
    }

    private static void swap(byte[] bytes, int one, int other, int length) {
        int count = Math.min(length, Math.min(bytes.length - one, bytes.length - other));
        byte[] kept = Arrays.copyOfRange(bytes, one, one + count);
        System.arraycopy(bytes, other, bytes, one, count);
        System.arraycopy(kept, 0, bytes, other, count);
    }

    private static byte[] without(byte[] bytes, int at, int length) {
        byte[] shorter = Arrays.copyOf(bytes, bytes.length - length);
        System.arraycopy(bytes, at + length, shorter, at, shorter.length - at);
        return shorter;
    }

    /** The front of this file with the rear of the other, or some bytes more in between. */
    private byte[] splice(byte[] bytes, int at, Random random) {
        if (random.nextInt(3) == 0) {
            byte[] spliced = Arrays.copyOf(bytes, Math.max(at, donor.length));
            System.arraycopy(donor, Math.min(at, donor.length), spliced, at, Math.max(0, donor.length - at));
            return spliced;
        }
        int count = 1 + random.nextInt(64);
        byte[] longer = Arrays.copyOf(bytes, bytes.length + count);
        System.arraycopy(bytes, at, longer, at + count, bytes.length - at);
        return longer;
    }
}
