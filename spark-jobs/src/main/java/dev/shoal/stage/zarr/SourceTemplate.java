package dev.shoal.stage.zarr;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.Dimension;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.Header;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.stage.StageException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the first file says, which all others must agree with.
 *
 * @param location of the file
 * @param append the dimension along which files follow each other
 * @param coordinate the variable whose numbers place a step on it; empty where there is none, then files follow each
 *     other in order of their paths
 * @param variables that are taken, in stored order
 * @param attributes of the file
 * @param unitsOf variables by those that are counted in their units, as the bounds of time are
 * @param unpacked variables that are written as decoded reals
 * @param renames names here by names in the files
 */
record SourceTemplate(
        String location,
        String append,
        String coordinate,
        List<VariableHeader> variables,
        Attributes attributes,
        Map<String, String> unitsOf,
        Set<String> unpacked,
        Map<String, String> renames)
        implements Serializable {

    private static final List<String> NAMING =
            List.of("coordinates", "bounds", "climatology", "grid_mapping", "formula_terms", "cell_measures");

    /** Reads what the request asks for out of a file. */
    static SourceTemplate of(ArrayFile file, StoreRequest request) {
        Header header = file.header();
        String append = append(file, request);
        List<VariableHeader> variables = new ArrayList<>();
        Set<String> chosen = chosen(file, request);
        for (VariableHeader variable : header.variables()) {
            if (chosen.contains(variable.name())) {
                requireWritable(file, variable);
                variables.add(variable);
            }
        }
        Set<String> unpacked = new LinkedHashSet<>();
        request.unpacked().forEach(name -> unpacked.add(require(file, request.renamed(name), chosen)));
        return new SourceTemplate(
                file.location(),
                append,
                coordinate(header, append),
                variables,
                header.attributes(),
                unitsOf(variables),
                unpacked,
                new LinkedHashMap<>(request.renames()));
    }

    private static String append(ArrayFile file, StoreRequest request) {
        Header header = file.header();
        if (!request.append().isEmpty()) {
            return header.dimension(request.renamed(request.append()))
                    .map(Dimension::name)
                    .orElseThrow(() -> StageException.configuration("Cannot combine " + file.location()
                            + ": found no dimension '" + request.append() + "', expected one of "
                            + header.dimensions().stream().map(Dimension::name).toList() + ". Name one with"
                            + " --append-dim."));
        }
        Optional<String> time = header.dimensions().stream()
                .map(Dimension::name)
                .filter(name ->
                        header.variable(name).filter(SourceTemplate::isTime).isPresent())
                .findFirst();
        return time.or(() -> header.dimensions().stream()
                        .filter(Dimension::unlimited)
                        .map(Dimension::name)
                        .findFirst())
                .orElseThrow(() -> StageException.configuration("Cannot combine " + file.location()
                        + ": found neither a dimension of time nor an unlimited one among "
                        + header.dimensions().stream().map(Dimension::name).toList()
                        + ", expected one. Name it with --append-dim."));
    }

    private static boolean isTime(VariableHeader variable) {
        return variable.rank() == 1
                && variable.attributes()
                        .text("units")
                        .filter(units -> units.contains(" since "))
                        .isPresent();
    }

    private static String coordinate(Header header, String append) {
        Optional<VariableHeader> own = header.variable(append)
                .filter(variable -> variable.rank() == 1 && variable.type().isNumeric());
        List<String> times = header.variables().stream()
                .filter(variable -> variable.dimensions().equals(List.of(append)) && isTime(variable))
                .map(VariableHeader::name)
                .toList();
        return own.map(VariableHeader::name).orElse(times.size() == 1 ? times.get(0) : "");
    }

    private static Set<String> chosen(ArrayFile file, StoreRequest request) {
        Set<String> all = new TreeSet<>();
        file.header().variables().forEach(variable -> all.add(variable.name()));
        List<String> wanted = renamed(request.variables(), request);
        List<String> excluded = renamed(request.excluded(), request);
        wanted.forEach(name -> require(file, name, all));
        excluded.forEach(name -> require(file, name, all));
        Set<String> chosen = wanted.isEmpty() ? all : withNamed(file.header(), wanted);
        excluded.forEach(chosen::remove);
        request.coordinates().keySet().forEach(chosen::remove);
        return chosen;
    }

    private static List<String> renamed(List<String> names, StoreRequest request) {
        return names.stream().map(request::renamed).toList();
    }

    /** Takes with some variables those that they name, and the coordinates of their axes. */
    private static Set<String> withNamed(Header header, List<String> names) {
        Set<String> chosen = new LinkedHashSet<>();
        List<String> open = new ArrayList<>(names);
        while (!open.isEmpty()) {
            String name = open.remove(open.size() - 1);
            Optional<VariableHeader> variable = header.variable(name);
            if (variable.isPresent() && chosen.add(name)) {
                open.addAll(variable.get().dimensions());
                String group = name.substring(0, name.lastIndexOf('/') + 1);
                for (String attribute : NAMING) {
                    for (String word : variable.get()
                            .attributes()
                            .text(attribute)
                            .orElse("")
                            .split("[\\s:]+", -1)) {
                        open.add(group + word);
                    }
                }
            }
        }
        return chosen;
    }

    private static String require(ArrayFile file, String name, Set<String> known) {
        if (!known.contains(name)) {
            throw StageException.configuration("Cannot take variable '" + name + "' of " + file.location()
                    + ": there is none of that name, expected one of " + known + ". Correct the name.");
        }
        return name;
    }

    private static void requireWritable(ArrayFile file, VariableHeader variable) {
        if (variable.type().bytes() == 0 && variable.type() != ElementType.STRING) {
            throw StageException.configuration("Cannot send " + file.location() + ", variable " + variable.name()
                    + ": found elements of type " + variable.type()
                    + ", expected numbers, characters or texts. Leave it out with --exclude " + variable.name() + ".");
        }
    }

    private static Map<String, String> unitsOf(List<VariableHeader> variables) {
        Map<String, String> unitsOf = new LinkedHashMap<>();
        for (VariableHeader variable : variables) {
            if (variable.attributes()
                    .text("units")
                    .filter(units -> units.contains(" since "))
                    .isPresent()) {
                unitsOf.put(variable.name(), variable.name());
                for (String naming : List.of("bounds", "climatology")) {
                    variable.attributes().text(naming).ifPresent(name -> unitsOf.putIfAbsent(name, variable.name()));
                }
            }
        }
        return unitsOf;
    }

    /** Returns the variable of this name. */
    Optional<VariableHeader> variable(String name) {
        return variables.stream()
                .filter(variable -> variable.name().equals(name))
                .findFirst();
    }

    /** Returns the same with other variables. */
    SourceTemplate with(List<VariableHeader> changed, Set<String> decoded) {
        return new SourceTemplate(
                location, append, coordinate, changed, attributes, unitsOf(changed), decoded, renames);
    }

    /** Returns a file under the names that are used here, characters as texts where they are texts here. */
    ArrayFile named(ArrayFile file) {
        return JoinedTexts.like(RenamedFile.of(file, renames), variables);
    }
}
