package dev.shoal.netcdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ucar.nc2.NetcdfFile;
import ucar.nc2.NetcdfFiles;
import ucar.nc2.Variable;

/** Files that {@link NetcdfWriter} wrote, read by programs that are not ours. */
class NetcdfWriterIT {

    private static final int TIMES = 130;
    private static final int ROWS = 37;
    private static final int COLUMNS = 50;

    @TempDir
    private Path folder = Path.of("");

    private static VariableHeader variable(
            String name, ElementType type, long[] chunk, List<String> axes, long[] shape, Attribute... own) {
        Storage storage = new Storage(chunk.length > 0, chunk, List.of("shuffle", "deflate"));
        return new VariableHeader(name, type, axes, shape, new Attributes(Arrays.asList(own)), storage);
    }

    private static Header header() {
        long[] whole = {};
        return new Header(
                FileFormat.HDF5,
                List.of(
                        new Dimension("time", TIMES, true),
                        new Dimension("lat", ROWS, false),
                        new Dimension("lon", COLUMNS, false),
                        new Dimension("strlen", 5, false),
                        new Dimension("siglay", 3, false)),
                List.of(
                        variable(
                                "time",
                                ElementType.DOUBLE,
                                new long[] {64},
                                List.of("time"),
                                new long[] {TIMES},
                                Attribute.of("units", "days since 2000-01-01")),
                        variable(
                                "lat",
                                ElementType.DOUBLE,
                                whole,
                                List.of("lat"),
                                new long[] {ROWS},
                                Attribute.of("units", "degrees_north")),
                        variable(
                                "lon",
                                ElementType.DOUBLE,
                                whole,
                                List.of("lon"),
                                new long[] {COLUMNS},
                                Attribute.of("units", "degrees_east")),
                        variable("siglay", ElementType.FLOAT, whole, List.of("siglay", "lon"), new long[] {3, COLUMNS}),
                        variable(
                                "sst",
                                ElementType.FLOAT,
                                new long[] {1, 16, 17},
                                List.of("time", "lat", "lon"),
                                new long[] {TIMES, ROWS, COLUMNS},
                                Attribute.of("units", "°C"),
                                new Attribute("_FillValue", ElementType.FLOAT, List.of(-999f)),
                                new Attribute("texts", ElementType.STRING, List.of("a", "", "ccc"))),
                        variable("name", ElementType.CHAR, new long[] {10, 5}, List.of("lat", "strlen"), new long[] {
                            ROWS, 5
                        }),
                        variable("crs", ElementType.INT, whole, List.of(), whole),
                        variable("strlen", ElementType.LONG, new long[] {10}, List.of("lat"), new long[] {ROWS}),
                        variable("empty", ElementType.USHORT, new long[] {10, 10}, List.of("time", "lat"), new long[] {
                            TIMES, ROWS
                        })),
                new Attributes(List.of(
                        Attribute.of("title", "Zählung"),
                        Attribute.of("history", "a line\n".repeat(20000)),
                        Attribute.of("factors", 3.5, 2))));
    }

    private static double[] evenly(int count, double first, double step) {
        double[] values = new double[count];
        Arrays.setAll(values, i -> first + i * step);
        return values;
    }

    private static void putAll(NetcdfWriter writer) throws IOException {
        writer.put("time", evenly(TIMES, 0, 1));
        writer.put("lat", evenly(ROWS, -90, 5));
        writer.put("lon", evenly(COLUMNS, 0, 7.2));
        writer.put("siglay", new float[3 * COLUMNS]);
        float[] field = new float[TIMES * ROWS * COLUMNS];
        for (int i = 0; i < field.length; i++) {
            field[i] = i * 0.5f;
        }
        writer.put("sst", field);
        writer.put("name", "abcde".repeat(ROWS).getBytes(StandardCharsets.US_ASCII));
        writer.put("crs", new int[] {7});
        long[] large = new long[ROWS];
        large[3] = 1L << 40;
        writer.put("strlen", large);
    }

    private Path written() throws IOException {
        Path file = folder.resolve("written.nc");
        try (NetcdfWriter writer = NetcdfWriter.create(header(), 4, folder.resolve("scratch"))) {
            putAll(writer);
            writer.publish(file.toString(), new Configuration());
        }
        return file;
    }

    @Test
    void isReadAndEditedByTheLibrariesOfPython() throws IOException, InterruptedException {
        String printed = Scripts.python("read_written.py", written());
        assertThat(printed)
                .contains("{'time': (130, True), 'lat': (37, False), 'lon': (50, False), 'strlen': (5, False),"
                        + " 'siglay': (3, False)}")
                .contains("'siglay': ('siglay', 'lon')")
                .contains("'strlen': ('lat',)")
                .contains("netCDF4: True 4 [1, 16, 17]")
                .contains("netCDF4: ['a', '', 'ccc'] °C 140000 [3.5 2. ] 1099511627776")
                .contains("netCDF4: True abcde 7")
                .contains("h5py: ['/time', '/lat', '/lon'] True 4")
                .contains("xarray: {'time': 130, 'lat': 37, 'lon': 50, 'strlen': 5} 2000-05-09")
                .contains("edited: (131, 37, 50) 5.0 100 3.0");
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Corpus.present(Path.of("/usr/bin", command[0]));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as("the exit code of %s: %s", List.of(command), printed)
                .isZero();
        return printed;
    }

    @Test
    void isReadByNcdump() throws IOException, InterruptedException {
        assertThat(run("ncdump", "-h", "-s", written().toString()))
                .contains("time = UNLIMITED ; // (130 currently)", "float siglay(siglay, lon)", "int64 strlen(lat)")
                .contains("sst:_DeflateLevel = 4", "sst:_Shuffle = \"true\"", "sst:_ChunkSizes = 1, 16, 17")
                .contains("string sst:texts = \"a\", \"\", \"ccc\"", ":title = \"Zählung\"")
                .doesNotContain("_NoFill");
    }

    @Test
    void isCheckedByTheProgramsOfHdf5() throws IOException, InterruptedException {
        Path file = written();
        assertThat(run("h5stat", file.toString())).contains("# of unique datasets: 10");
        Path packed = folder.resolve("packed.nc");
        run("h5repack", file.toString(), packed.toString());
        assertThat(run("h5diff", file.toString(), packed.toString())).doesNotContain("differences");
    }

    @Test
    void isReadByCdoAndGdal() throws IOException, InterruptedException {
        String file = written().toString();
        assertThat(run(
                        "cdo",
                        "-s",
                        "outputf,%.1f",
                        "-selindexbox,50,50,37,37",
                        "-seltimestep,130",
                        "-selname,sst",
                        file))
                .contains("120249.5");
        assertThat(run("gdalinfo", "NETCDF:" + file + ":sst"))
                .contains("Size is 50, 37")
                .contains("Band 130");
    }

    private static Variable variable(NetcdfFile file, String name) {
        return Objects.requireNonNull(file.findVariable(name));
    }

    @Test
    void isReadByNetcdfJava() throws IOException {
        try (NetcdfFile file = NetcdfFiles.open(written().toString())) {
            assertThat(file.getRootGroup().getDimensions()).hasSize(5);
            assertThat(variable(file, "sst").read().getFloat(TIMES * ROWS * COLUMNS - 1))
                    .isEqualTo(120249.5f);
            assertThat(variable(file, "sst").findAttributeString("units", "")).isEqualTo("°C");
            assertThat(variable(file, "sst").getDimensionsString()).isEqualTo("time lat lon");
            assertThat(variable(file, "strlen").read().getLong(3)).isEqualTo(1L << 40);
            assertThat(variable(file, "empty").read().getInt(0)).isEqualTo(0xffff);
        }
    }
}
