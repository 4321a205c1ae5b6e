package dev.shoal.cf;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.Header;
import dev.shoal.netcdf.VariableHeader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the dimensions along which a file's observations lie.
 *
 * <p>They are the dimensions of some numeric variable or coordinate, each of which a coordinate, an identifier or a
 * ragged link runs along. Of several such sets the one is taken that has most of time and position, then the one with
 * most levels of structure (observations before profiles before stations), then the one that the vertical coordinate
 * runs along, then the one of most variables.
 */
final class LayoutScan {

    /** A set of dimensions with what was found along it. */
    record Candidate(
            SampleSpace space,
            List<VariableHeader> data,
            Optional<VariableHeader> time,
            Optional<VariableHeader> latitude,
            Optional<VariableHeader> longitude,
            Optional<VariableHeader> vertical) {

        int coordinates() {
            return (time.isPresent() ? 2 : 0) + (latitude.isPresent() && longitude.isPresent() ? 1 : 0);
        }

        /** Dimensions of the space, and those above them. */
        int levels() {
            Set<String> reached = new LinkedHashSet<>(space.dimensions());
            for (RaggedLink link : space.links()) {
                if (space.reaches(link.parent())) {
                    reached.add(link.parent());
                }
            }
            return reached.size();
        }

        int ownVertical() {
            return vertical.isPresent() && space.dimensions().containsAll(space.axes(vertical.get())) ? 1 : 0;
        }

        boolean isBetterThan(Candidate other) {
            int order = Integer.compare(coordinates(), other.coordinates());
            order = order != 0 ? order : Integer.compare(levels(), other.levels());
            order = order != 0 ? order : Integer.compare(ownVertical(), other.ownVertical());
            order = order != 0 ? order : Integer.compare(data.size(), other.data.size());
            return order > 0;
        }
    }

    private final Header header;
    private final FileCoordinates coordinates;
    private final List<RaggedLink> links;

    LayoutScan(ArrayFile file, FileCoordinates coordinates, Problems problems) throws IOException {
        this.header = file.header();
        this.coordinates = coordinates;
        this.links = new RaggedLinks(file, problems).find();
    }

    Optional<Candidate> find() {
        Set<List<String>> tried = new LinkedHashSet<>();
        Optional<Candidate> best = Optional.empty();
        for (VariableHeader variable : header.variables()) {
            boolean placed = mayBeData(variable)
                    || (variable.rank() > 0 && coordinates.kind(variable).isPresent());
            if (!placed || !tried.add(FileCoordinates.longDimensions(variable))) {
                continue;
            }
            Optional<Candidate> candidate = candidate(FileCoordinates.longDimensions(variable));
            if (candidate.isPresent() && (best.isEmpty() || candidate.get().isBetterThan(best.get()))) {
                best = candidate;
            }
        }
        return best;
    }

    private boolean mayBeData(VariableHeader variable) {
        return variable.type().isNumeric()
                && variable.rank() > 0
                && links.stream().noneMatch(link -> link.variable().equals(variable.name()))
                && !coordinates.isDescribing(variable)
                && variable.attributes().find("cf_role").isEmpty()
                && coordinates
                        .kind(variable)
                        .filter(kind -> kind != AxisKind.PRESSURE)
                        .isEmpty();
    }

    private Optional<Candidate> candidate(List<String> dimensions) {
        boolean known =
                dimensions.stream().allMatch(name -> header.dimension(name).isPresent());
        if (!known || new LinkedHashSet<>(dimensions).size() < dimensions.size()) {
            return Optional.empty();
        }
        SampleSpace space = SampleSpace.of(header, dimensions, links, () -> coordinates);
        List<VariableHeader> data = new ArrayList<>();
        for (VariableHeader variable : header.variables()) {
            if (mayBeData(variable) && space.reaches(variable) && space.isCoveredBy(variable)) {
                data.add(variable);
            }
        }
        CoordinateChoice choice = new CoordinateChoice(space, coordinates, data);
        Candidate candidate =
                new Candidate(space, data, choice.time(), choice.latitude(), choice.longitude(), choice.vertical());
        boolean placed = candidate.coordinates() > 0
                && !data.isEmpty()
                && dimensions.stream().allMatch(dimension -> isExplained(dimension, candidate));
        return placed ? Optional.of(candidate) : Optional.empty();
    }

    /** A dimension along which nothing places the observations, such as a spectrum's, is not one of theirs. */
    private boolean isExplained(String dimension, Candidate candidate) {
        if (links.stream().anyMatch(link -> link.child().equals(dimension))) {
            return true;
        }
        boolean coordinate =
                candidate.time().filter(v -> runsAlong(v, dimension, candidate)).isPresent()
                        || candidate
                                .latitude()
                                .filter(v -> runsAlong(v, dimension, candidate))
                                .isPresent()
                        || candidate
                                .vertical()
                                .filter(v -> runsAlong(v, dimension, candidate))
                                .isPresent();
        return coordinate
                || header.variables().stream()
                        .filter(variable ->
                                variable.attributes().find("cf_role").isPresent())
                        .anyMatch(variable -> variable.dimensions().contains(dimension));
    }

    private static boolean runsAlong(VariableHeader variable, String dimension, Candidate candidate) {
        return variable.dimensions().stream()
                .anyMatch(own ->
                        candidate.space().covers(own).filter(dimension::equals).isPresent());
    }
}
