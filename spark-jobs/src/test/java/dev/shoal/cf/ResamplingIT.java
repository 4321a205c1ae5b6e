package dev.shoal.cf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.ArrayFiles;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.Window;
import dev.shoal.regrid.time.PeriodCells;
import dev.shoal.regrid.time.TimeStatistic;
import dev.shoal.regrid.vertical.LevelColumns;
import dev.shoal.regrid.vertical.VerticalMethod;
import dev.shoal.regrid.vertical.VerticalScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ucar.ma2.Array;
import ucar.ma2.DataType;
import ucar.ma2.InvalidRangeException;
import ucar.nc2.Attribute;
import ucar.nc2.Variable;
import ucar.nc2.write.NetcdfFormatWriter;

/** Compares periods of time and levels with CDO, values in and out in double precision. */
class ResamplingIT {
    private static final double FILL = -9e33;
    private static final int CELLS = 6;

    @TempDir
    Path folder;

    @BeforeEach
    void wantsCdo() {
        boolean installed = Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "cdo")));
        if ("true".equals(System.getenv("CI"))) {
            assertThat(installed).as("cdo is installed (apt-get install cdo)").isTrue();
        }
        assumeTrue(installed, "cdo is not installed");
    }

    @ParameterizedTest
    @CsvSource({
        "daymean, day, MEAN, standard, 0.25, 300",
        "monmean, month, MEAN, standard, 1, 800",
        "monmean, month, MEAN, 360_day, 1, 800",
        "monmean, month, MEAN, proleptic_gregorian, 0.5, 900",
        "monsum, month, SUM, noleap, 1, 800",
        "monmin, month, MINIMUM, standard, 0.25, 800",
        "monmax, month, MAXIMUM, all_leap, 1, 800",
        "seasmean, season, MEAN, standard, 1, 900",
        "seasmean, season, MEAN, 360_day, 1, 900",
        "yearmean, year, MEAN, noleap, 1, 1100",
        "ymonmean, month of year, MEAN, standard, 1, 1500",
        "ymonmean, month of year, MEAN, 360_day, 1, 1500",
        "ymonmax, month of year, MAXIMUM, standard, 1, 1500",
        "yseasmean, season of year, MEAN, standard, 1, 1500",
        "ydaymean, day of year, MEAN, standard, 1, 1500",
        "timmean, all, MEAN, standard, 1, 500",
        "monmean, month, MEAN, julian, 1, 800"
    })
    void periodsAreThoseOfCdo(String operator, String by, TimeStatistic statistic, String name, double step, int steps)
            throws IOException, InterruptedException {
        double[] hours = new double[steps];
        Arrays.setAll(hours, i -> 1000 + 24 * step * i);
        double[] values = noise(steps);
        Path in = write("time", "hours since 1579-12-01 00:00:00", name, hours, values);
        double[] expected = cdo(in, operator);
        CfCalendar calendar = CfCalendar.of(name).orElseThrow();
        TimeUnits units =
                TimeUnits.parse("hours since 1579-12-01", name, problem -> {}).orElseThrow();
        long[] times = Arrays.stream(hours).mapToLong(units::calendarMicros).toArray();
        List<TimePeriod> periods = TimePeriods.of(Resampling.parse(by), calendar, times, new long[0]);
        assertThat(expected).hasSize(periods.size() * CELLS);
        double[] made = new double[CELLS];
        for (int period = 0; period < periods.size(); period++) {
            PeriodCells cells = new PeriodCells(statistic, CELLS);
            for (int place : periods.get(period).steps()) {
                cells.add(place, 1, Arrays.copyOfRange(values, place * CELLS, (place + 1) * CELLS));
            }
            cells.finish(periods.get(period).expected(), 0, made, new double[CELLS]);
            assertClose(made, Arrays.copyOfRange(expected, period * CELLS, (period + 1) * CELLS), 1e-12);
        }
    }

    /** CDO holds the weights of {@code intlevel} in single precision: the second list has weights that are so whole. */
    @ParameterizedTest
    @CsvSource({"'0,2.5,3,12,20,21,22,100,149.5,400', 3e-7", "'0,2.5,1.25,5,12,21,25.5,30,75,112.5,150,275,400', 1e-12"
    })
    void levelsAreThoseOfCdo(String text, double tolerance) throws IOException, InterruptedException {
        double[] depths = {0, 5, 12, 30, 75, 150, 400};
        double[] values = noise(depths.length);
        Path in = write("depth", "m", "", depths, values);
        double[] levels = Arrays.stream(text.split(",", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        double[] expected = cdo(in, "intlevel," + text);
        double[] made = new double[levels.length * CELLS];
        new LevelColumns(VerticalScheme.of(VerticalMethod.LINEAR), levels)
                .apply(CELLS, depths, values, made, new double[made.length]);
        assertClose(made, expected, tolerance);
    }

    private static void assertClose(double[] made, double[] expected, double tolerance) {
        assertThat(made).hasSameSizeAs(expected);
        for (int i = 0; i < made.length; i++) {
            if (Double.isNaN(expected[i])) {
                assertThat(made[i]).as("value " + i).isNaN();
            } else {
                assertThat(made[i]).as("value " + i).isCloseTo(expected[i], within(tolerance * 10));
            }
        }
    }

    /** Noise of size 10, of which one in six is missing. */
    private static double[] noise(int steps) {
        Random random = new Random(steps);
        return random.doubles((long) steps * CELLS, -10, 10)
                .map(value -> random.nextInt(6) == 0 ? Double.NaN : value)
                .toArray();
    }

    private Path write(String axis, String units, String calendar, double[] steps, double[] values) throws IOException {
        Path file = folder.resolve("in.nc");
        NetcdfFormatWriter.Builder out = NetcdfFormatWriter.createNewNetcdf3(file.toString());
        out.addDimension(axis, steps.length);
        out.addDimension("lat", 2);
        out.addDimension("lon", 3);
        Variable.Builder<?> first = out.addVariable(axis, DataType.DOUBLE, axis)
                .addAttribute(new Attribute("units", units))
                .addAttribute(new Attribute("axis", axis.equals("time") ? "T" : "Z"));
        if (axis.equals("time")) {
            first.addAttribute(new Attribute("calendar", calendar)).addAttribute(new Attribute("standard_name", axis));
        } else {
            first.addAttribute(new Attribute("positive", "down"));
        }
        out.addVariable("lat", DataType.DOUBLE, "lat").addAttribute(new Attribute("units", "degrees_north"));
        out.addVariable("lon", DataType.DOUBLE, "lon").addAttribute(new Attribute("units", "degrees_east"));
        out.addVariable("x", DataType.DOUBLE, axis + " lat lon").addAttribute(new Attribute("_FillValue", FILL));
        double[] filled = Arrays.stream(values)
                .map(value -> Double.isNaN(value) ? FILL : value)
                .toArray();
        try (NetcdfFormatWriter writer = out.build()) {
            put(writer, axis, steps);
            put(writer, "lat", new double[] {10, 20});
            put(writer, "lon", new double[] {10, 20, 30});
            put(writer, "x", filled);
        } catch (InvalidRangeException error) {
            throw new IOException(error);
        }
        return file;
    }

    private static void put(NetcdfFormatWriter writer, String name, double[] numbers)
            throws IOException, InvalidRangeException {
        Variable variable = Objects.requireNonNull(writer.findVariable(name));
        writer.write(variable, Array.factory(DataType.DOUBLE, variable.getShape(), numbers));
    }

    private double[] cdo(Path in, String operator) throws IOException, InterruptedException {
        Path out = folder.resolve("out.nc");
        Path error = folder.resolve("error.txt");
        Process process = new ProcessBuilder(
                        "cdo", "-s", "-O", "-f", "nc", "-b", "F64", operator, in.toString(), out.toString())
                .redirectError(error.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor()).as("cdo: " + Files.readString(error)).isZero();
        try (ArrayFile file = ArrayFiles.open(out.toString(), new Configuration())) {
            VariableHeader variable = file.header().variable("x").orElseThrow();
            Window whole = Window.whole(variable.shape());
            return Packing.of(variable).decode(file.read(variable, whole));
        }
    }
}
