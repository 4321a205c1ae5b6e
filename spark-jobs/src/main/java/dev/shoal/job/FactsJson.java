package dev.shoal.job;

import dev.shoal.cf.CellMethod;
import dev.shoal.cf.CfFacts;
import dev.shoal.cf.Flags;
import dev.shoal.cf.GridMapping;
import dev.shoal.cf.TimeFacts;
import dev.shoal.cf.VariableFacts;
import dev.shoal.cf.VerticalFormula;
import dev.shoal.netcdf.Attribute;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a file says of its coordinates and cells, as a tree for JSON. */
final class FactsJson {

    private FactsJson() {}

    static Map<String, Object> of(CfFacts facts) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("times", facts.times().stream().map(FactsJson::of).toList());
        tree.put(
                "grid_mappings",
                facts.gridMappings().stream().map(FactsJson::of).toList());
        tree.put("vertical", facts.formulas().stream().map(FactsJson::of).toList());
        tree.put("variables", facts.variables().stream().map(FactsJson::of).toList());
        return tree;
    }

    private static Map<String, Object> of(TimeFacts time) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("variable", time.variable());
        tree.put("units", time.units());
        tree.put("calendar", time.calendar());
        tree.put("timestamps", time.timestamps());
        return tree;
    }

    private static Map<String, Object> of(GridMapping mapping) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        for (Attribute attribute : mapping.parameters().list()) {
            List<?> values = attribute.values();
            parameters.put(
                    attribute.name(), attribute.isText() ? attribute.text().orElse("") : finite(values));
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("variable", mapping.variable());
        tree.put("name", mapping.name());
        tree.put("reckoned", mapping.projection().isPresent());
        tree.put("parameters", parameters);
        return tree;
    }

    /** JSON has no word for NaN: numbers it cannot hold become texts. */
    private static Object finite(List<?> values) {
        List<Object> numbers = values.stream().map(FactsJson::finite).toList();
        return numbers.size() == 1 ? numbers.get(0) : numbers;
    }

    private static Object finite(Object value) {
        boolean number = value instanceof Number real && Double.isFinite(real.doubleValue());
        return number ? value : String.valueOf(value);
    }

    private static Map<String, Object> of(VerticalFormula formula) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("variable", formula.variable());
        tree.put("standard_name", formula.kind().title());
        tree.put("gives", formula.kind().isPressure() ? "pressure" : "height");
        tree.put("terms", formula.terms());
        tree.put("missing", formula.missing());
        return tree;
    }

    private static Map<String, Object> of(VariableFacts facts) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", facts.variable());
        putText(tree, "bounds", facts.bounds());
        putText(tree, "climatology", facts.climatology());
        putList(tree, "grid_mappings", facts.gridMappings());
        putList(tree, "coordinates", facts.coordinates());
        putList(
                tree,
                "cell_methods",
                facts.cellMethods().stream().map(CellMethod::toString).toList());
        if (!facts.cellMeasures().isEmpty()) {
            tree.put("cell_measures", facts.cellMeasures());
        }
        putList(tree, "ancillary_variables", facts.ancillaryVariables());
        putList(
                tree,
                "actual_range",
                facts.actualRange().stream().map(FactsJson::finite).toList());
        if (!facts.flags().meanings().isEmpty()) {
            tree.put("flags", of(facts.flags()));
        }
        return tree;
    }

    private static Map<String, Object> of(Flags flags) {
        Map<String, Object> tree = new LinkedHashMap<>();
        putList(tree, "values", flags.values());
        putList(tree, "masks", flags.masks());
        tree.put("meanings", flags.meanings());
        return tree;
    }

    private static void putText(Map<String, Object> tree, String name, String text) {
        if (!text.isEmpty()) {
            tree.put(name, text);
        }
    }

    private static void putList(Map<String, Object> tree, String name, List<?> values) {
        if (!values.isEmpty()) {
            tree.put(name, values);
        }
    }
}
