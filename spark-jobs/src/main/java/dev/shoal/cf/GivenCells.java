package dev.shoal.cf;

import dev.shoal.netcdf.VariableHeader;
import dev.shoal.regrid.CellCorners;
import dev.shoal.regrid.GivenCorners;
import dev.shoal.regrid.RectilinearGrid;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the bounds of cells that a file gives, and judges them: bounds that do not hold their points are not used. */
final class GivenCells {

    /** The share of cells that may lie away from their points before all corners are doubted. */
    private static final double MOST_ASTRAY = 0.01;

    private final FileCoordinates coordinates;
    private final CoordinateValues values;
    private final Problems problems;

    GivenCells(FileCoordinates coordinates, CoordinateValues values, Problems problems) {
        this.coordinates = coordinates;
        this.values = values;
        this.problems = problems;
    }

    /** Corners and what gave them. */
    record Given(CellCorners corners, String words) {
        static final Given NONE = new Given(CellCorners.NONE, "");
    }

    /** A rectilinear grid and what gave its bounds. */
    record Bounded(RectilinearGrid grid, String words) {}

    /** Returns the variable of a coordinate's bounds: the one it names, else one of the names that models use. */
    Optional<VariableHeader> bounds(VariableHeader coordinate) {
        String name = coordinate.name();
        String last = name.substring(name.lastIndexOf('/') + 1);
        Stream<String> told = coordinate.attributes().text("bounds").stream();
        Stream<String> usual = Stream.of(
                "bounds_" + last,
                "bounds_" + last.replaceFirst("nav_", ""),
                last + "_vertices",
                last.replaceFirst("^nav_", "") + "_vertices",
                last.replaceFirst("^clat$", "clat_bnds").replaceFirst("^clon$", "clon_bnds"));
        return Stream.concat(told, usual)
                .flatMap(word -> coordinates.resolve(name, word).stream())
                .filter(found -> isAround(found, coordinate))
                .findFirst();
    }

    private static boolean isAround(VariableHeader bounds, VariableHeader coordinate) {
        int rank = coordinate.rank();
        return bounds.rank() == rank + 1
                && bounds.dimensions().subList(0, rank).equals(coordinate.dimensions())
                && bounds.shape()[rank] >= 2;
    }

    /** Makes a rectilinear grid with the bounds that its axes have; those that do not hold their values are told. */
    Bounded rectilinear(VariableHeader latitude, VariableHeader longitude, double[] lat, double[] lon)
            throws IOException {
        RectilinearGrid grid = new RectilinearGrid(lat, lon);
        Optional<double[]> north = axis(latitude, lat, false);
        Optional<double[]> east = axis(longitude, lon, true);
        if (north.isEmpty() && east.isEmpty()) {
            return new Bounded(grid, "");
        }
        String words = Stream.of(
                        north.isPresent() ? bounds(latitude) : Optional.<VariableHeader>empty(),
                        east.isPresent() ? bounds(longitude) : Optional.<VariableHeader>empty())
                .flatMap(Optional::stream)
                .map(VariableHeader::name)
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
        return new Bounded(
                new RectilinearGrid(lat, lon, north.orElseGet(grid::latBounds), east.orElseGet(grid::lonBounds)),
                "bounds " + words);
    }

    private Optional<double[]> axis(VariableHeader coordinate, double[] axis, boolean turns) throws IOException {
        Optional<VariableHeader> found = bounds(coordinate).filter(bounds -> bounds.shape()[1] == 2);
        Optional<double[]> stored = found.isPresent() ? values.degrees(found.get()) : Optional.empty();
        if (found.isEmpty() || stored.isEmpty()) {
            return Optional.empty();
        }
        double[] bounds = stored.get().clone();
        for (int i = 0; i < axis.length; i++) {
            if (turns) {
                turn(axis[i], bounds, i);
            }
            for (int side = 2 * i; side < 2 * i + 2; side++) {
                boolean pastPole = !turns && Math.abs(bounds[side]) > 90;
                bounds[side] = pastPole ? Math.copySign(90, bounds[side]) : bounds[side];
            }
            double low = Math.min(bounds[2 * i], bounds[2 * i + 1]);
            double high = Math.max(bounds[2 * i], bounds[2 * i + 1]);
            double room = 1e-3 * (high - low);
            if (!(low < high && axis[i] >= low - room && axis[i] <= high + room)) {
                problems.accept("Bounds " + found.get().name() + " are not used: " + coordinate.name() + " " + axis[i]
                        + " has the bounds " + stored.get()[2 * i] + " and " + stored.get()[2 * i + 1]
                        + ", expected two that it lies between. Cells reach half-way to their neighbours instead.");
                return Optional.empty();
            }
        }
        return Optional.of(bounds);
    }

    /**
     * Returns the bounds of an axis of a map's plane, shape {@code (n, 2)}; nothing where they hold not every value.
     */
    Optional<double[]> planeBounds(VariableHeader coordinate, double[] axis) throws IOException {
        Optional<VariableHeader> found = bounds(coordinate).filter(bounds -> bounds.shape()[1] == 2);
        Optional<double[]> stored = found.isPresent() ? values.of(found.get()) : Optional.empty();
        for (int i = 0; i < axis.length && stored.isPresent(); i++) {
            double low = Math.min(stored.get()[2 * i], stored.get()[2 * i + 1]);
            double high = Math.max(stored.get()[2 * i], stored.get()[2 * i + 1]);
            if (!(low < high && low <= axis[i] && axis[i] <= high)) {
                problems.accept("Bounds " + found.get().name() + " are not used: " + coordinate.name() + " " + axis[i]
                        + " has the bounds " + low + " and " + high + ", expected two that it lies between.");
                return Optional.empty();
            }
        }
        return stored;
    }

    /** Brings a cell's two bounds to within half a turn of its longitude, unless they hold it as they are. */
    private static void turn(double lon, double[] bounds, int i) {
        double low = Math.min(bounds[2 * i], bounds[2 * i + 1]);
        double high = Math.max(bounds[2 * i], bounds[2 * i + 1]);
        if (low <= lon && lon <= high && high - low <= 360) {
            return;
        }
        for (int side = 2 * i; side < 2 * i + 2; side++) {
            bounds[side] += 360 * Math.rint((lon - bounds[side]) / 360);
        }
    }

    /**
     * Returns the corners of cells placed one by one.
     *
     * @param lat degrees north of the points, NaN at holes
     * @param lon degrees east
     */
    Given corners(VariableHeader latitude, VariableHeader longitude, double[] lat, double[] lon) throws IOException {
        Optional<VariableHeader> north = bounds(latitude);
        Optional<VariableHeader> east = bounds(longitude);
        boolean both = north.isPresent()
                && east.isPresent()
                && List.of(north.get().shape()[latitude.rank()])
                        .equals(List.of(east.get().shape()[longitude.rank()]))
                && north.get().shape()[latitude.rank()] >= 3;
        if (!both) {
            return Given.NONE;
        }
        Optional<double[]> cornerLat = values.degrees(north.get());
        Optional<double[]> cornerLon = values.degrees(east.get());
        if (cornerLat.isEmpty() || cornerLon.isEmpty()) {
            return Given.NONE;
        }
        int most = Math.toIntExact(north.get().shape()[latitude.rank()]);
        String what = "bounds " + north.get().name() + ", " + east.get().name();
        return judged(most, cornerLat.get().clone(), cornerLon.get().clone(), lat, lon, what)
                .map(corners -> new Given(corners, what))
                .orElse(Given.NONE);
    }

    /** Judges corners, which are taken over; nothing where too many cells do not hold their points. */
    Optional<CellCorners> judged(
            int most, double[] cornerLat, double[] cornerLon, double[] lat, double[] lon, String what) {
        GivenCorners given = GivenCorners.of(most, cornerLat, cornerLon, lat, lon);
        if (given.cells() == 0) {
            problems.accept("Of " + what + " no cell has corners: they are not used.");
            return Optional.empty();
        }
        if (given.astray() > MOST_ASTRAY * given.cells()) {
            problems.accept("Of " + what + " " + given.astray() + " of " + given.cells()
                    + " cells do not hold their points: they are not used.");
            return Optional.empty();
        }
        tell(given.astray(), given.cells(), what, "do not hold their points and are left out");
        tell(given.flat(), given.cells(), what, "have fewer than three corners in different places and are left out");
        tell(given.turned(), given.cells(), what, "have corners that do not go round the cell: they are put in order");
        return Optional.of(given.corners());
    }

    private void tell(int count, int cells, String what, String fault) {
        if (count > 0) {
            problems.accept("Of " + what + " " + count + " of " + cells + " cells " + fault + ".");
        }
    }
}
