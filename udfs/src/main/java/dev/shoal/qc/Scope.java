package dev.shoal.qc;

import java.io.Serializable;
import java.util.List;

/**
 * Where a test applies: a window of time and some platforms. A sample outside counts as a neighbour of those inside,
 * and the test says nothing of it, so a window's end is no end of the series.
 *
 * @param startMicros first time within, in microseconds since 1970 UTC; {@link Long#MIN_VALUE} for an open end
 * @param endMicros first time no longer within; {@link Long#MAX_VALUE} for an open end
 * @param platforms ids of the platforms whose series are judged; empty for all
 * @param exceptPlatforms ids of platforms whose series are not judged
 */
public record Scope(long startMicros, long endMicros, List<String> platforms, List<String> exceptPlatforms)
        implements Serializable {

    /** All samples of all platforms. */
    public static final Scope EVERYWHERE = new Scope(Long.MIN_VALUE, Long.MAX_VALUE, List.of(), List.of());

    /** Copies the lists in; refuses a window that ends before it starts. */
    public Scope {
        platforms = List.copyOf(platforms);
        exceptPlatforms = List.copyOf(exceptPlatforms);
        if (endMicros < startMicros) {
            throw new IllegalArgumentException("Cannot limit a test to a window: it ends before it starts.");
        }
    }

    /** Tells whether the test applies to every sample of the series it applies to at all. */
    public boolean holdsWholeSeries() {
        return startMicros == Long.MIN_VALUE && endMicros == Long.MAX_VALUE;
    }

    /** Tells whether series of a platform are judged; of a platform without a name by tests for all platforms. */
    public boolean holdsPlatform(String platform) {
        return (platforms.isEmpty() || platforms.contains(platform)) && !exceptPlatforms.contains(platform);
    }

    /** Tells whether a sample is judged; one without a time only where the window is open at both ends. */
    public boolean holds(long timeMicros) {
        return holdsWholeSeries()
                || (timeMicros != Series.NO_TIME && timeMicros >= startMicros && timeMicros < endMicros);
    }
}
