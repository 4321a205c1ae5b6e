package dev.shoal.cf;

import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.VariableHeader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Finds the variables of a file that lie on a grid of latitudes and longitudes. */
final class GridScan {

    private static final Pattern LEVEL_DIMENSION = Pattern.compile(
            "s_rho|s_w|lev|levels?|nlev|z|nz1?|depth.*|nav_lev|sig(ma|lay|lev)|n?vert(ical)?_?(levels|layers)(_?p\\d)?"
                    + "|nSCHISM_vgrid_layers",
            Pattern.CASE_INSENSITIVE);

    private final FileCoordinates coordinates;
    private final CoordinateValues values;
    private final Problems problems;
    private final HorizontalAxes horizontal;

    GridScan(FileCoordinates coordinates, CoordinateValues values, Problems problems, GridDetail detail) {
        this.coordinates = coordinates;
        this.values = values;
        this.problems = problems;
        this.horizontal = new HorizontalAxes(coordinates, values, problems, detail);
    }

    List<GridVariable> grids(List<VariableHeader> variables) throws IOException {
        List<GridVariable> grids = new ArrayList<>();
        for (VariableHeader variable : variables) {
            if (mayBeGrid(variable)) {
                grid(variable).ifPresent(grids::add);
            } else if (variable.type() == ElementType.VLEN || variable.type() == ElementType.OTHER) {
                problems.accept(
                        "Variable " + variable.name()
                                + " is left out: its elements are sequences, references or of another type without one number.");
            }
        }
        return grids;
    }

    private boolean mayBeGrid(VariableHeader variable) {
        boolean coordinate = coordinates
                .kind(variable)
                .filter(kind -> !kind.isVertical() || variable.rank() < 2)
                .isPresent();
        return variable.type().isNumeric()
                && (variable.rank() >= 2 || (variable.rank() == 1 && horizontal.hasCellAxis(variable)))
                && variable.size() > 0
                && !coordinate
                && !horizontal.isPart(variable)
                && !coordinates.isDescribing(variable);
    }

    private Optional<GridVariable> grid(VariableHeader variable) throws IOException {
        Optional<HorizontalAxes.Found> found = horizontal.find(variable);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        TreeSet<Integer> free =
                new TreeSet<>(IntStream.range(0, variable.rank()).boxed().toList());
        free.remove(found.get().yAxis());
        free.remove(found.get().xAxis());
        Optional<VariableHeader> time = best(variable, coordinates.of(AxisKind.TIME), free);
        OptionalInt timeAxis = axis(variable, time, free);
        Optional<VariableHeader> level = best(variable, coordinates.verticals(), free);
        OptionalInt levelAxis = axis(variable, level, free);
        Optional<VerticalAxis> vertical = level.isPresent() ? vertical(level.get()) : Optional.empty();
        if (level.isEmpty()) {
            levelAxis = unnamedLevel(variable, free);
            vertical = levelAxis.isPresent() ? Optional.of(counted(variable, levelAxis.getAsInt())) : vertical;
        }
        if (hasLongAxis(variable, free)) {
            return Optional.empty();
        }
        return Optional.of(new GridVariable(
                variable,
                variable.attributes().text("standard_name"),
                variable.attributes().text("units"),
                timeAxis,
                levelAxis,
                found.get().yAxis(),
                found.get().xAxis(),
                found.get().grid(),
                found.get().origin(),
                time.isPresent() ? values.time(time.get()) : Optional.empty(),
                vertical,
                Packing.of(variable, problems)));
    }

    /**
     * Returns the coordinate of a variable among several: the coordinate variable of a dimension, else the one that
     * {@code coordinates} names, else one along a dimension, else a scalar that is named or is a time.
     */
    private Optional<VariableHeader> best(VariableHeader variable, List<VariableHeader> candidates, Set<Integer> free) {
        List<VariableHeader> listed = coordinates.listed(variable);
        int most = 0;
        Optional<VariableHeader> best = Optional.empty();
        for (VariableHeader candidate : candidates) {
            int score = score(variable, candidate, listed, free);
            if (score > most) {
                most = score;
                best = Optional.of(candidate);
            }
        }
        return best;
    }

    private int score(
            VariableHeader variable, VariableHeader candidate, List<VariableHeader> listed, Set<Integer> free) {
        List<String> axes = FileCoordinates.axes(candidate);
        boolean along = axes.size() == 1 && free.contains(variable.axis(axes.get(0)));
        boolean single = candidate.size() == 1 || axes.isEmpty();
        if (candidate.name().equals(variable.name()) || (!along && !single)) {
            return 0;
        }
        boolean named = listed.contains(candidate);
        boolean time = coordinates
                .kind(candidate)
                .filter(kind -> kind == AxisKind.TIME)
                .isPresent();
        if (!along && !named && !(time && axes.isEmpty())) {
            return 0;
        }
        boolean marked = candidate.attributes().find("axis").isPresent();
        return 1
                + (along ? 40 : 0)
                + (along && FileCoordinates.isDimensionCoordinate(candidate) ? 20 : 0)
                + (named ? 10 : 0)
                + (marked ? 5 : 0)
                + (AxisKinds.lastName(candidate).equals("time") ? 2 : 0);
    }

    private static OptionalInt axis(VariableHeader variable, Optional<VariableHeader> coordinate, Set<Integer> free) {
        List<String> axes = coordinate.map(FileCoordinates::axes).orElse(List.of());
        if (axes.size() != 1) {
            return OptionalInt.empty();
        }
        int axis = variable.axis(axes.get(0));
        return free.remove(axis) ? OptionalInt.of(axis) : OptionalInt.empty();
    }

    private Optional<VerticalAxis> vertical(VariableHeader level) throws IOException {
        return values.of(level)
                .map(read -> new VerticalAxis(
                        level.name(),
                        level.attributes().text("units").orElse(""),
                        level.attributes().text("positive"),
                        read));
    }

    private static OptionalInt unnamedLevel(VariableHeader variable, Set<Integer> free) {
        for (int axis : free) {
            String name = variable.dimensions().get(axis);
            if (LEVEL_DIMENSION
                    .matcher(name.substring(name.lastIndexOf('/') + 1))
                    .matches()) {
                free.remove(axis);
                return OptionalInt.of(axis);
            }
        }
        return OptionalInt.empty();
    }

    private VerticalAxis counted(VariableHeader variable, int axis) {
        String dimension = variable.dimensions().get(axis);
        double[] numbers = IntStream.range(0, (int) variable.shape()[axis])
                .asDoubleStream()
                .toArray();
        if (numbers.length > 1) {
            problems.accept("Dimension " + dimension + " has no coordinate variable: its levels are numbered from 0.");
        }
        return new VerticalAxis(dimension, "level", Optional.empty(), numbers);
    }

    private boolean hasLongAxis(VariableHeader variable, Set<Integer> free) {
        for (int axis : free) {
            if (variable.shape()[axis] != 1) {
                problems.accept("Variable " + variable.name() + " has the axis "
                        + variable.dimensions().get(axis)
                        + " of length " + variable.shape()[axis]
                        + ", which is neither time, level, latitude nor longitude: it is left out.");
                return true;
            }
        }
        return false;
    }
}
