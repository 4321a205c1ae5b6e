package dev.shoal.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** A library that inflates zlib streams, the fastest first. */
public enum InflateBackend {
    /** libdeflate, through JNA; where it is installed. */
    LIBDEFLATE {
        @Override
        Optional<ZlibInflater> found() {
            return Libdeflate.FOUND;
        }
    },
    /** ISA-L, out of the Genomics Kernel Library; on x86-64. */
    ISAL {
        @Override
        Optional<ZlibInflater> found() {
            return Isal.FOUND;
        }
    },
    /** {@link java.util.zip.Inflater}; everywhere. */
    JAVA {
        @Override
        Optional<ZlibInflater> found() {
            return Optional.of(Java.ALWAYS);
        }
    };

    /** What a sound library makes of {@link #STREAM}. */
    private static final String TEXT = "the sea, ".repeat(40);

    private static final byte[] STREAM = HexFormat.of().parseHex("78da2bc94855284e4dd451281965d09201000c0673f1");

    /**
     * Returns the library, or nothing where this machine does not have it or it does not work; loads it when first
     * asked.
     */
    abstract Optional<ZlibInflater> found();

    /** Returns its name as settings have it. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Tells whether this machine has it and it inflates a known stream; tried once in a process. */
    public boolean isHere() {
        return found().isPresent();
    }

    /**
     * Inflates one zlib stream. What the library does not take, Java's own judges: damage ends in the same error
     * whichever library is used.
     *
     * @param to has room for {@code limit} bytes from {@code toStart} on
     * @return the number of bytes that came out
     * @throws DamageException where the stream is damaged, or holds more than {@code limit} bytes
     */
    public int inflate(byte[] from, int start, int length, byte[] to, int toStart, int limit) throws DamageException {
        int done = found().orElse(Java.ALWAYS).inflate(from, start, length, to, toStart, limit);
        return done == ZlibInflater.NO_VERDICT ? Java.ALWAYS.inflate(from, start, length, to, toStart, limit) : done;
    }

    /** Returns what a library offers; nothing where it is not on this machine, or fails on a known stream. */
    private static Optional<ZlibInflater> tried(Supplier<ZlibInflater> library) {
        try {
            ZlibInflater inflater = library.get();
            byte[] out = new byte[TEXT.length()];
            int done = inflater.inflate(STREAM, 0, STREAM.length, out, 0, out.length);
            return done == out.length && Arrays.equals(out, TEXT.getBytes(StandardCharsets.US_ASCII))
                    ? Optional.of(inflater)
                    : Optional.empty();
        } catch (LinkageError | RuntimeException | DamageException absent) { // The next one serves; the title tells.
            return Optional.empty();
        }
    }

    private static final class Libdeflate {
        static final Optional<ZlibInflater> FOUND = tried(LibdeflateInflater::new);
    }

    private static final class Isal {
        static final Optional<ZlibInflater> FOUND = tried(IsalInflater::new);
    }

    private static final class Java {
        static final ZlibInflater ALWAYS = new JavaInflater();
    }
}
