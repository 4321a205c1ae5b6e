package dev.shoal.cf;

import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Header;
import dev.shoal.netcdf.VariableHeader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;

/** Reads {@link CfFacts} from a header; names of what is not in the file go to the problems. */
final class FactsScan {

    private final Header header;
    private final FileCoordinates coordinates;
    private final Problems problems;
    private final Set<String> external;
    private final Map<String, List<String>> missing = new LinkedHashMap<>();

    FactsScan(Header header, FileCoordinates coordinates, Problems problems) {
        this.header = header;
        this.coordinates = coordinates;
        this.problems = problems;
        this.external = new LinkedHashSet<>(List.of(
                header.attributes().text("external_variables").orElse("").split("\\s+", -1)));
    }

    CfFacts facts() {
        List<VerticalFormula> formulas = new ArrayList<>();
        List<TimeFacts> times = new ArrayList<>();
        List<VariableFacts> variables = new ArrayList<>();
        for (VariableHeader variable : header.variables()) {
            VerticalFormula.of(variable, coordinates, problems).ifPresent(formulas::add);
            time(variable).ifPresent(times::add);
            VariableFacts facts = variable(variable);
            if (!facts.isEmpty()) {
                variables.add(facts);
            }
        }
        missing.forEach((key, from) -> problems.accept(
                "Attribute " + key.replace("\n", " of " + few(from) + " names ") + ", which the file does not have."));
        return new CfFacts(mappings(variables), formulas, times, variables);
    }

    private static String few(List<String> names) {
        int most = 3;
        return names.size() <= most
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, most)) + " and " + (names.size() - most) + " more";
    }

    /** A coordinate may be a dimension without a variable. */
    private boolean isDimension(String word) {
        return header.dimension(word).isPresent();
    }

    private List<GridMapping> mappings(List<VariableFacts> variables) {
        Set<String> names = new LinkedHashSet<>();
        variables.forEach(facts -> names.addAll(facts.gridMappings()));
        for (VariableHeader variable : header.variables()) {
            if (variable.attributes().find("grid_mapping_name").isPresent()) {
                names.add(variable.name());
            }
        }
        List<GridMapping> mappings = new ArrayList<>();
        for (String name : names) {
            header.variable(name).map(FileCoordinates::mapping).ifPresent(mappings::add);
        }
        return mappings;
    }

    private Optional<TimeFacts> time(VariableHeader variable) {
        boolean time =
                coordinates.kind(variable).filter(kind -> kind == AxisKind.TIME).isPresent();
        if (!time) {
            return Optional.empty();
        }
        String stored = variable.attributes().text("calendar").orElse("");
        Optional<TimeUnits> units = BatchAssembly.units(variable, problem -> {});
        return Optional.of(new TimeFacts(
                variable.name(),
                BatchAssembly.unitsText(variable),
                units.map(parsed -> parsed.calendar().title()).orElse(stored),
                units.filter(parsed -> parsed.calendar().isReal()).isPresent()));
    }

    private VariableFacts variable(VariableHeader variable) {
        return new VariableFacts(
                variable.name(),
                references(variable, "grid_mapping", FileCoordinates.mappingNames(variable)),
                references(variable, "coordinates", words(variable, "coordinates")),
                first(references(variable, "bounds", words(variable, "bounds"))),
                first(references(variable, "climatology", words(variable, "climatology"))),
                variable.attributes()
                        .text("cell_methods")
                        .map(text -> CellMethod.parse(
                                text, problem -> problems.accept("Variable " + variable.name() + ": " + problem)))
                        .orElse(List.of()),
                measures(variable),
                references(variable, "ancillary_variables", words(variable, "ancillary_variables")),
                Flags.of(variable.name(), variable.attributes(), problems),
                range(variable));
    }

    private Map<String, String> measures(VariableHeader variable) {
        Map<String, String> measures = new LinkedHashMap<>();
        variable.attributes()
                .text("cell_measures")
                .map(KeyedWords::of)
                .orElse(Map.of())
                .forEach((measure, words) -> words.stream()
                        .findFirst()
                        .ifPresent(word -> measures.put(
                                measure,
                                coordinates
                                        .resolve(variable.name(), word)
                                        .map(VariableHeader::name)
                                        .orElse(word))));
        return measures;
    }

    private static List<Double> range(VariableHeader variable) {
        return variable.attributes()
                .find("actual_range")
                .map(Attribute::numbers)
                .map(numbers -> DoubleStream.of(numbers).boxed().toList())
                .orElse(List.of());
    }

    private static String first(List<String> names) {
        return names.isEmpty() ? "" : names.get(0);
    }

    private static List<String> words(VariableHeader variable, String attribute) {
        String text = variable.attributes().text(attribute).orElse("");
        return text.isEmpty() ? List.of() : List.of(FileCoordinates.BETWEEN_NAMES.split(text, 0));
    }

    private List<String> references(VariableHeader variable, String attribute, List<String> words) {
        List<String> found = new ArrayList<>();
        if (words.isEmpty()) {
            return found;
        }
        List<String> absent = new ArrayList<>();
        for (String word : words) {
            coordinates
                    .resolve(variable.name(), word)
                    .ifPresentOrElse(other -> found.add(other.name()), () -> absent.add(word));
        }
        absent.removeIf(word -> word.isEmpty() || external.contains(word) || isDimension(word));
        if (!absent.isEmpty()) {
            missing.computeIfAbsent(attribute + "\n" + String.join(", ", absent), key -> new ArrayList<>())
                    .add(variable.name());
        }
        return found;
    }
}
