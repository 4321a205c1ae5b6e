package dev.shoal.codec;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Inflates the zlib streams of every format, with the fastest library that works on this machine.
 *
 * <p>The choice is made once in a process: the system property {@value #PROPERTY}, or else the environment's
 * {@value #ENVIRONMENT}, is {@code auto} or the {@linkplain InflateBackend#title title} of a library. One that is named
 * and not there is replaced by Java's own, which makes the same values, only later.
 */
public final class Inflation {

    /** The property that names a library; for executors in {@code spark.executor.extraJavaOptions}. */
    public static final String PROPERTY = "shoal.inflate";

    /** The variable that names a library where the property is not set. */
    public static final String ENVIRONMENT = "SHOAL_INFLATE";

    private static final String AUTO = "auto";

    /** Streams below this go to Java: calling another library takes longer than inflating them. */
    private static final int LEAST_BYTES = 1024;

    private Inflation() {}

    /**
     * Inflates one zlib stream.
     *
     * @param to has room for {@code limit} bytes from {@code toStart} on
     * @return the number of bytes that came out
     * @throws DamageException where the stream is damaged, or holds more than {@code limit} bytes
     */
    public static int inflate(byte[] from, int start, int length, byte[] to, int toStart, int limit)
            throws DamageException {
        InflateBackend backend = limit < LEAST_BYTES ? InflateBackend.JAVA : backend();
        return backend.inflate(from, start, length, to, toStart, limit);
    }

    /**
     * Returns the library in use.
     *
     * @throws IllegalArgumentException where the setting names none
     */
    public static InflateBackend backend() {
        return Chosen.BACKEND.orElseThrow(() -> new IllegalArgumentException("Cannot inflate with " + Chosen.SETTING
                + ": found it in the property " + PROPERTY + " or the variable " + ENVIRONMENT + ", expected auto, "
                + Arrays.stream(InflateBackend.values())
                        .map(InflateBackend::title)
                        .collect(Collectors.joining(" or "))
                + ". Correct the setting."));
    }

    /** Returns the library that a setting chooses on this machine; nothing where the setting names none. */
    static Optional<InflateBackend> choose(String setting) {
        String name = setting.strip().toLowerCase(Locale.ROOT);
        List<InflateBackend> named = Arrays.stream(InflateBackend.values())
                .filter(backend -> name.equals(AUTO) || name.equals(backend.title()))
                .toList();
        Optional<InflateBackend> here =
                named.stream().filter(InflateBackend::isHere).findFirst();
        return named.isEmpty() ? Optional.empty() : here.or(() -> Optional.of(InflateBackend.JAVA));
    }

    private static final class Chosen {
        static final String SETTING = Objects.requireNonNullElse(
                System.getProperty(PROPERTY), Objects.requireNonNullElse(System.getenv(ENVIRONMENT), AUTO));
        static final Optional<InflateBackend> BACKEND = choose(SETTING);
    }
}
