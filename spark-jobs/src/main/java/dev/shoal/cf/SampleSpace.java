package dev.shoal.cf;

import dev.shoal.netcdf.Dimension;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.Header;
import dev.shoal.netcdf.VariableHeader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The dimensions along which a file's observations lie, and the other dimensions whose index follows from a place in
 * them: parents of ragged dimensions, other ragged dimensions of the same parent, and position dimensions that have the
 * length of time (Copernicus and OceanSITES: {@code LATITUDE}, {@code LONGITUDE}, {@code POSITION}).
 *
 * @param dimensions longer than 1, slowest first; none for a file of one observation
 * @param shape their lengths
 * @param links of the whole file
 * @param twin the dimension that position dimensions stand for, if there are any
 * @param twins those position dimensions
 */
record SampleSpace(
        List<String> dimensions, long[] shape, List<RaggedLink> links, Optional<String> twin, Set<String> twins) {

    private static final Set<String> POSITION_NAMES = Set.of("latitude", "longitude", "position", "lat", "lon");

    /**
     * Makes the space of some dimensions of a file.
     *
     * @param coordinates asked for only where the file has a position dimension beside them
     */
    static SampleSpace of(
            Header header, List<String> dimensions, List<RaggedLink> links, Supplier<FileCoordinates> coordinates) {
        long[] shape = dimensions.stream()
                .mapToLong(name -> header.dimension(name).orElseThrow().length())
                .toArray();
        List<Dimension> positions = new ArrayList<>();
        for (Dimension dimension : header.dimensions()) {
            if (POSITION_NAMES.contains(dimension.name().toLowerCase(Locale.ROOT))
                    && !dimensions.contains(dimension.name())) {
                positions.add(dimension);
            }
        }
        if (positions.isEmpty()) {
            return new SampleSpace(dimensions, shape, links, Optional.empty(), Set.of());
        }
        Optional<String> time = coordinates.get().of(AxisKind.TIME).stream()
                .filter(variable -> variable.rank() == 1)
                .map(variable -> variable.dimensions().get(0))
                .filter(dimensions::contains)
                .findFirst();
        Set<String> twins = new LinkedHashSet<>();
        if (time.isPresent()) {
            long length = header.dimension(time.get()).orElseThrow().length();
            positions.removeIf(dimension -> dimension.length() != length);
            positions.forEach(dimension -> twins.add(dimension.name()));
        }
        return new SampleSpace(dimensions, shape, links, time, twins);
    }

    /** Returns the number of places. */
    long size() {
        long size = 1;
        for (long length : shape) {
            size = Math.multiplyExact(size, length);
        }
        return size;
    }

    /** Returns the link from a child to its parent. */
    Optional<RaggedLink> parent(String child) {
        for (RaggedLink link : links) {
            if (link.child().equals(child)) {
                return Optional.of(link);
            }
        }
        return Optional.empty();
    }

    /** Returns the link whose child leads from this space to a parent dimension, near or far. */
    Optional<RaggedLink> linkTo(String parent) {
        if (links.isEmpty()) {
            return Optional.empty();
        }
        for (String dimension : dimensions) {
            Optional<RaggedLink> link = parent(dimension);
            int steps = links.size();
            while (link.isPresent() && steps-- > 0) {
                if (link.get().parent().equals(parent)) {
                    return link;
                }
                link = parent(link.get().parent());
            }
        }
        return Optional.empty();
    }

    /** Returns the dimension of this space that shares a ragged parent with another ragged dimension. */
    Optional<String> sibling(String dimension) {
        Optional<RaggedLink> link = parent(dimension);
        if (link.isEmpty() || link.get().kind() != RaggedLink.Kind.COUNT) {
            return Optional.empty();
        }
        return dimensions.stream()
                .filter(own -> parent(own)
                        .filter(other -> other.kind() == RaggedLink.Kind.COUNT
                                && other.parent().equals(link.get().parent()))
                        .isPresent())
                .findFirst();
    }

    /** Tells whether the index on a dimension follows from a place in this space. */
    boolean reaches(String dimension) {
        return covers(dimension).isPresent() || linkTo(dimension).isPresent();
    }

    /** Returns the dimension of this space that a dimension runs along, one to one. */
    Optional<String> covers(String dimension) {
        if (dimensions.contains(dimension)) {
            return Optional.of(dimension);
        }
        return twins.contains(dimension) ? twin : sibling(dimension);
    }

    /** Tells whether a variable has a value for every place. */
    boolean reaches(VariableHeader variable) {
        for (String axis : axes(variable)) {
            if (!reaches(axis)) {
                return false;
            }
        }
        return true;
    }

    /** Tells whether a variable may have another value at every place. */
    boolean isCoveredBy(VariableHeader variable) {
        List<String> covered = new ArrayList<>();
        for (String axis : axes(variable)) {
            covers(axis).ifPresent(covered::add);
        }
        return covered.containsAll(dimensions);
    }

    /** Returns the dimensions longer than 1, without the one that holds the characters of a text. */
    List<String> axes(VariableHeader variable) {
        List<String> axes = FileCoordinates.longDimensions(variable);
        if (isText(variable) && variable.type() == ElementType.CHAR) {
            axes.remove(variable.dimensions().get(variable.rank() - 1));
        }
        return axes;
    }

    /** Tells whether a variable holds texts of more than one character. */
    boolean isText(VariableHeader variable) {
        if (variable.type() == ElementType.STRING) {
            return true;
        }
        int last = variable.rank() - 1;
        return variable.type() == ElementType.CHAR
                && last >= 0
                && variable.shape()[last] > 1
                && !reaches(variable.dimensions().get(last));
    }
}
