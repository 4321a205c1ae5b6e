package dev.shoal.source;

import dev.shoal.cf.ObservationChoice;
import dev.shoal.cf.ObservedVariable;
import dev.shoal.cf.TimeUnits;
import java.util.HashSet;
import java.util.Set;

/** The observations within a query's bounds, and the variables among its columns. */
final class WantedObservations implements ObservationChoice {

    private final CoordinateRanges ranges;
    private final NameChoice platforms;
    private final Set<String> columns;

    WantedObservations(ScanRequest request) {
        this.ranges = request.ranges();
        this.platforms = request.platforms();
        this.columns = new HashSet<>(request.variables());
    }

    @Override
    public boolean wants(ObservedVariable variable) {
        return columns.contains(variable.column());
    }

    @Override
    public boolean bounds() {
        return !platforms.any() || !ranges.columns().isEmpty();
    }

    @Override
    public boolean wants(String platform, long timeMicros, double lat, double lon, double depthMetres) {
        boolean inTime =
                !ranges.bounds("time") || (timeMicros != TimeUnits.MISSING && ranges.holds("time", timeMicros));
        return inTime
                && ranges.holds("lat", lat)
                && ranges.holds("lon", lon)
                && ranges.holds("depth", depthMetres)
                && platforms.holds(platform);
    }
}
