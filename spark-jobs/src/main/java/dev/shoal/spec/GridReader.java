package dev.shoal.spec;

import dev.shoal.regrid.AxisSteps;
import dev.shoal.regrid.Grid;
import dev.shoal.regrid.RectilinearGrid;
import dev.shoal.regrid.UnstructuredGrid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a grid that is written out: {@code lat} and {@code lon}, each with start, end and step of the cells' centres or
 * as a list of them, or {@code points} with as many of both.
 */
public final class GridReader {

    private GridReader() {}

    /**
     * Reads a grid from a YAML text.
     *
     * @param name of the text, for errors
     * @throws SpecException with every problem
     */
    public static Grid ofYaml(String text, String name) {
        List<String> problems = new ArrayList<>();
        Optional<Grid> grid = SpecNode.parse(text, problems)
                .flatMap(root -> root.has("grid") ? root.child("grid").flatMap(GridReader::read) : read(root));
        if (grid.isEmpty() || !problems.isEmpty()) {
            throw new SpecException(name, problems);
        }
        return grid.get();
    }

    /** Reads a grid; what is wrong with it is a problem of the node's. */
    static Optional<Grid> read(SpecNode node) {
        node.allow(List.of("lat", "lon", "points"));
        if (node.has("points")) {
            return node.child("points").flatMap(GridReader::points);
        }
        Optional<double[]> lat = axis(node, "lat");
        Optional<double[]> lon = axis(node, "lon");
        if (lat.isEmpty() || lon.isEmpty()) {
            node.problem(
                    "lat", "and 'lon' must each give start, end and step, or a list, in degrees of the cell centres.");
            return Optional.empty();
        }
        try {
            return Optional.of(new RectilinearGrid(lat.get(), lon.get()));
        } catch (IllegalArgumentException error) {
            node.problem("lat", "and 'lon' make no grid: " + error.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<Grid> points(SpecNode node) {
        node.allow(List.of("lat", "lon"));
        Optional<double[]> lat = list(node, "lat");
        Optional<double[]> lon = list(node, "lon");
        if (lat.isEmpty() || lon.isEmpty()) {
            node.problem("lat", "and 'lon' must each list the degrees of the points, as lat: [50.1, 51.2].");
            return Optional.empty();
        }
        try {
            return Optional.of(UnstructuredGrid.points(lat.get(), lon.get()));
        } catch (IllegalArgumentException error) {
            node.problem("lat", "and 'lon' make no points: " + error.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<double[]> axis(SpecNode node, String key) {
        Optional<Object> tree = node.tree(key);
        return tree.filter(List.class::isInstance).isPresent() || node.isText(key)
                ? list(node, key)
                : node.child(key).flatMap(GridReader::steps);
    }

    private static Optional<double[]> list(SpecNode node, String key) {
        List<String> texts = node.texts(key);
        double[] numbers = new double[texts.size()];
        for (int i = 0; i < numbers.length; i++) {
            try {
                numbers[i] = Double.parseDouble(texts.get(i));
            } catch (NumberFormatException error) {
                node.problem(key, "holds '" + texts.get(i) + "', expected numbers of degrees.");
                return Optional.empty();
            }
        }
        return numbers.length == 0 ? Optional.empty() : Optional.of(numbers);
    }

    private static Optional<double[]> steps(SpecNode node) {
        node.allow(List.of("start", "end", "step"));
        Optional<Double> start = node.value("start", Double::valueOf);
        Optional<Double> end = node.value("end", Double::valueOf);
        Optional<Double> step = node.value("step", Double::valueOf);
        if (start.isEmpty() || end.isEmpty() || step.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new AxisSteps(start.get(), end.get(), step.get()).values());
        } catch (IllegalArgumentException error) {
            node.problem("step", "does not lead from start to end: " + error.getMessage());
            return Optional.empty();
        }
    }
}
