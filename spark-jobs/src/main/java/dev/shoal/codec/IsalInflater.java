package dev.shoal.codec;

import com.intel.gkl.compression.IntelInflater;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.zip.Adler32;

/**
 * Intel's ISA-L, which the Genomics Kernel Library brings for x86-64 under Linux and macOS. It reads bare deflate
 * streams, so zlib's two bytes in front and the checksum behind are looked after here.
 */
final class IsalInflater implements ZlibInflater {

    private static final int FRONT_BYTES = 2;
    private static final int CHECKSUM_BYTES = Integer.BYTES;
    private static final int DEFLATE = 8;
    private static final int DICTIONARY = 0x20;

    /** Inflaters that wait for the next stream; one that nobody ends keeps 100 kB. */
    private final BlockingQueue<IntelInflater> idle =
            new ArrayBlockingQueue<>(Runtime.getRuntime().availableProcessors());

    /** Unpacks and loads the library; an {@link UnsatisfiedLinkError} where it does not suit the machine. */
    IsalInflater() {
        if (!new IntelInflater().load(null)) {
            throw new UnsatisfiedLinkError("the Genomics Kernel Library does not load");
        }
    }

    @Override
    public int inflate(byte[] from, int start, int length, byte[] to, int toStart, int limit) {
        if (length < FRONT_BYTES + CHECKSUM_BYTES || !isZlib(from[start], from[start + 1])) {
            return NO_VERDICT;
        }
        IntelInflater waiting = idle.poll();
        IntelInflater inflater = waiting == null ? new IntelInflater() : waiting;
        try {
            inflater.reset();
            inflater.setInput(from, start + FRONT_BYTES, length - FRONT_BYTES - CHECKSUM_BYTES);
            int done = fill(inflater, to, toStart, limit);
            return inflater.finished() && sum(to, toStart, done) == sum(from, start + length - CHECKSUM_BYTES)
                    ? done
                    : NO_VERDICT;
        } catch (RuntimeException damage) { // Its way to say that a stream is not sound.
            return NO_VERDICT;
        } finally {
            if (!idle.offer(inflater)) {
                inflater.end();
            }
        }
    }

    private static boolean isZlib(byte method, byte flags) {
        return (method & 0xf) == DEFLATE
                && (flags & DICTIONARY) == 0
                && ((method & 0xff) << 8 | (flags & 0xff)) % 31 == 0;
    }

    private static int fill(IntelInflater inflater, byte[] to, int toStart, int limit) {
        int done = 0;
        int count = 1;
        while (done < limit && count > 0) {
            count = inflater.inflate(to, toStart + done, limit - done);
            done += count;
        }
        return done;
    }

    private static int sum(byte[] bytes, int start, int length) {
        Adler32 sum = new Adler32();
        sum.update(bytes, start, length);
        return (int) sum.getValue();
    }

    private static int sum(byte[] bytes, int at) {
        return bytes[at] << 24 | (bytes[at + 1] & 0xff) << 16 | (bytes[at + 2] & 0xff) << 8 | (bytes[at + 3] & 0xff);
    }
}
