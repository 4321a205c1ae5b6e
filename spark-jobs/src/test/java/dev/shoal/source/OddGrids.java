package dev.shoal.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import ucar.ma2.Array;
import ucar.ma2.DataType;
import ucar.ma2.InvalidRangeException;
import ucar.nc2.Attribute;
import ucar.nc2.write.NetcdfFormatWriter;

/** Small netCDF-3 files of grids whose axes run in uncommon ways. */
final class OddGrids {

    private static final int STEPS = 4;
    private static final int LEVELS = 3;
    private static final int ROWS = 9;
    private static final int COLUMNS = 12;
    private static final int CELLS = STEPS * LEVELS * ROWS * COLUMNS;

    private OddGrids() {}

    /** Returns a file of sinking latitudes, longitudes from 0 to 330, heights and times in a zone of their own. */
    static Path turned(Path folder) throws IOException {
        Path path = folder.resolve("turned.nc");
        NetcdfFormatWriter.Builder builder = builder(path, "lat", "lon");
        axis(builder, "time", "time", "hours since 2000-02-29 22:30:00 +05:30");
        axis(builder, "depth", "depth", "m").addAttribute(new Attribute("positive", "up"));
        axis(builder, "lat", "lat", "degrees_north");
        axis(builder, "lon", "lon", "degrees_east");
        builder.addVariable("sst", DataType.FLOAT, "time depth lat lon")
                .addAttribute(new Attribute("_FillValue", -999f));
        try (NetcdfFormatWriter writer = builder.build()) {
            write(writer, "time", STEPS, i -> 7.25 * i);
            write(writer, "depth", LEVELS, i -> -10.0 * i * i);
            write(writer, "lat", ROWS, i -> 60 - 15 * i);
            write(writer, "lon", COLUMNS, i -> 30 * i);
            write(writer, "sst", CELLS, i -> i % 7 == 0 ? -999 : i % 100 - 50);
        } catch (InvalidRangeException error) {
            throw new IllegalStateException(error);
        }
        return path;
    }

    /** Returns a file of positions that are partly missing, over the antimeridian, by a calendar without timestamps. */
    static Path holed(Path folder) throws IOException {
        Path path = folder.resolve("holed.nc");
        NetcdfFormatWriter.Builder builder = builder(path, "y", "x");
        axis(builder, "time", "time", "days since 2000-01-01").addAttribute(new Attribute("calendar", "360_day"));
        axis(builder, "depth", "depth", "m").addAttribute(new Attribute("positive", "down"));
        axis(builder, "nav_lat", "y x", "degrees_north").addAttribute(new Attribute("_FillValue", 1e20));
        axis(builder, "nav_lon", "y x", "degrees_east").addAttribute(new Attribute("_FillValue", 1e20));
        builder.addVariable("sst", DataType.SHORT, "time depth y x")
                .addAttribute(new Attribute("coordinates", "nav_lat nav_lon"))
                .addAttribute(new Attribute("scale_factor", 0.01f))
                .addAttribute(new Attribute("_FillValue", (short) -1));
        try (NetcdfFormatWriter writer = builder.build()) {
            write(writer, "time", STEPS, i -> 29.5 + i);
            write(writer, "depth", LEVELS, i -> 0.1f * i);
            write(writer, "nav_lat", ROWS * COLUMNS, i -> i % 11 == 0 ? 1e20 : 40 + i / COLUMNS - i % COLUMNS * 0.25);
            write(writer, "nav_lon", ROWS * COLUMNS, i -> i % 11 == 0 ? 1e20 : (355 + i % COLUMNS) % 360);
            write(writer, "sst", CELLS, i -> i % 5 == 0 ? -1 : i);
        } catch (InvalidRangeException error) {
            throw new IllegalStateException(error);
        }
        return path;
    }

    private static NetcdfFormatWriter.Builder builder(Path path, String y, String x) {
        NetcdfFormatWriter.Builder builder = NetcdfFormatWriter.createNewNetcdf3(path.toString());
        builder.addDimension("time", STEPS);
        builder.addDimension("depth", LEVELS);
        builder.addDimension(y, ROWS);
        builder.addDimension(x, COLUMNS);
        return builder;
    }

    private static ucar.nc2.Variable.Builder<?> axis(
            NetcdfFormatWriter.Builder builder, String name, String dimensions, String units) {
        return builder.addVariable(name, DataType.DOUBLE, dimensions).addAttribute(new Attribute("units", units));
    }

    private static void write(NetcdfFormatWriter writer, String name, int count, IntToDoubleFunction values)
            throws IOException, InvalidRangeException {
        ucar.nc2.Variable variable = java.util.Objects.requireNonNull(writer.findVariable(name));
        Array array = Array.factory(variable.getDataType(), variable.getShape());
        double[] numbers = new double[count];
        Arrays.setAll(numbers, values);
        for (int i = 0; i < count; i++) {
            array.setDouble(i, numbers[i]);
        }
        writer.write(name, array);
    }
}
