package dev.shoal.stage.zarr;

import dev.shoal.cf.CfDataset;
import dev.shoal.cf.GridVariable;
import dev.shoal.cf.Packing;
import dev.shoal.cf.VariableFacts;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.PyramidGrid;
import dev.shoal.stage.StageException;
import dev.shoal.zarr.ZarrArray;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Tells what becomes of each variable on the levels of a pyramid: means, coordinates, the same on all levels, or
 * nothing.
 */
final class PyramidVariables {

    /** Coordinates are read into memory; more cells than these are refused. */
    private static final long MOST_COORDINATE_CELLS = 1L << 25;

    private final ArrayFile file;
    private final PyramidRequest request;
    private final CfDataset dataset;
    private final Set<String> over;
    private final PyramidFlagChoice flags;
    private final Map<String, RechunkArray> base = new LinkedHashMap<>();
    private final Set<String> coordinateNames = new LinkedHashSet<>();
    private final Map<String, String> boundsOf = new LinkedHashMap<>();
    private final List<PyramidArray> averaged = new ArrayList<>();
    private final List<PyramidCoordinate> coordinates = new ArrayList<>();
    private final List<String> alike = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final PyramidLevels levels;

    private PyramidVariables(ArrayFile file, PyramidRequest request, RechunkLayout layout) throws IOException {
        this.file = file;
        this.request = request;
        this.dataset = CfDataset.of(file);
        this.over = over(request, dataset);
        layout.arrays().forEach(array -> base.put(array.variable().name(), array));
        for (VariableFacts facts : dataset.facts().variables()) {
            coordinateNames.addAll(facts.coordinates());
            if (!facts.bounds().isEmpty()) {
                boundsOf.put(facts.bounds(), facts.variable());
            }
        }
        this.flags = new PyramidFlagChoice(request, dataset, base);
        this.levels = PyramidLevels.of(request, over, base.values());
    }

    /**
     * Sorts the variables of a file.
     *
     * @param layout of level 0
     * @throws StageException with all that stands against the pyramid
     */
    static PyramidVariables of(ArrayFile file, PyramidRequest request, RechunkLayout layout) throws IOException {
        PyramidVariables variables = new PyramidVariables(file, request, layout);
        variables.sort();
        if (variables.averaged.isEmpty() && variables.problems.isEmpty()) {
            variables.problems.add("no variable of numbers has the dimensions " + variables.over
                    + ", expected one at least. Name its rows and columns with --over.");
        }
        if (!variables.problems.isEmpty()) {
            throw StageException.configuration("Cannot make a pyramid of '"
                    + request.base().source() + "': " + String.join(" Also: ", variables.problems));
        }
        return variables;
    }

    private static Set<String> over(PyramidRequest request, CfDataset dataset) {
        Set<String> over = new LinkedHashSet<>(request.over());
        for (GridVariable grid : request.over().isEmpty() ? dataset.grids() : List.<GridVariable>of()) {
            List<String> dimensions = grid.header().dimensions();
            if (grid.yAxis() >= 0) {
                over.add(name(dimensions.get(grid.yAxis())));
                over.add(name(dimensions.get(grid.xAxis())));
            }
        }
        return over;
    }

    /** Returns a name without the groups that it lies in. */
    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private void sort() throws IOException {
        for (RechunkArray array : base.values()) {
            VariableHeader variable = array.variable();
            if (IntStream.of(levels.factors(variable)).allMatch(factor -> factor == 1)) {
                alike.add(variable.name());
            } else if (flags.isFlag(variable)) {
                leftOut.add(variable.name() + " (flags of level 0)");
            } else if (!variable.type().isNumeric()) {
                leftOut.add(variable.name() + " (no numbers)");
            } else if (boundsOf.containsKey(variable.name())) {
                bounds(array);
            } else if (isCoordinate(variable)) {
                coordinate(
                        array, isLongitude(variable) ? PyramidCoordinate.Kind.LONGITUDE : PyramidCoordinate.Kind.MEAN);
            } else {
                average(array);
            }
        }
    }

    private boolean isCoordinate(VariableHeader variable) {
        boolean own = variable.rank() == 1
                && name(variable.name()).equals(name(variable.dimensions().get(0)));
        return own || coordinateNames.contains(variable.name()) || isLongitude(variable) || isLatitude(variable);
    }

    private static boolean isLongitude(VariableHeader variable) {
        return says(variable, "longitude", "deg(ree)?s?_?e(ast)?");
    }

    private static boolean isLatitude(VariableHeader variable) {
        return says(variable, "latitude", "deg(ree)?s?_?n(orth)?");
    }

    private static boolean says(VariableHeader variable, String standardName, String units) {
        String own = variable.attributes().text("units").orElse("").toLowerCase(Locale.ROOT);
        return variable.attributes().text("standard_name").orElse("").endsWith(standardName) || own.matches(units);
    }

    private void average(RechunkArray array) {
        VariableHeader variable = array.variable();
        try {
            Packing packing = Packing.of(variable);
            PyramidGrid grid = levels.grid(array);
            List<ZarrArray> above =
                    levels.above(array, grid, packing.unpacked(), PyramidAttributes.averaged(variable, over));
            PyramidArray made =
                    new PyramidArray(array.array(), packing, above, grid, flags.of(variable), request.minValid());
            double bytes = grid.taskBytes(made.elementBytes());
            if (bytes > request.base().taskBytes()) {
                problems.add(String.format(
                        Locale.ROOT,
                        "variable %s needs %.0f MB in a task, the budget is %.0f MB. Choose smaller chunks or more"
                                + " memory.",
                        variable.name(),
                        bytes / 1e6,
                        request.base().taskBytes() / 1e6));
            }
            averaged.add(made);
        } catch (IllegalArgumentException unfit) {
            problems.add("variable " + variable.name() + ": " + unfit.getMessage());
        }
    }

    private void bounds(RechunkArray array) throws IOException {
        VariableHeader variable = array.variable();
        boolean line = variable.rank() == 2
                && variable.shape()[1] == 2
                && levels.factors(variable)[0] > 1
                && levels.factors(variable)[1] == 1;
        if (line) {
            coordinate(array, PyramidCoordinate.Kind.BOUNDS);
        } else {
            leftOut.add(variable.name() + " (corners of cells that are not on lines of latitude and longitude)");
        }
    }

    private void coordinate(RechunkArray array, PyramidCoordinate.Kind kind) throws IOException {
        VariableHeader variable = array.variable();
        if (variable.size() > MOST_COORDINATE_CELLS) {
            problems.add("coordinate " + variable.name() + " has " + variable.size() + " cells, expected at most "
                    + MOST_COORDINATE_CELLS + ". Leave it out by naming the others with --variables.");
            return;
        }
        Packing packing = Packing.of(variable);
        PyramidGrid grid = levels.grid(array);
        List<ZarrArray> above = levels.above(array, grid, packing.unpacked(), PyramidAttributes.coordinate(variable));
        coordinates.add(new PyramidCoordinate(kind, packing.decode(file.read(variable)), grid, above));
    }

    /** Returns the variables whose levels are means. */
    List<PyramidArray> averaged() {
        return averaged;
    }

    /** Returns the coordinates of the averaged dimensions. */
    List<PyramidCoordinate> coordinates() {
        return coordinates;
    }

    /** Returns the names of the variables that all levels have alike. */
    List<String> alike() {
        return alike;
    }

    /** Returns the names of what level 0 alone has, with the reasons. */
    List<String> leftOut() {
        return leftOut;
    }

    /** Returns the dimensions that are averaged. */
    Set<String> over() {
        return over;
    }

    /** Returns the number of levels above level 0. */
    int levels() {
        return levels.count();
    }
}
