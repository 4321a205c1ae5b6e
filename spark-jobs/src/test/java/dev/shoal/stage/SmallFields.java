package dev.shoal.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import ucar.ma2.Array;
import ucar.ma2.DataType;
import ucar.ma2.InvalidRangeException;
import ucar.nc2.Attribute;
import ucar.nc2.Variable;
import ucar.nc2.write.NetcdfFormatWriter;

/** Writes small climatologies and bathymetries, whose values are linear in their axes. */
final class SmallFields {

    static final double[] LAT = steps(70, -5, 17);
    static final double[] LON = steps(240, 5, 25);
    static final double[] DEPTH = {0, 10, 50, 100, 500};

    private SmallFields() {}

    /** Returns a monthly mean; months count from 1. */
    static double mean(double lat, double lon, double depth, int month) {
        return 25 - 0.3 * lat + 0.05 * (lon + 60) - 0.01 * depth + 0.5 * month;
    }

    /**
     * Writes {@code t_an}, {@code t_sd} and {@code t_dd} of every month, level and crossing.
     *
     * @param warmer added to every mean
     */
    static Path climatology(Path file, double warmer, String timeUnits) throws IOException {
        int cells = 12 * DEPTH.length * LAT.length * LON.length;
        float[] mean = new float[cells];
        float[] deviation = new float[cells];
        int[] count = new int[cells];
        for (int i = 0; i < cells; i++) {
            int place = i / LON.length;
            int level = place / LAT.length;
            mean[i] = (float) (warmer
                    + mean(
                            LAT[place % LAT.length],
                            LON[i % LON.length] - 360,
                            DEPTH[level % DEPTH.length],
                            level / DEPTH.length + 1));
            deviation[i] = 1.5f;
            count[i] = LAT[place % LAT.length] > 50 ? 2 : 9;
        }
        NetcdfFormatWriter.Builder out = axes(file);
        out.addDimension("depth", DEPTH.length);
        out.addDimension("time", 12);
        coordinate(out, "depth", "m").addAttribute(new Attribute("positive", "down"));
        coordinate(out, "time", timeUnits);
        String shape = "time depth lat lon";
        out.addVariable("t_an", DataType.FLOAT, shape)
                .addAttribute(new Attribute("standard_name", "sea_water_temperature"))
                .addAttribute(new Attribute("units", "degrees_celsius"));
        out.addVariable("t_sd", DataType.FLOAT, shape);
        out.addVariable("t_dd", DataType.INT, shape);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("depth", DEPTH);
        values.put("time", steps(372.5, 1, 12));
        values.put("t_an", mean);
        values.put("t_sd", deviation);
        values.put("t_dd", count);
        return write(file, out, values);
    }

    /** Writes elevations {@code z}, upwards: the floor lies 15 m deep at 70 west and 1 m deeper a degree eastwards. */
    static Path elevations(Path file) throws IOException {
        float[] elevation = new float[LAT.length * LON.length];
        for (int i = 0; i < elevation.length; i++) {
            elevation[i] = (float) -(15 + (LON[i % LON.length] - 290));
        }
        NetcdfFormatWriter.Builder out = axes(file);
        out.addVariable("z", DataType.FLOAT, "lat lon").addAttribute(new Attribute("units", "m"));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("z", elevation);
        return write(file, out, values);
    }

    private static NetcdfFormatWriter.Builder axes(Path file) {
        NetcdfFormatWriter.Builder out = NetcdfFormatWriter.createNewNetcdf3(file.toString());
        out.addAttribute(new Attribute("Conventions", "CF-1.8"));
        out.addDimension("lat", LAT.length);
        out.addDimension("lon", LON.length);
        coordinate(out, "lat", "degrees_north");
        coordinate(out, "lon", "degrees_east");
        return out;
    }

    private static Variable.Builder<?> coordinate(NetcdfFormatWriter.Builder out, String name, String units) {
        return out.addVariable(name, DataType.DOUBLE, name).addAttribute(new Attribute("units", units));
    }

    private static double[] steps(double first, double step, int count) {
        return IntStream.range(0, count).mapToDouble(i -> first + i * step).toArray();
    }

    private static Path write(Path file, NetcdfFormatWriter.Builder out, Map<String, Object> values)
            throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        values.put("lat", LAT);
        values.put("lon", LON);
        try (NetcdfFormatWriter writer = out.build()) {
            for (Map.Entry<String, Object> entry : values.entrySet()) {
                Variable variable = Objects.requireNonNull(writer.findVariable(entry.getKey()));
                writer.write(variable, Array.factory(variable.getDataType(), variable.getShape(), entry.getValue()));
            }
        } catch (InvalidRangeException error) {
            throw new IOException(error);
        }
        return file;
    }
}
