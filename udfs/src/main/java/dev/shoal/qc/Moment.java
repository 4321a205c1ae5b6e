package dev.shoal.qc;

import java.io.Serializable;

/**
 * A time that a test compares with.
 *
 * @param micros microseconds since 1970 UTC
 * @param source where it is from
 */
public record Moment(long micros, Source source) implements Serializable {

    /** Where a moment is from. */
    public enum Source {
        /** A configuration names it. */
        GIVEN,
        /** It is when the configuration was read: another reading gives another one. */
        READING
    }

    /** Returns a moment that was named. */
    public static Moment given(long micros) {
        return new Moment(micros, Source.GIVEN);
    }

    static Moment of(Arguments arguments, String name) {
        return arguments.has(name) ? given(arguments.time(name)) : new Moment(TimeValue.now(), Source.READING);
    }

    /** Adds what tells the moment from others: the time where it was named, else that it is the time of reading. */
    ParameterText identify(String name, ParameterText text) {
        return source == Source.GIVEN ? text.withTime(name, micros) : text.with(name, "now");
    }
}
