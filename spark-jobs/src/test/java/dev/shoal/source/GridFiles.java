package dev.shoal.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import ucar.ma2.Array;
import ucar.ma2.DataType;
import ucar.ma2.InvalidRangeException;
import ucar.nc2.Attribute;
import ucar.nc2.write.NetcdfFormatWriter;

/** Small netCDF-3 files of grids whose values say where they are. */
final class GridFiles {

    static final int LEVELS = 3;
    static final int ROWS = 10;
    static final int COLUMNS = 20;
    static final int STEPS = 4;

    /** Rows and columns of a wide file. */
    static final int WIDE = 1800;

    private static final short FILL = -32768;

    private GridFiles() {}

    /** Returns the value of {@code sst} at a step counted from 2020-01-01, or NaN where there is land. */
    static float sst(int day, int level, int row, int column) {
        return row == 0 && column == 0 ? Float.NaN : day * 1000f + level * 200f + row * 20f + column;
    }

    /** Returns a file of {@link #STEPS} days from a day of 2020, with packed {@code chl} and two-dimensional mask. */
    static Path regular(Path folder, int day) throws IOException {
        return regular(folder, day, "degree_Celsius");
    }

    static Path regular(Path folder, int day, String units) throws IOException {
        Path path = folder.resolve(String.format("day-%03d.nc", day));
        NetcdfFormatWriter.Builder builder = NetcdfFormatWriter.createNewNetcdf3(path.toString());
        builder.addUnlimitedDimension("time");
        builder.addDimension("depth", LEVELS);
        builder.addDimension("lat", ROWS);
        builder.addDimension("lon", COLUMNS);
        axis(builder, "time", "days since 2020-01-01");
        axis(builder, "depth", "m").addAttribute(new Attribute("positive", "down"));
        axis(builder, "lat", "degrees_north");
        axis(builder, "lon", "degrees_east");
        builder.addVariable("mask", DataType.BYTE, "lat lon");
        builder.addVariable("sst", DataType.FLOAT, "time depth lat lon").addAttribute(new Attribute("units", units));
        builder.addVariable("chl", DataType.SHORT, "time depth lat lon")
                .addAttribute(new Attribute("scale_factor", 0.5))
                .addAttribute(new Attribute("_FillValue", FILL));
        builder.addVariable("flag", DataType.BYTE, "time depth lat lon")
                .addAttribute(Attribute.builder("flag_values")
                        .setValues(Array.makeFromJavaArray(new byte[] {1, 4}, false))
                        .build());
        try (NetcdfFormatWriter writer = builder.build()) {
            write(writer, "time", steps(day, STEPS));
            write(writer, "depth", 0, 10, 50);
            write(writer, "lat", steps(-40, ROWS));
            write(writer, "lon", steps(100, COLUMNS));
            write(writer, "mask", new double[ROWS * COLUMNS]);
            int cells = STEPS * LEVELS * ROWS * COLUMNS;
            double[] sst = new double[cells];
            double[] chl = new double[cells];
            double[] flag = new double[cells];
            for (int i = 0; i < cells; i++) {
                int column = i % COLUMNS;
                int row = i / COLUMNS % ROWS;
                int level = i / COLUMNS / ROWS % LEVELS;
                sst[i] = sst(day + i / COLUMNS / ROWS / LEVELS, level, row, column);
                chl[i] = column == 0 ? FILL : row + column;
                flag[i] = row == 0 ? 4 : 1;
            }
            write(writer, "sst", sst);
            write(writer, "chl", chl);
            write(writer, "flag", flag);
        } catch (InvalidRangeException error) {
            throw new IllegalStateException(error);
        }
        return path;
    }

    /** Returns a file of one time whose latitudes and longitudes turn against the axes. */
    static Path curvilinear(Path folder) throws IOException {
        Path path = folder.resolve("model.nc");
        NetcdfFormatWriter.Builder builder = NetcdfFormatWriter.createNewNetcdf3(path.toString());
        builder.addDimension("time", 1);
        builder.addDimension("y", ROWS);
        builder.addDimension("x", COLUMNS);
        axis(builder, "time", "hours since 2021-06-01");
        builder.addVariable("nav_lat", DataType.DOUBLE, "y x").addAttribute(new Attribute("units", "degrees_north"));
        builder.addVariable("nav_lon", DataType.DOUBLE, "y x").addAttribute(new Attribute("units", "degrees_east"));
        builder.addVariable("zos", DataType.FLOAT, "time y x")
                .addAttribute(new Attribute("coordinates", "nav_lat nav_lon"))
                .addAttribute(new Attribute("units", "m"));
        try (NetcdfFormatWriter writer = builder.build()) {
            double[] lat = new double[ROWS * COLUMNS];
            double[] lon = new double[ROWS * COLUMNS];
            double[] zos = new double[ROWS * COLUMNS];
            for (int i = 0; i < zos.length; i++) {
                int row = i / COLUMNS;
                int column = i % COLUMNS;
                lat[i] = 50 + row + 0.125 * column;
                lon[i] = -10 + column - 0.25 * row;
                zos[i] = i;
            }
            write(writer, "time", 6);
            write(writer, "nav_lat", lat);
            write(writer, "nav_lon", lon);
            write(writer, "zos", zos);
        } catch (InvalidRangeException error) {
            throw new IllegalStateException(error);
        }
        return path;
    }

    /** Returns a file of two variables of some megabytes, {@code a} and {@code b}. */
    static Path wide(Path folder) throws IOException {
        Path path = folder.resolve("wide.nc");
        NetcdfFormatWriter.Builder builder = NetcdfFormatWriter.createNewNetcdf3(path.toString());
        builder.addDimension("lat", WIDE);
        builder.addDimension("lon", WIDE);
        axis(builder, "lat", "degrees_north");
        axis(builder, "lon", "degrees_east");
        builder.addVariable("a", DataType.FLOAT, "lat lon");
        builder.addVariable("b", DataType.FLOAT, "lat lon");
        try (NetcdfFormatWriter writer = builder.build()) {
            double[] degrees = new double[WIDE];
            Arrays.setAll(degrees, i -> i * 90.0 / WIDE);
            write(writer, "lat", degrees);
            write(writer, "lon", degrees);
            write(writer, "a", new double[WIDE * WIDE]);
            write(writer, "b", new double[WIDE * WIDE]);
        } catch (InvalidRangeException error) {
            throw new IllegalStateException(error);
        }
        return path;
    }

    private static ucar.nc2.Variable.Builder<?> axis(NetcdfFormatWriter.Builder builder, String name, String units) {
        return builder.addVariable(name, DataType.DOUBLE, name).addAttribute(new Attribute("units", units));
    }

    private static double[] steps(int first, int count) {
        double[] steps = new double[count];
        for (int i = 0; i < count; i++) {
            steps[i] = first + i;
        }
        return steps;
    }

    private static void write(NetcdfFormatWriter writer, String name, double... values)
            throws IOException, InvalidRangeException {
        ucar.nc2.Variable variable = Objects.requireNonNull(writer.findVariable(name));
        int[] shape = variable.getShape();
        if (List.of("time", "sst", "chl", "flag").contains(name)) {
            shape[0] = values.length;
            for (int axis = 1; axis < shape.length; axis++) {
                shape[0] /= shape[axis];
            }
        }
        Array array = Array.factory(variable.getDataType(), shape);
        for (int i = 0; i < values.length; i++) {
            array.setDouble(i, values[i]);
        }
        writer.write(name, array);
    }
}
