package dev.shoal.cf.view;

import dev.shoal.cf.CfDataset;
import dev.shoal.cf.GridVariable;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.plan.Window;
import dev.shoal.regrid.vertical.VerticalMethod;
import dev.shoal.regrid.vertical.VerticalScheme;
import java.io.IOException;
import java.util.Optional;

/** How deep the levels of a field lie, by its axis or by the formula of its vertical coordinate. */
public final class FieldDepths {

    private static final LevelChoice ANY =
            new LevelChoice(new double[] {0}, VerticalScheme.of(VerticalMethod.LINEAR), LevelChoice.DEPTH);

    private final ArrayFile file;
    private final GridVariable field;
    private final LevelCoordinate coordinate;

    private FieldDepths(ArrayFile file, GridVariable field, LevelCoordinate coordinate) {
        this.file = file;
        this.field = field;
        this.coordinate = coordinate;
    }

    /**
     * Finds the depths of a field with levels.
     *
     * @param file of the field, open as long as this is used
     * @param dataset what the file means
     * @return nothing where the levels are no lengths and no formula makes them such
     */
    public static Optional<FieldDepths> of(ArrayFile file, CfDataset dataset, GridVariable field) throws IOException {
        return new LevelSearch(file, dataset, ANY)
                .of(field)
                .map(coordinate -> new FieldDepths(file, field, coordinate));
    }

    /**
     * Reckons depths in metres below the datum.
     *
     * @param window of the field in the order of its axes: one step, all levels
     * @return one for each cell of the window, or one for each level where all columns share them
     */
    public double[] at(Window window) throws IOException {
        return coordinate.at(file, field.header(), window);
    }
}
