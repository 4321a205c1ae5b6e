package dev.shoal.stage;

import dev.shoal.cf.CfDataset;
import dev.shoal.cf.FieldReader;
import dev.shoal.cf.GridVariable;
import dev.shoal.cf.VerticalAxis;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.Window;
import dev.shoal.qc.NearestName;
import dev.shoal.qc.field.FieldAxes;
import dev.shoal.qc.field.FieldCycle;
import dev.shoal.qc.field.GriddedField;
import dev.shoal.regrid.RectilinearGrid;
import dev.shoal.spec.FieldSpec;
import dev.shoal.zarr.ArrayStores;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/** The open file of a gridded field. Makes sure that it holds the field before a value is read. */
final class FieldFile implements Closeable {

    /** Cells that are decoded at once. */
    private static final int CELLS = 1 << 22;

    private final FieldSpec spec;
    private final ArrayFile file;
    private final GridVariable variable;
    private final FieldAxes axes;

    private FieldFile(FieldSpec spec, ArrayFile file) throws IOException {
        this.spec = spec;
        this.file = file;
        this.variable = variable(CfDataset.of(file));
        this.axes = axes();
    }

    /**
     * Opens the file of a field.
     *
     * @throws StageException where it holds no such field, or cannot be read
     */
    static FieldFile open(FieldSpec spec, Configuration conf) {
        try {
            ArrayFile file = ArrayStores.open(spec.path(), conf);
            try {
                return new FieldFile(spec, file);
            } catch (IOException | RuntimeException error) {
                file.close();
                throw error;
            }
        } catch (IOException | IllegalArgumentException error) {
            throw problem(spec, String.valueOf(error.getMessage()), "Check the file and its path.", error);
        }
    }

    private static StageException problem(FieldSpec spec, String found, String remedy, Exception cause) {
        return StageException.configuration(text(spec, found, remedy), cause);
    }

    private StageException problem(String found, String remedy) {
        return StageException.configuration(text(spec, found, remedy));
    }

    private static String text(FieldSpec spec, String found, String remedy) {
        return "Cannot take the field '" + spec.name() + "' from variable '" + spec.variable() + "' of '" + spec.path()
                + "': " + found + (found.matches("(?s).*[.?]") ? " " : ". ") + remedy;
    }

    private GridVariable variable(CfDataset cf) {
        Optional<GridVariable> found = cf.grid(spec.variable())
                .or(() -> cf.grids().stream()
                        .filter(grid -> grid.standardName().orElse("").equals(spec.variable()))
                        .findFirst());
        return found.orElseThrow(() -> missing(cf));
    }

    private StageException missing(CfDataset cf) {
        if (file.header().variable(spec.variable()).isPresent()) {
            return problem(
                    "it lies on no grid that can be told, expected one of latitudes and longitudes."
                            + (cf.problems().isEmpty() ? "" : " " + String.join(" ", cf.problems())),
                    "Give its axes units of degrees_north and degrees_east.");
        }
        List<String> grids =
                cf.grids().stream().map(grid -> grid.header().name()).toList();
        List<String> names = grids.isEmpty()
                ? file.header().variables().stream().map(VariableHeader::name).toList()
                : grids;
        return problem(
                "there is no variable of that name or CF standard name." + NearestName.hint(spec.variable(), names),
                "There are: " + String.join(", ", names) + ".");
    }

    private FieldAxes axes() {
        if (!(variable.grid() instanceof RectilinearGrid grid)) {
            throw problem(
                    "found latitudes and longitudes of two dimensions, expected one axis each",
                    "Bring it to a regular grid first, with 'regrid' in a run of its own.");
        }
        int steps = FieldTimes.steps(variable);
        FieldCycle cycle = spec.cycle().or(() -> FieldTimes.told(variable)).orElseThrow(() -> steps(steps));
        try {
            return new FieldAxes(grid.lat(), grid.lon(), depths(), cycle, steps);
        } catch (IllegalArgumentException error) {
            throw problem(spec, String.valueOf(error.getMessage()), "Cut the file, or say another 'cycle'.", error);
        }
    }

    private StageException steps(int steps) {
        return problem(
                "found " + steps + " steps of time that are not told to be the months, quarters or days of one year",
                "Say with 'cycle' what they are (month, season, season-djf, day), or cut the file to one step.");
    }

    private double[] depths() {
        int levels = variable.verticalAxis().isPresent()
                ? Math.toIntExact(
                        variable.header().shape()[variable.verticalAxis().getAsInt()])
                : 0;
        if (levels <= 1 && (levels == 0 || spec.levels() == FieldSpec.Levels.ANY_DEPTH)) {
            return new double[0];
        }
        if (levels == 1 || spec.levels() == FieldSpec.Levels.ANY_DEPTH) {
            throw problem(
                    "found " + levels + " levels, expected " + (levels == 1 ? "two or more" : "one to stand for all"),
                    levels == 1 ? "Say 'levels: any-depth' where it stands for all depths." : "Leave 'levels' out.");
        }
        VerticalAxis vertical = variable.vertical().orElseThrow();
        return vertical.depthMetres()
                .orElseThrow(() -> problem(
                        "found levels '" + vertical.variable() + "' in '" + vertical.units()
                                + "', expected depths or heights in metres",
                        "Bring it to depths first."));
    }

    /** Returns the bytes that the field's values take. */
    long bytes() {
        return Math.multiplyExact(axes.cells(), (long) Float.BYTES);
    }

    /**
     * Reads the values.
     *
     * @throws StageException where they cannot be read
     */
    GriddedField read() {
        float[] values = new float[Math.toIntExact(axes.cells())];
        try {
            read(values);
            return new GriddedField(axes, values, spec.method(), spec.between());
        } catch (IOException | IllegalArgumentException error) {
            throw problem(spec, String.valueOf(error.getMessage()), "Check the file.", error);
        }
    }

    private void read(float[] values) throws IOException {
        int rows = axes.lat().length;
        int columns = axes.lon().length;
        int band = Math.max(1, CELLS / columns);
        FieldReader reader = new FieldReader(file, variable.header().name(), variable.layout());
        float[] part = new float[Math.min(band, rows) * columns];
        int at = 0;
        for (int step = 0; step < axes.steps(); step++) {
            for (int level = 0; level < Math.max(1, axes.depth().length); level++) {
                for (int row = 0; row < rows; row += band) {
                    int count = Math.min(band, rows - row) * columns;
                    reader.read(one(step), one(level), range(row, row + count / columns), range(0, columns), part);
                    for (int i = 0; i < count; i++) {
                        values[at++] = (float) (spec.factor() * part[i] + spec.offset());
                    }
                }
            }
        }
    }

    private static Window one(int index) {
        return range(index, index + 1);
    }

    private static Window range(int start, int end) {
        return new Window(new long[] {start}, new long[] {end});
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
