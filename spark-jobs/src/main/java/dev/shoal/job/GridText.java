package dev.shoal.job;

import dev.shoal.cf.CfFacts;
import dev.shoal.cf.FileGrid;
import dev.shoal.cf.GridVariable;
import dev.shoal.cf.VerticalAxis;
import dev.shoal.cf.VerticalFormula;
import dev.shoal.regrid.CellSurvey;
import dev.shoal.regrid.GridMethods;
import dev.shoal.regrid.GridSurvey;
import dev.shoal.regrid.Method;
import dev.shoal.regrid.RectilinearGrid;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is told of a grid for people: a line for each thing that can be said. */
final class GridText {

    private static final int WIDTH = 14;
    private static final int MOST_NAMES = 12;

    private final FileGrid file;
    private final GridSurvey survey;
    private final StringBuilder text = new StringBuilder();

    private GridText(FileGrid file) {
        this.file = file;
        this.survey = GridSurvey.of(file.grid());
    }

    /**
     * Returns the lines of a grid.
     *
     * @param which in front of the first line, where there are several
     */
    static String of(String which, FileGrid file, CfFacts facts) {
        GridText text = new GridText(file);
        text.text.append(which).append(text.title()).append(System.lineSeparator());
        text.variables();
        text.extent();
        text.spacing();
        text.seams();
        text.cells();
        text.levels(facts);
        text.methods();
        return text.text.toString();
    }

    private void line(String name, String value) {
        text.append("  ")
                .append(name)
                .append(" ".repeat(Math.max(1, WIDTH - name.length())))
                .append(value)
                .append(System.lineSeparator());
    }

    private String title() {
        boolean rows = !survey.kind().equals("unstructured");
        String shape = rows ? Counted.of(survey.ny(), "row") + " x " + Counted.of(survey.nx(), "column") + ", " : "";
        boolean cells = rows || survey.cells().count() > 0;
        long count = (long) survey.ny() * survey.nx();
        return survey.kind() + " grid, " + shape + Counted.of(count, cells ? "cell" : "point") + "; " + from();
    }

    private String from() {
        String names = file.origin().lat().isEmpty()
                ? ""
                : " (" + file.origin().lat() + ", " + file.origin().lon() + ")";
        return file.origin().way() + names;
    }

    private void variables() {
        List<String> names = file.names();
        if (!names.isEmpty()) {
            String more = names.size() > MOST_NAMES ? " and " + (names.size() - MOST_NAMES) + " more" : "";
            line("variables", String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size()))) + more);
        }
    }

    private void extent() {
        boolean poles = survey.cells().north() && survey.cells().south();
        boolean all = survey.box().width() >= 360 || survey.joined() || poles;
        line(
                "latitudes",
                degrees(survey.box().south()) + " to " + degrees(survey.box().north()) + northward());
        String origin = " (stored as " + degrees(survey.west()) + " to " + degrees(survey.east()) + eastward() + ")";
        line(
                "longitudes",
                (all
                                ? "all"
                                : degrees(survey.box().west()) + " to "
                                        + degrees(survey.box().east())
                                        + (survey.box().crossesAntimeridian() ? ", across the antimeridian" : ""))
                        + origin);
    }

    private String northward() {
        return file.grid() instanceof RectilinearGrid grid && grid.ny() > 1
                ? grid.lat()[1] > grid.lat()[0] ? ", from south to north" : ", from north to south"
                : "";
    }

    private String eastward() {
        if (!(file.grid() instanceof RectilinearGrid grid) || grid.nx() < 2) {
            return "";
        }
        boolean jumps = false;
        boolean east = Math.IEEEremainder(grid.lon()[1] - grid.lon()[0], 360) > 0;
        for (int i = 1; i < grid.nx(); i++) {
            jumps |= (grid.lon()[i] > grid.lon()[i - 1]) != east;
        }
        return (east ? ", eastward" : ", westward") + (jumps ? ", with a jump by a turn" : "");
    }

    private void spacing() {
        if (survey.alongColumns().exist()) {
            line("row step", steps(survey.alongColumns()));
        }
        if (survey.alongRows().exist()) {
            line(survey.kind().equals("unstructured") ? "point to point" : "column step", steps(survey.alongRows()));
        }
    }

    private static String steps(GridSurvey.Steps steps) {
        return steps.areEven()
                ? number(steps.median()) + " " + steps.unit()
                : number(steps.least()) + " to " + number(steps.greatest()) + " " + steps.unit() + ", median "
                        + number(steps.median());
    }

    private void seams() {
        if (!survey.kind().equals("unstructured")) {
            line("periodic", survey.joined() ? "yes: the first column is beside the last" : "no");
        }
        if (survey.fold()) {
            line("fold", "the last row is beside itself, backwards (tripolar)");
        }
        line("holes", survey.holes() == 0 ? "none" : Counted.of(survey.holes(), "cell") + " without a position");
        if (survey.again() > 0) {
            line("repeated", Counted.of(survey.again(), "cell") + " where others are already, left out by area");
        }
    }

    private void cells() {
        CellSurvey cells = survey.cells();
        boolean rectilinear = file.grid() instanceof RectilinearGrid;
        if (cells.count() == 0) {
            line("cells", "no corners are given" + (survey.triangles() > 0 ? ", the points are nodes" : ""));
        } else {
            String given = file.origin().cells();
            boolean own = file.grid() instanceof RectilinearGrid grid && grid.hasOwnBounds();
            String way = !given.isEmpty()
                    ? "from " + given
                    : rectilinear ? own ? "with bounds of their own" : "half-way to their neighbours" : "from corners";
            line("cells", Counted.of(cells.count(), "cell") + " " + way);
            line(
                    "area",
                    number(100 * cells.steradians() / (4 * Math.PI)) + " % of the sphere (4 pi), each "
                            + number(cells.leastKm2()) + " to " + number(cells.greatestKm2()) + " km2");
            faults(cells);
            String poles = cells.north() && cells.south()
                    ? "both"
                    : cells.north() ? "the north pole" : cells.south() ? "the south pole" : "none";
            line("poles", poles.equals("none") ? "in no cell" : "in cells: " + poles);
        }
        if (survey.triangles() > 0) {
            line("triangles", Counted.number(survey.triangles()) + " between the points");
        }
    }

    private void faults(CellSurvey cells) {
        if (cells.flat() > 0) {
            line("flat", Counted.of(cells.flat(), "cell") + " without an area");
        }
        if (cells.inverted() > 0) {
            line("inverted", Counted.of(cells.inverted(), "cell") + " round the other way than most");
        }
    }

    private void levels(CfFacts facts) {
        Set<String> told = new LinkedHashSet<>();
        for (GridVariable variable : file.variables()) {
            variable.vertical().ifPresent(axis -> told.add(level(axis, facts)));
        }
        told.forEach(level -> line("levels", level));
    }

    /** Returns what is told of a vertical axis. */
    static String level(VerticalAxis axis, CfFacts facts) {
        Optional<VerticalFormula> formula = facts.formula(axis.variable());
        int count = axis.values().length;
        String range = count == 0 ? "" : ", " + number(axis.values()[0]) + " to " + number(axis.values()[count - 1]);
        String units = axis.units().isEmpty() ? "" : " " + axis.units();
        String positive = axis.positive().map(way -> ", positive " + way).orElse("");
        String reckoned = formula.map(found -> ", " + found.kind().title()
                        + (found.isComplete() ? "" : " without its terms " + String.join(", ", found.missing())))
                .orElse("");
        return axis.variable() + ", " + Counted.of(count, "level") + range + units + positive + reckoned;
    }

    private void methods() {
        GridMethods methods = GridMethods.of(file.grid());
        line("regrid from", possible(methods.from()));
        line("regrid to", possible(methods.to()));
        Map<String, List<String>> why = new LinkedHashMap<>();
        methods.from().forEach((method, reason) -> add(why, "from", method, reason));
        methods.to().forEach((method, reason) -> add(why, "to", method, reason));
        why.forEach((reason, which) -> line("", "not " + String.join(", ", which) + ": " + reason));
    }

    private static void add(Map<String, List<String>> why, String way, Method method, String reason) {
        if (!reason.isEmpty()) {
            why.computeIfAbsent(brief(reason), key -> new ArrayList<>()).add(word(method) + " " + way + " it");
        }
    }

    /** Returns a reason without the grid, which is told above. */
    private static String brief(String reason) {
        int end = reason.indexOf("]: ");
        return end < 0 ? reason.replaceFirst(" from an? .*$", " here.") : reason.substring(end + 3);
    }

    private static String possible(Map<Method, String> methods) {
        List<String> names = methods.entrySet().stream()
                .filter(method -> method.getValue().isEmpty())
                .map(method -> word(method.getKey()))
                .toList();
        return names.isEmpty() ? "by no method" : String.join(", ", names);
    }

    /** Returns a method as specifications write it. */
    static String word(Method method) {
        return method.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String degrees(double degrees) {
        return number(degrees);
    }

    /** Returns a number with six digits or so, without zeros at its end. */
    static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e9) {
            return Counted.number((long) value);
        }
        double size = Math.abs(value);
        if (size != 0 && (size < 1e-3 || size >= 1e9)) {
            return String.format(Locale.ROOT, "%.3e", value);
        }
        String digits = String.format(Locale.ROOT, size >= 1000 ? "%,.0f" : size >= 100 ? "%.2f" : "%.4f", value);
        return digits.contains(".") ? digits.replaceFirst("\\.?0+$", "") : digits;
    }
}
