package dev.shoal.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import ucar.ma2.Array;
import ucar.ma2.DataType;
import ucar.ma2.InvalidRangeException;
import ucar.nc2.Attribute;
import ucar.nc2.Variable;
import ucar.nc2.write.NetcdfFormatWriter;

/** Small netCDF-3 files whose values a seed and their place decide, however they are shared out to files. */
final class SmallFiles {

    static final int NY = 13;
    static final int NX = 17;
    static final int LEVELS = 2;
    static final double SAMPLE_SECONDS = 600;

    private static final short FILL = -32000;

    private SmallFiles() {}

    /** Writes days {@code first} to {@code end} (not included) of a field with gaps, packed, and of one with levels. */
    static Path grids(Path file, long seed, int first, int end, String units) throws IOException {
        return grids(file, new Days(seed, first, end), units, List.of("sst", "temp"));
    }

    /** Writes the field without levels alone. */
    static Path sst(Path file, long seed, int first, int end, String units) throws IOException {
        return grids(file, new Days(seed, first, end), units, List.of("sst"));
    }

    private record Days(long seed, int first, int end) {

        int count() {
            return end - first;
        }

        double[] time() {
            return steps(count(), first + 0.5, 1);
        }

        boolean hole(int day, int cell) {
            return cell % 7 == 3 || new Random((seed * 1000 + day) * 1000 + cell).nextInt(20) == 0;
        }

        short[] sst() {
            short[] values = new short[count() * NY * NX];
            for (int i = 0; i < values.length; i++) {
                int day = first + i / (NY * NX);
                Random random = new Random(seed * 77_777 + day * 1000L + i % (NY * NX));
                values[i] = hole(day, i % (NY * NX)) ? FILL : (short) (random.nextInt(5000) - 500);
            }
            return values;
        }

        float[] temp() {
            float[] values = new float[count() * LEVELS * NY * NX];
            for (int i = 0; i < values.length; i++) {
                int day = first + i / (LEVELS * NY * NX);
                Random random = new Random(seed * 99_999 + day * 1000L + i % (LEVELS * NY * NX));
                values[i] = hole(day, i % (NY * NX)) ? -999f : (float) (random.nextGaussian() * 10);
            }
            return values;
        }
    }

    private static Path grids(Path file, Days days, String units, List<String> fields) throws IOException {
        NetcdfFormatWriter.Builder file3 = create(file);
        file3.addDimension("time", days.count());
        file3.addDimension("depth", LEVELS);
        file3.addDimension("lat", NY);
        file3.addDimension("lon", NX);
        variable(file3, "time", DataType.DOUBLE, "time", "time", "days since 2020-01-01");
        variable(file3, "depth", DataType.DOUBLE, "depth", "depth", "m")
                .addAttribute(new Attribute("positive", "down"));
        variable(file3, "lat", DataType.DOUBLE, "lat", "latitude", "degrees_north");
        variable(file3, "lon", DataType.DOUBLE, "lon", "longitude", "degrees_east");
        variable(file3, "sst", DataType.SHORT, "time lat lon", "sea_surface_temperature", units)
                .addAttribute(new Attribute("scale_factor", 0.01))
                .addAttribute(new Attribute("add_offset", 2.0))
                .addAttribute(new Attribute("_FillValue", FILL));
        if (fields.contains("temp")) {
            variable(file3, "temp", DataType.FLOAT, "time depth lat lon", "sea_water_temperature", "degree_Celsius")
                    .addAttribute(new Attribute("missing_value", -999f));
        }
        List<String> names = new ArrayList<>(List.of("time", "depth", "lat", "lon"));
        names.addAll(fields);
        double[] levels = {0, 10};
        return write(
                file,
                file3,
                names,
                List.of(days.time(), levels, steps(NY, -30, 2), steps(NX, 100, 2.5), days.sst(), days.temp()));
    }

    /** Returns the series of a mooring: a wave with spikes, gaps and stuck stretches. */
    static double[] series(long seed, int samples) {
        Random random = new Random(seed);
        double[] values = new double[samples];
        for (int i = 0; i < samples; i++) {
            values[i] = (float) (15 + 3 * Math.sin(i / 9.0) + 0.2 * random.nextGaussian());
            if (random.nextInt(15) == 0) {
                values[i] = (float) (values[i] + 6);
            }
            if (random.nextInt(25) == 0) {
                values[i] = Double.NaN;
            }
            if (i > 0 && random.nextInt(3) == 0) {
                values[i] = values[i - 1];
            }
        }
        return values;
    }

    /** Writes samples {@code first} to {@code end} (not included) of a mooring's series. */
    static Path mooring(Path file, String name, double[] series, int first, int end) throws IOException {
        return mooring(file, name, series, first, end, "");
    }

    /** Writes the same, and beside it the same values under another name; none where that is empty. */
    static Path mooring(Path file, String name, double[] series, int first, int end, String beside) throws IOException {
        double[] time = new double[end - first];
        float[] temp = new float[end - first];
        for (int i = first; i < end; i++) {
            time[i - first] = i * SAMPLE_SECONDS;
            temp[i - first] = Double.isNaN(series[i]) ? -999f : (float) series[i];
        }
        NetcdfFormatWriter.Builder file3 = create(file);
        file3.addAttribute(new Attribute("featureType", "timeSeries"));
        file3.addDimension("time", end - first);
        file3.addDimension("letters", name.length());
        file3.addVariable("station", DataType.CHAR, "letters").addAttribute(new Attribute("cf_role", "timeseries_id"));
        variable(file3, "time", DataType.DOUBLE, "time", "time", "seconds since 2020-01-01");
        variable(file3, "lat", DataType.DOUBLE, "", "latitude", "degrees_north");
        variable(file3, "lon", DataType.DOUBLE, "", "longitude", "degrees_east");
        variable(file3, "temp", DataType.FLOAT, "time", "sea_water_temperature", "degree_Celsius")
                .addAttribute(new Attribute("_FillValue", -999f))
                .addAttribute(new Attribute("coordinates", "time lat lon station"));
        List<String> names = new ArrayList<>(List.of("station", "time", "lat", "lon", "temp"));
        if (!beside.isEmpty()) {
            variable(file3, beside, DataType.FLOAT, "time", "sea_water_practical_salinity", "1")
                    .addAttribute(new Attribute("coordinates", "time lat lon station"));
            names.add(beside);
        }
        return write(
                file,
                file3,
                names,
                List.of(name.toCharArray(), time, new double[] {-33.5}, new double[] {151.5}, temp, temp));
    }

    private static double[] steps(int count, double start, double step) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = start + i * step;
        }
        return values;
    }

    private static NetcdfFormatWriter.Builder create(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        return NetcdfFormatWriter.createNewNetcdf3(file.toString())
                .addAttribute(new Attribute("Conventions", "CF-1.8"));
    }

    private static Variable.Builder<?> variable(
            NetcdfFormatWriter.Builder file,
            String name,
            DataType type,
            String axes,
            String standardName,
            String units) {
        return file.addVariable(name, type, axes)
                .addAttribute(new Attribute("standard_name", standardName))
                .addAttribute(new Attribute("units", units));
    }

    private static Path write(Path file, NetcdfFormatWriter.Builder builder, List<String> names, List<Object> values)
            throws IOException {
        try (NetcdfFormatWriter writer = builder.build()) {
            for (int i = 0; i < names.size(); i++) {
                Variable variable = java.util.Objects.requireNonNull(writer.findVariable(names.get(i)));
                writer.write(variable, Array.factory(variable.getDataType(), variable.getShape(), values.get(i)));
            }
        } catch (InvalidRangeException error) {
            throw new IOException(error);
        }
        return file;
    }
}
