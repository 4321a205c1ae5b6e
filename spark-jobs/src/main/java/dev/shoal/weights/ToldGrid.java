package dev.shoal.weights;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.regrid.Grid;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a file of weights tells of one of its grids.
 *
 * @param file that tells it
 * @param names it has for that
 * @param side source or target, for messages
 */
public record ToldGrid(ArrayFile file, GridNames names, String side) {

    /** Positions this far apart on the sphere are one: 1e-4 degrees, room for coordinates of single precision. */
    private static final double TOLERANCE = Math.toRadians(1e-4);

    /** Returns the number of cells, where it is told. */
    public Optional<Long> size() {
        return WeightFile.length(file, names.size());
    }

    /** Returns the lengths of the axes, fastest first; empty where they are not told. */
    public long[] dims() throws IOException {
        Optional<VariableHeader> dims = file.header().variable(names.dims());
        return dims.isEmpty()
                ? new long[0]
                : Arrays.stream(file.read(dims.get()).toDoubles())
                        .mapToLong(length -> (long) length)
                        .toArray();
    }

    /** Returns how much is told. */
    public GridCheck told() {
        if (size().isEmpty()) {
            return GridCheck.NOTHING;
        }
        if (file.header().variable(names.lat()).isEmpty()
                || file.header().variable(names.lon()).isEmpty()) {
            return GridCheck.SIZE;
        }
        return file.header().variable(names.cornerLat()).isEmpty() ? GridCheck.POSITIONS : GridCheck.CORNERS;
    }

    /** Returns the number of cells that are masked. */
    public long masked() throws IOException {
        return mask().length - Arrays.stream(mask()).filter(value -> value != 0).count();
    }

    private double[] mask() throws IOException {
        Optional<VariableHeader> mask = file.header().variable(names.mask());
        return mask.isEmpty() ? new double[0] : file.read(mask.get()).toDoubles();
    }

    /**
     * Refuses another grid than the one that is told of.
     *
     * @param least what must be told
     * @param corners whether corners count, where both have them
     */
    void require(Grid grid, GridCheck least, boolean corners) throws IOException {
        if (told().compareTo(least) < 0) {
            throw refused(
                    "it tells " + told() + " of it",
                    least + " at least, to know it by",
                    "Make the file with grids in it, or allow files without.");
        }
        GridCells cells = new GridCells(grid);
        requireShape(grid, cells);
        requireNoMask(cells);
        if (told().compareTo(GridCheck.POSITIONS) >= 0) {
            requirePositions(cells);
        }
        if (corners && told() == GridCheck.CORNERS && cells.corners() > 0) {
            requireCorners(cells);
        }
    }

    private void requireShape(Grid grid, GridCells cells) throws IOException {
        Optional<Long> size = size();
        if (size.isPresent() && size.get() != grid.size()) {
            throw refused(size.get() + " cells", grid.size() + ", of a " + grid, "");
        }
        long[] told = dims();
        long[] own = Arrays.stream(cells.dims()).asLongStream().toArray();
        if (told.length > 1 && own.length > 1 && !Arrays.equals(told, own)) {
            throw refused("axes of " + Arrays.toString(told), Arrays.toString(own) + ", of a " + grid, "");
        }
    }

    /** Weights for a mask lack what other masks need: only cells without a position may be masked. */
    private void requireNoMask(GridCells cells) throws IOException {
        double[] mask = mask();
        for (int cell = 0; cell < mask.length; cell++) {
            if (mask[cell] == 0 && !cells.isHole(cell)) {
                throw refused(
                        "cell " + cell + " masked",
                        "weights for no mask",
                        "Make them from a field without missing values, such as cdo -setmisstoc,0 makes.");
            }
        }
    }

    private void requirePositions(GridCells cells) throws IOException {
        double[] lat = degrees(names.lat());
        double[] lon = degrees(names.lon());
        for (int cell = 0; cell < lat.length; cell++) {
            double[] own = GridCells.position(cells.lat(cell), cells.lon(cell));
            if (!cells.isHole(cell) && apart(own, GridCells.position(lat[cell], lon[cell])) > TOLERANCE) {
                throw refused(
                        "cell " + cell + " at " + text(lat[cell], lon[cell]),
                        text(cells.lat(cell), cells.lon(cell)) + ", of a " + cells.grid(),
                        "");
            }
        }
    }

    private void requireCorners(GridCells cells) throws IOException {
        double[] lat = degrees(names.cornerLat());
        double[] lon = degrees(names.cornerLon());
        int most = lat.length / Math.max(1, cells.grid().size());
        for (int at = 0; at < lat.length; at++) {
            int cell = at / most;
            if (!cells.isHole(cell) && !isCorner(cells, cell, GridCells.position(lat[at], lon[at]))) {
                throw refused(
                        "cell " + cell + " with a corner at " + text(lat[at], lon[at]),
                        "the corners of a " + cells.grid(),
                        "");
            }
        }
    }

    private static boolean isCorner(GridCells cells, int cell, double[] position) {
        for (int corner = 0; corner < cells.corners(); corner++) {
            if (apart(cells.corner(cell, corner), position) <= TOLERANCE) {
                return true;
            }
        }
        return false;
    }

    private static double apart(double[] a, double[] b) {
        return Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
    }

    private double[] degrees(String name) throws IOException {
        VariableHeader variable = file.header().variable(name).orElseThrow();
        double[] values = file.read(variable).toDoubles();
        if (variable.attributes().text("units").orElse("").startsWith("rad")) {
            Arrays.setAll(values, i -> Math.toDegrees(values[i]));
        }
        return values;
    }

    private static String text(double lat, double lon) {
        return String.format("%.4f N %.4f E", lat, lon);
    }

    private WeightFileException refused(String found, String expected, String remedy) {
        return new WeightFileException("Cannot use the weights of " + file.location() + ": of its " + side
                + " grid found " + found + ", expected " + expected + ". "
                + (remedy.isEmpty() ? "Make the weights again for this grid." : remedy));
    }
}
