package dev.shoal.cf;

import dev.shoal.netcdf.VariableHeader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses the coordinates of the observations in a space. One that the data variables' {@code coordinates} name comes
 * first; else the one that varies along more of the space; then coordinate variables, marked axes, plain names.
 */
final class CoordinateChoice {

    private static final int NAMED = 100;
    private static final int PER_DIMENSION = 20;
    private static final int MARKED = 10;
    private static final int DIMENSION_COORDINATE = 8;
    private static final int PLAIN_NAME = 5;
    private static final int STANDARD_NAME = 3;
    private static final int NOT_A_LENGTH = -200;
    private static final Set<String> PLAIN_NAMES =
            Set.of("time", "juld", "lat", "latitude", "lon", "longitude", "depth", "deph", "z", "pres", "pressure");

    private final SampleSpace space;
    private final FileCoordinates coordinates;
    private final Set<VariableHeader> named;

    /** Chooses among the coordinates of a space whose data variables are {@code data}. */
    CoordinateChoice(SampleSpace space, FileCoordinates coordinates, List<VariableHeader> data) {
        this.space = space;
        this.coordinates = coordinates;
        Set<VariableHeader> all = new LinkedHashSet<>();
        data.forEach(variable -> all.addAll(coordinates.listed(variable)));
        this.named = all;
    }

    Optional<VariableHeader> time() {
        return best(coordinates.of(AxisKind.TIME));
    }

    Optional<VariableHeader> latitude() {
        return best(coordinates.of(AxisKind.LATITUDE));
    }

    Optional<VariableHeader> longitude() {
        return best(coordinates.of(AxisKind.LONGITUDE));
    }

    Optional<VariableHeader> vertical() {
        return best(coordinates.verticals());
    }

    /** Returns a depth, other than the vertical coordinate, that can be the instrument's. */
    Optional<VariableHeader> instrumentDepth(VariableHeader vertical) {
        List<VariableHeader> others = new ArrayList<>(coordinates.of(AxisKind.DEPTH));
        others.removeIf(other -> other.name().equals(vertical.name()) || DepthSource.isAboveInstrument(other));
        return best(others);
    }

    private Optional<VariableHeader> best(List<VariableHeader> candidates) {
        Optional<VariableHeader> best = Optional.empty();
        int most = Integer.MIN_VALUE;
        for (VariableHeader candidate : candidates) {
            int score = space.reaches(candidate) ? score(candidate) : Integer.MIN_VALUE;
            if (score > most) {
                most = score;
                best = Optional.of(candidate);
            }
        }
        return best;
    }

    private int score(VariableHeader candidate) {
        boolean substitute = coordinates
                .kind(candidate)
                .filter(kind -> kind == AxisKind.PRESSURE || kind == AxisKind.LEVEL)
                .isPresent();
        return (named.contains(candidate) ? NAMED : 0)
                + space.axes(candidate).size() * PER_DIMENSION
                + (candidate.attributes().find("axis").isPresent() ? MARKED : 0)
                + (FileCoordinates.isDimensionCoordinate(candidate) ? DIMENSION_COORDINATE : 0)
                + (PLAIN_NAMES.contains(AxisKinds.lastName(candidate)) ? PLAIN_NAME : 0)
                + (candidate.attributes().find("standard_name").isPresent() ? STANDARD_NAME : 0)
                + (substitute ? NOT_A_LENGTH : 0);
    }
}
