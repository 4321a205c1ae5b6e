package dev.shoal.weights;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.ArrayFiles;
import dev.shoal.netcdf.Dimension;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.RowWindows;
import dev.shoal.plan.Window;
import dev.shoal.regrid.CellAreas;
import dev.shoal.regrid.CellEdges;
import dev.shoal.regrid.Grid;
import dev.shoal.regrid.GridWindow;
import dev.shoal.regrid.Method;
import dev.shoal.regrid.Normalisation;
import dev.shoal.regrid.Scheme;
import dev.shoal.regrid.WeightLinks;
import dev.shoal.regrid.Weights;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/**
 * A file of weights of CDO, ESMF, xESMF or ours, see {@link WeightFormat}. It is not closed here.
 *
 * <p>Weights are given out for two grids only after the file's own account of its grids was found to be theirs: a file
 * is never known by its name.
 */
public final class WeightFile {

    private static final int PIECE = 1 << 20;
    private static final int MOST_UNTOLD = 1 << 28;
    private static final double WHOLE = 1 - 1e-6;

    private final ArrayFile file;
    private final WeightFormat format;

    private WeightFile(ArrayFile file, WeightFormat format) {
        this.file = file;
        this.format = format;
    }

    /**
     * Takes a file.
     *
     * @param file open as long as this is used
     * @throws WeightFileException where it holds no weights, or those of gradients
     */
    public static WeightFile of(ArrayFile file) throws WeightFileException {
        WeightFormat format = WeightFormat.of(file.header())
                .orElseThrow(() -> new WeightFileException("Cannot read weights of " + file.location()
                        + ": found none, expected the variables src_address, dst_address and remap_matrix, or col, row"
                        + " and S. Make them with cdo gencon, ESMF_RegridWeightGen, xESMF or shoal weights make."));
        WeightFile weights = new WeightFile(file, format);
        weights.requireOneWeightPerLink();
        return weights;
    }

    /**
     * Returns the weights of a file for two grids; see {@link #weights}.
     *
     * @param location a path, or a URI of a scheme that Hadoop's FileSystem knows
     */
    public static Weights load(
            String location, Grid source, Grid target, Scheme scheme, GridCheck least, Configuration conf)
            throws IOException {
        try (ArrayFile file = ArrayFiles.open(location, conf)) {
            return of(file).weights(source, target, scheme, least);
        }
    }

    private void requireOneWeightPerLink() throws WeightFileException {
        VariableHeader variable = variable(format.weight());
        long perLink = variable.rank() > 1 ? variable.shape()[1] : 1;
        if (perLink != 1) {
            throw new WeightFileException("Cannot use the weights of " + file.location() + " (" + mapMethod()
                    + "): found " + perLink + " for each link, of the value and of its gradients, expected one. Take"
                    + " those of shoal weights make, or of a method without gradients, such as cdo genbil or gencon.");
        }
    }

    private VariableHeader variable(String name) {
        return file.header().variable(name).orElseThrow();
    }

    /** Returns how the file is laid out. */
    public WeightFormat format() {
        return format;
    }

    /** Returns the number of links. */
    public long links() {
        return variable(format.weight()).shape()[0];
    }

    /** Returns the file's word for the method; empty where it has none. */
    public String mapMethod() {
        return file.header().attributes().text("map_method").orElse("");
    }

    /** Returns the method that the file names. */
    public Optional<Method> method() {
        return MapMethods.method(mapMethod());
    }

    /**
     * Returns the normalisation of weights by area that the file names; {@link Normalisation#NONE} where it names none.
     */
    public Normalisation normalisation() {
        String word =
                file.header().attributes().text("normalization").orElse("").toUpperCase(Locale.ROOT);
        return Arrays.stream(Normalisation.values())
                .filter(known -> known.name().equals(word))
                .findFirst()
                .orElse(Normalisation.NONE);
    }

    /** Returns what the file tells of its source. */
    public ToldGrid source() {
        return new ToldGrid(file, format.sourceNames(), "source");
    }

    /** Returns what the file tells of its target. */
    public ToldGrid target() {
        return new ToldGrid(file, format.targetNames(), "target");
    }

    /**
     * Returns the weights for two grids.
     *
     * @param scheme that they are applied by; its method must be the file's where the file names one
     * @param least what the file must tell of its grids; what it tells beyond is checked too
     * @throws WeightFileException where the file's grids are others, where it tells less of them, where it was made for
     *     a mask, or where its weights are not of the method
     */
    public Weights weights(Grid source, Grid target, Scheme scheme, GridCheck least) throws IOException {
        Method method = scheme.method();
        requireMethod(method);
        boolean corners = method.isByArea();
        source().require(source, least, corners);
        target().require(target, least, corners);
        WeightLinks links = new WeightLinks(source, target, GridWindow.of(target), method);
        double[] factor = factors(target, method);
        RowWindows windows = new RowWindows(new long[] {links()}, PIECE);
        while (windows.hasNext()) {
            add(windows.next(), links, factor);
        }
        return links.toWeights(method.isByArea() ? areas(target, scheme.edges()) : new double[0]);
    }

    private void requireMethod(Method method) throws WeightFileException {
        boolean other = method().filter(named -> named != plain(method)).isPresent();
        if (other && !mapMethod().equals(MapMethods.of(method))) {
            throw new WeightFileException("Cannot use the weights of " + file.location() + " for "
                    + method.name().toLowerCase(Locale.ROOT) + ": they are of '" + mapMethod()
                    + "'. Name that method.");
        }
    }

    private static Method plain(Method method) {
        return method == Method.CONSERVATIVE2 ? Method.CONSERVATIVE : method;
    }

    private void add(Window window, WeightLinks links, double[] factor) throws IOException {
        double[] from = read(format.source(), window);
        double[] to = read(format.target(), window);
        double[] weight = matrix(window);
        for (int link = 0; link < weight.length; link++) {
            int cell = (int) to[link] - 1;
            boolean known = cell >= 0 && cell < factor.length;
            try {
                links.add(cell, (long) from[link] - 1, known ? weight[link] * factor[cell] : weight[link]);
            } catch (IllegalArgumentException fault) {
                throw new WeightFileException(
                        "Cannot read link " + (window.start(0) + link) + " of " + file.location() + ": "
                                + fault.getMessage() + " Make the file again for these grids.",
                        fault);
            }
        }
    }

    private double[] read(String name, Window window) throws IOException {
        return file.read(variable(name), window).toDoubles();
    }

    /**
     * Returns what the weights of each target cell are multiplied by to be shares of the cell's own area. CDO's own
     * files say 1 for all cells where weights are divided by their sum, so that cells that lie partly outside of the
     * source cannot be told: their weights stay those of the covered part.
     */
    private double[] factors(Grid target, Method method) throws IOException {
        double[] factors = new double[target.size()];
        Arrays.fill(factors, 1);
        Optional<VariableHeader> frac =
                file.header().variable(format.targetNames().frac());
        if (method.isByArea() && normalisation() == Normalisation.FRACAREA && frac.isPresent()) {
            double[] told = file.read(frac.get()).toDoubles();
            return Arrays.stream(told).anyMatch(share -> share > 0 && share < WHOLE) ? told : factors;
        }
        return factors;
    }

    /**
     * Tells whether weights by area are shares of whole target cells, so that sums over them may be taken as well as
     * means; those that were divided by their sum, without a word by what, are not.
     */
    public boolean knowsCoverage() throws IOException {
        Optional<VariableHeader> frac =
                file.header().variable(format.targetNames().frac());
        if (normalisation() != Normalisation.FRACAREA || frac.isEmpty()) {
            return normalisation() != Normalisation.FRACAREA;
        }
        return Arrays.stream(file.read(frac.get()).toDoubles()).anyMatch(share -> share > 0 && share < WHOLE);
    }

    /**
     * What the weights of target cells sum to.
     *
     * @param least of all target cells that have a link
     * @param most of them
     * @param cells that have a link
     */
    public record Sums(double least, double most, long cells) {}

    /** Sums the weights of each target cell; memory is one number for each cell. */
    public Sums sums() throws IOException {
        double[] sums = new double[0];
        RowWindows windows = new RowWindows(new long[] {links()}, PIECE);
        while (windows.hasNext()) {
            Window window = windows.next();
            double[] to = read(format.target(), window);
            double[] weight = matrix(window);
            for (int link = 0; link < to.length; link++) {
                int cell = targetCell(to[link]);
                if (cell >= sums.length) {
                    int before = sums.length;
                    sums = Arrays.copyOf(sums, Math.max(cell + 1, 2 * before));
                    Arrays.fill(sums, before, sums.length, Double.NaN);
                }
                sums[cell] = Double.isNaN(sums[cell]) ? weight[link] : sums[cell] + weight[link];
            }
        }
        double[] linked = Arrays.stream(sums).filter(sum -> !Double.isNaN(sum)).toArray();
        return new Sums(
                Arrays.stream(linked).min().orElse(Double.NaN),
                Arrays.stream(linked).max().orElse(Double.NaN),
                linked.length);
    }

    private int targetCell(double told) throws WeightFileException {
        long most = target().size().orElse((long) MOST_UNTOLD);
        if (!(told >= 1 && told <= Math.min(most, MOST_UNTOLD))) {
            throw new WeightFileException("Cannot read links of " + file.location() + ": found target cell " + told
                    + ", expected 1 to " + Math.min(most, MOST_UNTOLD) + ". Make the file again.");
        }
        return (int) told;
    }

    private double[] matrix(Window window) throws IOException {
        VariableHeader matrix = variable(format.weight());
        Window cells = matrix.rank() == 1
                ? window
                : Window.at(new long[] {window.start(0), 0}, new long[] {window.length(0), 1});
        return file.read(matrix, cells).toDoubles();
    }

    private double[] areas(Grid target, CellEdges edges) throws WeightFileException {
        try {
            return CellAreas.of(target, edges);
        } catch (IllegalArgumentException fault) {
            throw new WeightFileException(
                    "Cannot use the weights by area of " + file.location() + ": " + fault.getMessage(), fault);
        }
    }

    /** Returns the length of a dimension of the file. */
    static Optional<Long> length(ArrayFile file, String dimension) {
        return file.header().dimension(dimension).map(Dimension::length);
    }
}
