package dev.shoal.qc;

import java.io.Serializable;
import java.util.List;

/**
 * Where a test applies: a window of time, a zone and some platforms.
 *
 * @param startMicros first time within, in microseconds since 1970 UTC; {@link Long#MIN_VALUE} for an open end
 * @param endMicros first time no longer within; {@link Long#MAX_VALUE} for an open end
 * @param zone where samples must lie
 * @param platforms ids of the platforms whose series are judged; empty for all
 * @param exceptPlatforms ids of platforms whose series are not judged
 * @param outside what samples outside are to those inside
 */
public record Scope(
        long startMicros,
        long endMicros,
        Zone zone,
        List<String> platforms,
        List<String> exceptPlatforms,
        Outside outside)
        implements Serializable {

    /** What samples outside of a scope are to those inside. */
    public enum Outside {
        /** Neighbours like others, so that the end of a window is no end of the series. */
        NEIGHBOURS,
        /** Not there: what lies inside is judged as a series of its own, as ioos_qc does. */
        CUT_OFF
    }

    /** All samples of all platforms. */
    public static final Scope EVERYWHERE =
            new Scope(Long.MIN_VALUE, Long.MAX_VALUE, Zone.ANYWHERE, List.of(), List.of(), Outside.NEIGHBOURS);

    /** Copies the lists in; refuses a window that ends before it starts. */
    public Scope {
        platforms = List.copyOf(platforms);
        exceptPlatforms = List.copyOf(exceptPlatforms);
        if (endMicros < startMicros) {
            throw new IllegalArgumentException("Cannot limit a test to a window: it ends before it starts.");
        }
    }

    /** Returns this scope for other platforms. */
    public Scope of(List<String> others) {
        return new Scope(startMicros, endMicros, zone, others, exceptPlatforms, outside);
    }

    /** Returns this scope for all but other platforms. */
    public Scope except(List<String> others) {
        return new Scope(startMicros, endMicros, zone, platforms, others, outside);
    }

    /** Returns this scope in a window. */
    public Scope within(long start, long end) {
        return new Scope(start, end, zone, platforms, exceptPlatforms, outside);
    }

    /** Returns this scope in a zone. */
    public Scope in(Zone other) {
        return new Scope(startMicros, endMicros, other, platforms, exceptPlatforms, outside);
    }

    /** Returns this scope with another meaning of what lies outside. */
    public Scope with(Outside other) {
        return new Scope(startMicros, endMicros, zone, platforms, exceptPlatforms, other);
    }

    /** Tells whether the test applies to every sample of the series it applies to at all. */
    public boolean holdsWholeSeries() {
        return startMicros == Long.MIN_VALUE && endMicros == Long.MAX_VALUE && zone.isAnywhere();
    }

    /** Tells whether series of a platform are judged; of a platform without a name by tests for all platforms. */
    public boolean holdsPlatform(String platform) {
        return (platforms.isEmpty() || platforms.contains(platform)) && !exceptPlatforms.contains(platform);
    }

    /** Returns the names of what must be there beside the values to tell whether a sample lies within. */
    public List<String> needs() {
        return zone.isAnywhere() ? List.of() : List.of(Role.LAT, Role.LON);
    }

    /**
     * Tells whether a sample is judged; one without a time only where the window is open at both ends.
     *
     * @param series has what the scope {@link #needs} beside it
     */
    public boolean holds(Series series, int sample) {
        long time = series.timeMicros()[sample];
        boolean inTime = (startMicros == Long.MIN_VALUE && endMicros == Long.MAX_VALUE)
                || (time != Series.NO_TIME && time >= startMicros && time < endMicros);
        return inTime
                && (zone.isAnywhere()
                        || zone.contains(
                                series.companions().of(Role.LON)[sample],
                                series.companions().of(Role.LAT)[sample]));
    }
}
