package dev.shoal.job;

import dev.shoal.cf.CfFacts;
import dev.shoal.cf.FileGrid;
import dev.shoal.cf.VerticalAxis;
import dev.shoal.regrid.CellSurvey;
import dev.shoal.regrid.GridMethods;
import dev.shoal.regrid.GridSurvey;
import dev.shoal.regrid.Method;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is told of a grid for machines. */
final class GridJson {

    private GridJson() {}

    static Map<String, Object> of(FileGrid file, CfFacts facts) {
        GridSurvey survey = GridSurvey.of(file.grid());
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("kind", survey.kind());
        tree.put("digest", file.grid().digest());
        tree.put("rows", survey.ny());
        tree.put("columns", survey.nx());
        tree.put("origin", origin(file));
        tree.put("variables", file.names());
        tree.put(
                "box",
                Map.of(
                        "west", survey.box().west(),
                        "south", survey.box().south(),
                        "east", survey.box().east(),
                        "north", survey.box().north()));
        tree.put("stored_longitudes", List.of(survey.west(), survey.east()));
        tree.put("crosses_antimeridian", survey.box().crossesAntimeridian());
        put(tree, "row_step", survey.alongColumns());
        put(tree, "column_step", survey.alongRows());
        tree.put("periodic", survey.joined());
        tree.put("fold", survey.fold());
        tree.put("holes", survey.holes());
        tree.put("repeated", survey.again());
        tree.put("triangles", survey.triangles());
        tree.put("cells", cells(survey.cells()));
        tree.put("levels", levels(file, facts));
        GridMethods methods = GridMethods.of(file.grid());
        tree.put("from", methods(methods.from()));
        tree.put("to", methods(methods.to()));
        return tree;
    }

    private static Map<String, Object> origin(FileGrid file) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("way", file.origin().way());
        tree.put("lat", file.origin().lat());
        tree.put("lon", file.origin().lon());
        tree.put("cells", file.origin().cells());
        return tree;
    }

    private static void put(Map<String, Object> tree, String name, GridSurvey.Steps steps) {
        if (steps.exist()) {
            tree.put(
                    name,
                    Map.of(
                            "unit", steps.unit(),
                            "least", steps.least(),
                            "median", steps.median(),
                            "greatest", steps.greatest(),
                            "even", steps.areEven()));
        }
    }

    private static Map<String, Object> cells(CellSurvey cells) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("count", cells.count());
        if (cells.count() > 0) {
            tree.put("steradians", cells.steradians());
            tree.put("share_of_sphere", cells.steradians() / (4 * Math.PI));
            tree.put("least_km2", cells.leastKm2());
            tree.put("greatest_km2", cells.greatestKm2());
            tree.put("flat", cells.flat());
            tree.put("inverted", cells.inverted());
            tree.put("north_pole", cells.north());
            tree.put("south_pole", cells.south());
        }
        return tree;
    }

    private static List<String> levels(FileGrid file, CfFacts facts) {
        Set<String> levels = new LinkedHashSet<>();
        file.variables()
                .forEach(variable ->
                        variable.vertical().ifPresent((VerticalAxis axis) -> levels.add(GridText.level(axis, facts))));
        return List.copyOf(levels);
    }

    /** Methods by name: yes, or why not. */
    private static Map<String, Object> methods(Map<Method, String> methods) {
        Map<String, Object> tree = new LinkedHashMap<>();
        methods.forEach((method, reason) -> tree.put(GridText.word(method), reason.isEmpty() ? "yes" : reason));
        return tree;
    }
}
