package dev.shoal.stage;

import dev.shoal.cf.CfDataset;
import dev.shoal.cf.FieldReader;
import dev.shoal.cf.GridVariable;
import dev.shoal.cf.view.FieldDepths;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.plan.FieldLayout;
import dev.shoal.plan.Window;
import dev.shoal.regrid.GridWindow;
import dev.shoal.regrid.MissingRule;
import dev.shoal.regrid.Stencil;
import dev.shoal.regrid.UnstructuredGrid;
import dev.shoal.regrid.Weigher;
import dev.shoal.regrid.Weights;
import dev.shoal.regrid.vertical.LevelSamples;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** A field of one open file, sampled at points: between cells, then between levels. For one thread. */
final class SampledField {

    private final ArrayFile file;
    private final GridVariable field;
    private final FieldLayout layout;
    private final SampleRequest request;
    private final Weigher weigher;
    private final Optional<FieldDepths> depths;

    /**
     * Makes ready.
     *
     * @param weigher of the field's grid
     */
    SampledField(ArrayFile file, CfDataset dataset, GridVariable field, SampleRequest request, Weigher weigher)
            throws IOException {
        this.file = file;
        this.field = field;
        this.layout = field.layout();
        this.request = request;
        this.weigher = weigher;
        this.depths = field.verticalAxis().isPresent() ? FieldDepths.of(file, dataset, field) : Optional.empty();
    }

    /**
     * Samples one step.
     *
     * @param step of the file's own
     * @param depth metres down of each point; not used where the field has no levels
     * @return one for each point; NaN means missing
     */
    double[] at(int step, double[] lat, double[] lon, double[] depth) throws IOException {
        UnstructuredGrid points = UnstructuredGrid.points(lat, lon);
        Weights weights = weigher.weights(points, GridWindow.of(points));
        GridWindow source = weights.sourceWindow();
        double[] values = new double[lat.length];
        Arrays.fill(values, Double.NaN);
        if (source.isEmpty()) {
            return values;
        }
        Stencil stencil = weights.over(source);
        if (field.verticalAxis().isEmpty()) {
            stencil.apply(level(step, 0, source), MissingRule.STANDARD, values);
            return values;
        }
        int levels = (int) field.header().shape()[field.verticalAxis().orElseThrow()];
        double[] columns = new double[levels * lat.length];
        double[] at = new double[levels * lat.length];
        double[] one = new double[lat.length];
        for (int level = 0; level < levels; level++) {
            stencil.apply(level(step, level, source), MissingRule.STANDARD, one);
            System.arraycopy(one, 0, columns, level * one.length, one.length);
        }
        double[] coordinate = depths(step, levels, source);
        if (coordinate.length != levels) {
            for (int level = 0; level < levels; level++) {
                int cells = source.size();
                double[] block = Arrays.copyOfRange(coordinate, level * cells, (level + 1) * cells);
                stencil.apply(block, MissingRule.STANDARD, one);
                System.arraycopy(one, 0, at, level * one.length, one.length);
            }
            coordinate = at;
        }
        new LevelSamples(request.vertical()).apply(coordinate, columns, depth, values);
        return values;
    }

    private double[] level(int step, int level, GridWindow source) throws IOException {
        double[] values = new double[source.size()];
        new FieldReader(file, field.header().name(), layout)
                .read(range(step), range(level), FieldWork.rows(source), FieldWork.columns(source), values);
        return values;
    }

    private double[] depths(int step, int levels, GridWindow source) throws IOException {
        Window window =
                layout.window(range(step), Window.whole(levels), FieldWork.rows(source), FieldWork.columns(source));
        return depths.orElseThrow().at(window);
    }

    private static Window range(int at) {
        return new Window(new long[] {at}, new long[] {at + 1L});
    }
}
