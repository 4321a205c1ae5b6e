package dev.shoal.stage;

import dev.shoal.catalog.Footprint;
import dev.shoal.catalog.TimeRange;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far a file reaches in time and space.
 *
 * @param count observations, or time steps
 * @param timeRange at most one
 * @param footprints at most one
 */
public record Extent(long count, List<TimeRange> timeRange, List<Footprint> footprints) implements Serializable {

    /** Copies the lists. */
    public Extent {
        timeRange = new ArrayList<>(timeRange);
        footprints = new ArrayList<>(footprints);
    }

    static Extent of(long count, Optional<TimeRange> time, Optional<Footprint> footprint) {
        return new Extent(count, time.stream().toList(), footprint.stream().toList());
    }

    /** Returns the range of times; nothing where there are none. */
    public Optional<TimeRange> time() {
        return timeRange.stream().findFirst();
    }

    /** Returns the place; nothing where there is none. */
    public Optional<Footprint> footprint() {
        return footprints.stream().findFirst();
    }
}
