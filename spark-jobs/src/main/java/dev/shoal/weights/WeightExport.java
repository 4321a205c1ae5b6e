package dev.shoal.weights;

import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.NetcdfWriter;
import dev.shoal.regrid.CellAreas;
import dev.shoal.regrid.Grid;
import dev.shoal.regrid.GridWindow;
import dev.shoal.regrid.Normalisation;
import dev.shoal.regrid.Scheme;
import dev.shoal.regrid.Weights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.apache.hadoop.conf.Configuration;

/**
 * Writes weights as a netCDF-4 file that CDO, ESMF and xESMF read. Nothing is masked in it: the weights are those of
 * the grids alone.
 *
 * <p>Weights by area hold shares of the target cell's own area, which is {@code destarea}; with {@code fracarea} they
 * are divided by their sum, {@code dst_grid_frac} or {@code frac_b}. Those of bicubic and second-order conservative
 * regridding are the plain ones, which are exact where no value is missing.
 *
 * <p>Links are in the order of target cells. Memory is that of one block of weights, and by area of two numbers for
 * each cell of both grids.
 */
public final class WeightExport {

    private static final int DEFLATE_LEVEL = 1;

    private final GridCells source;
    private final GridCells target;
    private final Scheme scheme;
    private final WeightFormat format;
    private final Normalisation normalisation;

    /** Where the weights come from. */
    public interface Blocks {

        /** Returns the number of links in all. */
        long links() throws IOException;

        /**
         * Shows the weights of the whole target once, in windows of all its columns, from the first row to the last.
         */
        void each(Receiver receiver) throws IOException;

        /** Returns weights that are in memory. */
        static Blocks of(Weights weights) {
            Weights whole = weights.plain();
            return new Blocks() {
                @Override
                public long links() {
                    return whole.entries();
                }

                @Override
                public void each(Receiver receiver) throws IOException {
                    receiver.accept(whole);
                }
            };
        }
    }

    /** Receives blocks of weights. */
    @FunctionalInterface
    public interface Receiver {

        /** Receives the next block. */
        void accept(Weights block) throws IOException;
    }

    /**
     * Prepares to write.
     *
     * @param scheme that the weights are made by
     * @param normalisation of weights by area: fracarea or destarea; others have none
     */
    public WeightExport(Grid source, Grid target, Scheme scheme, WeightFormat format, Normalisation normalisation) {
        if (normalisation == Normalisation.NONE) {
            throw new IllegalArgumentException(
                    "Cannot write weights with normalisation none, expected fracarea or destarea.");
        }
        this.source = new GridCells(source);
        this.target = new GridCells(target);
        this.scheme = scheme;
        this.format = format;
        this.normalisation = normalisation;
    }

    /**
     * Writes the file in the place of whatever was there, whole or not at all.
     *
     * @param location a path, or a URI of a scheme that Hadoop's FileSystem knows
     * @param scratch local folder for encoded chunks
     */
    public void write(Blocks blocks, String location, Configuration conf, Path scratch) throws IOException {
        long links = blocks.links();
        if (links > Integer.MAX_VALUE) {
            throw new IOException("Cannot write weights to " + location + ": there are " + links
                    + " links, expected fewer than 2^31, which is the most that CDO reads. Write parts of the target.");
        }
        try (NetcdfWriter writer = NetcdfWriter.create(
                WeightHeader.of(format, source, target, scheme, normalisation, links), DEFLATE_LEVEL, scratch)) {
            Sums sums = new Sums(writer);
            blocks.each(sums::add);
            sums.end(location, links);
            if (format != WeightFormat.XESMF) {
                grid(writer, format.sourceNames(), source);
                grid(writer, format.targetNames(), target);
            }
            writer.publish(location, conf);
        }
    }

    /** The links while they are written, and what is summed over them. */
    private final class Sums {
        private final NetcdfWriter writer;
        private final LinkColumn columns;
        private final LinkColumn rows;
        private final LinkColumn weights;
        private final double[] targetFrac;
        private final double[] sourceFrac;
        private final double[] targetArea;
        private int nextRow;
        private long links;

        Sums(NetcdfWriter writer) {
            this.writer = writer;
            columns = LinkColumn.ofNumbers(writer, format.source());
            rows = LinkColumn.ofNumbers(writer, format.target());
            weights = LinkColumn.ofValues(writer, format.weight());
            targetFrac =
                    new double[format == WeightFormat.XESMF ? 0 : target.grid().size()];
            sourceFrac = new double[targetFrac.length == 0 ? 0 : source.grid().size()];
            targetArea = new double[scheme.method().isByArea() ? targetFrac.length : 0];
        }

        void add(Weights block) throws IOException {
            GridWindow window = block.target();
            Grid grid = target.grid();
            if (window.y0() != nextRow || window.columns() != grid.nx()) {
                throw new IllegalArgumentException("Cannot write weights of target cells " + window + ": expected all "
                        + grid.nx() + " columns from row " + nextRow + " on.");
            }
            if (targetArea.length > 0) {
                System.arraycopy(block.targetAreas(), 0, targetArea, nextRow * grid.nx(), window.size());
            }
            Weights plain = block.plain();
            for (int y = window.y0(); y < window.y1(); y++) {
                for (int x = 0; x < grid.nx(); x++) {
                    add(y * grid.nx() + x, plain.sourcesOf(y, x), plain.weightsOf(y, x));
                }
            }
            nextRow = window.y1();
        }

        private void add(int cell, int[] from, double[] share) throws IOException {
            boolean byArea = scheme.method().isByArea();
            double sum = Arrays.stream(share).sum();
            double divisor = byArea && normalisation == Normalisation.FRACAREA && sum != 0 ? sum : 1;
            double area = targetArea.length > 0 ? targetArea[cell] : 0;
            for (int link = 0; link < from.length; link++) {
                columns.add(from[link] + 1);
                rows.add(cell + 1);
                weights.add(share[link] / divisor);
                if (area > 0) {
                    sourceFrac[from[link]] += share[link] * area;
                }
            }
            if (targetFrac.length > 0) {
                targetFrac[cell] = byArea ? sum : Math.min(1, from.length);
            }
            links += from.length;
        }

        void end(String location, long expected) throws IOException {
            if (nextRow != target.grid().ny() || links != expected) {
                throw new IOException("Cannot write weights to " + location + ": found " + links + " links of "
                        + nextRow + " rows, expected " + expected + " of "
                        + target.grid().ny() + ". Make them again.");
            }
            columns.end();
            rows.end();
            weights.end();
            if (targetFrac.length > 0) {
                writer.put(format.targetNames().frac(), targetFrac);
                if (targetArea.length > 0) {
                    endAreas();
                }
                writer.put(format.sourceNames().frac(), sourceFrac);
            }
        }

        private void endAreas() throws IOException {
            double[] sourceArea = CellAreas.of(source.grid(), scheme.edges());
            for (int cell = 0; cell < sourceFrac.length; cell++) {
                sourceFrac[cell] /= sourceArea[cell] == 0 ? 1 : sourceArea[cell];
            }
            writer.put(format.targetNames().area(), targetArea);
            writer.put(format.sourceNames().area(), sourceArea);
        }
    }

    private void grid(NetcdfWriter writer, GridNames names, GridCells cells) throws IOException {
        boolean radians = format == WeightFormat.SCRIP;
        writer.put(names.dims(), cells.dims());
        values(writer, names.lat(), 1, cell -> angle(cells.lat(cell), radians));
        values(writer, names.lon(), 1, cell -> angle(cells.lon(cell), radians));
        int most = cells.corners();
        if (most > 0) {
            values(writer, names.cornerLat(), most, at -> angle(cells.cornerLat(at / most, at % most), radians));
            values(writer, names.cornerLon(), most, at -> angle(cells.cornerLon(at / most, at % most), radians));
        }
        writer.put(names.mask(), (variable, window) -> {
            int[] mask = new int[(int) window.size()];
            Arrays.setAll(mask, i -> cells.isHole((int) window.start(0) + i) ? 0 : 1);
            return new ArrayBlock(ElementType.INT, window.shape(), mask);
        });
    }

    private static double angle(double degrees, boolean radians) {
        double angle = Double.isNaN(degrees) ? 0 : degrees;
        return radians ? Math.toRadians(angle) : angle;
    }

    private static void values(NetcdfWriter writer, String name, int perCell, IntToDoubleFunction value)
            throws IOException {
        writer.put(name, (variable, window) -> {
            double[] values = new double[(int) window.size()];
            int first = Math.toIntExact(window.start(0) * perCell);
            Arrays.setAll(values, i -> value.applyAsDouble(first + i));
            return new ArrayBlock(ElementType.DOUBLE, window.shape(), values);
        });
    }
}
