package dev.shoal.cf;

import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.Header;
import dev.shoal.netcdf.VariableHeader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The variables of a file sorted into coordinates, data, and what only describes other variables. */
final class FileCoordinates {

    /** Between the names of a list, as CF and as archives write it. */
    static final Pattern BETWEEN_NAMES = Pattern.compile("[\\s,;:]+");

    private static final Pattern BOUNDS = Pattern.compile(".*_(bnds|bounds|vertices)|bounds_.*");

    private final Header header;
    private final Map<String, VariableHeader> byName = new HashMap<>();
    private final Map<String, AxisKind> kinds = new LinkedHashMap<>();
    private final Set<String> describing = new HashSet<>();

    FileCoordinates(Header header) {
        this.header = header;
        for (VariableHeader variable : header.variables()) {
            byName.put(variable.name(), variable);
        }
        for (VariableHeader variable : header.variables()) {
            for (String name : List.of("bounds", "climatology", "geometry")) {
                references(variable, name).forEach(found -> describing.add(found.name()));
            }
            mappings(variable).forEach(found -> describing.add(found.name()));
        }
        for (VariableHeader variable : header.variables()) {
            if (!describing.contains(variable.name())) {
                AxisKinds.of(variable).ifPresent(kind -> kinds.put(variable.name(), kind));
            }
        }
        if (!kinds.containsValue(AxisKind.TIME)) {
            header.variables().stream()
                    .filter(TimeTexts::areIn)
                    .forEach(variable -> kinds.put(variable.name(), AxisKind.TIME));
        }
    }

    /** Returns every variable, in stored order. */
    List<VariableHeader> variables() {
        return header.variables();
    }

    /** Returns the attributes of the file. */
    Attributes fileAttributes() {
        return header.attributes();
    }

    /** Returns the axes of a coordinate, without the one that holds the characters of a text. */
    static List<String> axes(VariableHeader coordinate) {
        List<String> axes = coordinate.dimensions();
        return coordinate.type() == ElementType.CHAR && !axes.isEmpty() ? axes.subList(0, axes.size() - 1) : axes;
    }

    /** Returns what a variable measures as a coordinate, or nothing. */
    Optional<AxisKind> kind(VariableHeader variable) {
        return Optional.ofNullable(kinds.get(variable.name()));
    }

    /** Returns the coordinates of one kind, in stored order. */
    List<VariableHeader> of(AxisKind kind) {
        List<VariableHeader> found = new ArrayList<>();
        if (!kinds.containsValue(kind)) {
            return found;
        }
        for (VariableHeader variable : header.variables()) {
            if (kinds.get(variable.name()) == kind) {
                found.add(variable);
            }
        }
        return found;
    }

    /** Returns the vertical coordinates of every kind, in stored order. */
    List<VariableHeader> verticals() {
        List<VariableHeader> found = new ArrayList<>();
        for (VariableHeader variable : header.variables()) {
            if (kind(variable).filter(AxisKind::isVertical).isPresent()) {
                found.add(variable);
            }
        }
        return found;
    }

    /** Tells whether a variable is only there for others: bounds, a grid mapping, a geometry. */
    boolean isDescribing(VariableHeader variable) {
        String name = AxisKinds.lastName(variable);
        return describing.contains(variable.name()) || BOUNDS.matcher(name).matches();
    }

    /** Returns the variables that {@code coordinates} of a variable names and that exist. */
    List<VariableHeader> listed(VariableHeader variable) {
        return references(variable, "coordinates");
    }

    /** Tells whether a variable is the coordinate variable of its only dimension. */
    static boolean isDimensionCoordinate(VariableHeader variable) {
        return variable.rank() == 1 && variable.dimensions().get(0).equals(variable.name());
    }

    /** Returns the names of the axes longer than 1. */
    static List<String> longDimensions(VariableHeader variable) {
        List<String> dimensions = new ArrayList<>();
        for (int axis = 0; axis < variable.rank(); axis++) {
            if (variable.shape()[axis] != 1) {
                dimensions.add(variable.dimensions().get(axis));
            }
        }
        return dimensions;
    }

    /** Returns the grid mappings that a variable names and that exist. */
    List<VariableHeader> mappings(VariableHeader variable) {
        List<String> names = mappingNames(variable);
        return names.isEmpty()
                ? List.of()
                : names.stream()
                        .flatMap(name -> resolve(variable.name(), name).stream())
                        .toList();
    }

    /** Returns the names in {@code grid_mapping}: one word, or the keys of {@code crs: x y other: lat lon}. */
    static List<String> mappingNames(VariableHeader variable) {
        Optional<String> text = variable.attributes().text("grid_mapping");
        if (text.isEmpty()) {
            return List.of();
        }
        Map<String, List<String>> words = KeyedWords.of(text.get());
        List<String> names = new ArrayList<>(words.getOrDefault("", List.of()));
        words.keySet().stream().filter(key -> !key.isEmpty()).forEach(names::add);
        return names;
    }

    /** Returns the grid mapping that a variable holds. */
    static GridMapping mapping(VariableHeader variable) {
        String name = variable.attributes().text("grid_mapping_name").orElse("");
        return new GridMapping(
                variable.name(), name.trim().toLowerCase(Locale.ROOT).replace(' ', '_'), variable.attributes());
    }

    /** Returns every variable that says it is a grid mapping. */
    List<VariableHeader> mappings() {
        return header.variables().stream()
                .filter(variable ->
                        variable.attributes().find("grid_mapping_name").isPresent())
                .toList();
    }

    private List<VariableHeader> references(VariableHeader variable, String attribute) {
        List<VariableHeader> found = new ArrayList<>();
        String names = variable.attributes().text(attribute).orElse("");
        if (names.isEmpty()) {
            return found;
        }
        BETWEEN_NAMES
                .splitAsStream(names)
                .forEach(word -> resolve(variable.name(), word).ifPresent(found::add));
        return found;
    }

    /** Looks in the variable's group, then in the groups around it (CF 1.11, section 2.7). */
    Optional<VariableHeader> resolve(String from, String word) {
        String group = from;
        while (true) {
            int slash = group.lastIndexOf('/');
            String path = slash < 0 ? word : group.substring(0, slash) + "/" + word;
            VariableHeader found = byName.get(path);
            if (found != null) {
                return Optional.of(found);
            }
            if (slash < 0) {
                return Optional.empty();
            }
            group = group.substring(0, slash);
        }
    }
}
