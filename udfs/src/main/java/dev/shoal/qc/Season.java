package dev.shoal.qc;

import java.io.Serializable;

/** When a box of a {@link Climatology} holds. */
public sealed interface Season extends Serializable {

    /** Tells whether a time is within. */
    boolean holds(long timeMicros);

    /** Returns a time from which on up to {@code timeMicros} the answer of {@link #holds} is the same. */
    long steadyFrom(long timeMicros);

    /** Returns a time after {@code timeMicros} before which the answer of {@link #holds} is the same. */
    long steadyTo(long timeMicros);

    /**
     * A stretch of time, both ends within.
     *
     * @param firstMicros in microseconds since 1970 UTC
     * @param lastMicros in microseconds since 1970 UTC
     */
    record Dates(long firstMicros, long lastMicros) implements Season {

        /** Puts the ends in order. */
        public Dates {
            long earlier = Math.min(firstMicros, lastMicros);
            lastMicros = Math.max(firstMicros, lastMicros);
            firstMicros = earlier;
        }

        @Override
        public boolean holds(long timeMicros) {
            return timeMicros >= firstMicros && timeMicros <= lastMicros;
        }

        @Override
        public long steadyFrom(long timeMicros) {
            if (timeMicros > lastMicros) {
                return lastMicros + 1;
            }
            return timeMicros >= firstMicros ? firstMicros : Series.NO_TIME + 1;
        }

        @Override
        public long steadyTo(long timeMicros) {
            if (timeMicros < firstMicros) {
                return firstMicros;
            }
            return timeMicros <= lastMicros ? lastMicros + 1 : Long.MAX_VALUE;
        }
    }

    /**
     * A stretch that comes again, such as the months 12 to 2.
     *
     * @param period that is counted
     * @param first within
     * @param last within; where smaller than {@code first} the season runs over the turn of the period
     */
    record Recurring(CalendarPeriod period, long first, long last) implements Season {

        @Override
        public boolean holds(long timeMicros) {
            long now = period.of(timeMicros);
            return first <= last ? now >= first && now <= last : now >= first || now <= last;
        }

        @Override
        public long steadyFrom(long timeMicros) {
            return period.steadyFrom(timeMicros);
        }

        @Override
        public long steadyTo(long timeMicros) {
            return period.steadyTo(timeMicros);
        }
    }
}
