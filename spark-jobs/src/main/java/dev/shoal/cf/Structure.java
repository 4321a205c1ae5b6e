package dev.shoal.cf;

import dev.shoal.netcdf.VariableHeader;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a file's dimensions alone say of its observations: their type, their levels, their representation. */
final class Structure {

    private final LayoutScan.Candidate found;
    private final SampleSpace space;
    private final boolean trajectories;

    Structure(LayoutScan.Candidate found, List<VariableHeader> variables) {
        this.found = found;
        this.space = found.space();
        this.trajectories = variables.stream()
                .anyMatch(variable -> variable.attributes()
                        .text("cf_role")
                        .filter("trajectory_id"::equals)
                        .isPresent());
    }

    /** Returns the dimension that runs down a profile: the vertical coordinate's, and neither time's nor latitude's. */
    Optional<String> levelDimension() {
        Set<String> across = new LinkedHashSet<>(along(found.time()));
        across.addAll(along(found.latitude()));
        Set<String> down = new LinkedHashSet<>(along(found.vertical()));
        down.removeAll(across);
        Optional<String> level = Optional.empty();
        for (String dimension : down) {
            level = Optional.of(dimension);
        }
        return level;
    }

    /** Returns a type and how it was told. */
    FeatureClaim guess() {
        boolean moving = isMoving();
        if (levelDimension().isPresent()) {
            FeatureType type = moving
                    ? trajectories ? FeatureType.TRAJECTORY_PROFILE : FeatureType.PROFILE
                    : FeatureType.TIME_SERIES_PROFILE;
            FeatureType single =
                    along(found.time()).isEmpty() && parents(found.time()).isEmpty() ? FeatureType.PROFILE : type;
            return new FeatureClaim(
                    single, "levels lie along " + levelDimension().get() + (moving ? ", position changes" : ""));
        }
        return moving
                ? new FeatureClaim(FeatureType.TRAJECTORY, "position changes with time")
                : new FeatureClaim(FeatureType.TIME_SERIES, "position does not change with time");
    }

    /** Returns the type with levels or without, as the dimensions have it. */
    FeatureType refined(FeatureType claimed) {
        if (levelDimension().isEmpty()) {
            return claimed;
        }
        return switch (claimed) {
            case TIME_SERIES -> FeatureType.TIME_SERIES_PROFILE;
            case TRAJECTORY -> FeatureType.TRAJECTORY_PROFILE;
            default -> claimed;
        };
    }

    Representation representation() {
        for (String dimension : space.dimensions()) {
            Optional<RaggedLink> link = space.parent(dimension);
            if (link.isPresent()) {
                if (space.parent(link.get().parent()).isPresent()) {
                    return Representation.DOUBLY_RAGGED;
                }
                return link.get().kind() == RaggedLink.Kind.COUNT
                        ? Representation.CONTIGUOUS_RAGGED
                        : Representation.INDEXED_RAGGED;
            }
        }
        boolean padded =
                along(found.time()).size() > 1 || along(found.vertical()).size() > 1;
        return padded ? Representation.INCOMPLETE : Representation.ORTHOGONAL;
    }

    /** The position moves where it runs along a dimension, or the parent of one, that time runs along as well. */
    private boolean isMoving() {
        Set<String> shared = new LinkedHashSet<>(along(found.latitude()));
        shared.addAll(parents(found.latitude()));
        Set<String> times = new LinkedHashSet<>(along(found.time()));
        times.addAll(parents(found.time()));
        shared.retainAll(times);
        return !shared.isEmpty();
    }

    private Set<String> along(Optional<VariableHeader> variable) {
        Set<String> along = new LinkedHashSet<>();
        variable.ifPresent(v -> space.axes(v).forEach(axis -> space.covers(axis).ifPresent(along::add)));
        return along;
    }

    private Set<String> parents(Optional<VariableHeader> variable) {
        Set<String> parents = new LinkedHashSet<>();
        variable.ifPresent(v -> space.axes(v).stream()
                .filter(axis ->
                        space.covers(axis).isEmpty() && space.linkTo(axis).isPresent())
                .forEach(parents::add));
        return parents;
    }
}
