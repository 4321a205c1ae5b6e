package dev.shoal.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shoal.zarr.OutsideProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files brought to other grids by the command, judged by xarray and by CDO. */
class RegridCommandIT {

    private static final Path SCRIPT = Path.of("src/test/resources/dev/shoal/job/regrid.py");

    @TempDir
    static Path folder;

    @BeforeAll
    static void makeFiles() throws IOException, InterruptedException {
        OutsideProgram.requirePython();
        OutsideProgram.python(SCRIPT, "make", folder.toString());
    }

    private static CommandLineRun regrid(String output, String... options) {
        List<String> words = new ArrayList<>(List.of("regrid", at("part0.nc"), at("part1.nc"), at(output)));
        words.addAll(List.of(options));
        words.addAll(List.of("--data", at("data")));
        return CommandLineRun.of(words.toArray(String[]::new));
    }

    private static void done(String output, String... options) {
        CommandLineRun run = regrid(output, options);
        assertThat(run.exitCode()).as(run.output() + run.messages()).isZero();
    }

    private static String at(String name) {
        return folder.resolve(name).toString();
    }

    private static void same(String one, String other, String tolerance, String... names)
            throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("same", at(one), at(other), tolerance));
        words.addAll(List.of(names));
        assertThat(OutsideProgram.python(SCRIPT, words.toArray(String[]::new))).contains("same");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kept.zarr", "kept.nc"})
    void keepsNamesAttributesAndWhatIsNoField(String output) throws IOException, InterruptedException {
        done(output, "--grid", "r36x18");
        assertThat(OutsideProgram.python(SCRIPT, "tell", at(output)).lines())
                .containsExactly(
                        "dims bnds=2 depth=3 lat=18 lon=36 nv=2 time=8",
                        "variables depth depth_bnds empty hc ice_class lat lat_bnds lon lon_bnds narrow open_sea temp"
                                + " time time_bnds",
                        "time hours since 2001-01-01 00:00 noleap hour of the model",
                        "levels 0.0 10.0 50.0 down",
                        "methods time: mean | degC",
                        "ice 0.0 1.0 2.0 int8",
                        "empty " + 8 * 18 * 36,
                        "history created Here CF-1.6",
                        "bounds [-90.0, -80.0] 20.0");
    }

    @ParameterizedTest
    @CsvSource({"remapbil, bilinear", "remapnn, nearest", "remapdis, inverse-distance", "remapcon, conservative"})
    void valuesAreThoseOfCdo(String operator, String method) throws IOException, InterruptedException {
        requireCdo();
        done(method + ".nc", "--grid", "r50x26", "--method", method, "--policy", "cdo", "--variables", "temp,open_sea");
        cdo("-" + operator + ",r50x26", "-mergetime", at("part0.nc"), at("part1.nc"), at(operator + ".nc"));
        same(method + ".nc", operator + ".nc", "1e-10", "temp", "open_sea");
    }

    private static void requireCdo() {
        boolean installed = Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "cdo")));
        if ("true".equals(System.getenv("CI"))) {
            assertThat(installed).as("cdo is installed (apt-get install cdo)").isTrue();
        }
        assumeTrue(installed, "cdo is not installed");
    }

    private static void cdo(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("cdo", "-s", "-O", "-f", "nc4", "-b", "F64"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("REMAP_EXTRAPOLATE", "off");
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "a.zarr, --chunks, 'time=1,vertical=3,lat=7,lon=11'",
        "b.nc, --chunks, 'time=3,lat=5'",
        "c.zarr, --memory, 1m",
        "d.zarr, --weights-cache, cache",
        "e.zarr, --weights-cache, cache",
        "f.zarr, --codec, none"
    })
    void anyPartitioningGivesTheSameBits(String output, String option, String value)
            throws IOException, InterruptedException {
        String[] words = {"--grid", "r40x20", "--method", "bilinear,open_sea=nearest", "--valid-fraction"};
        if (!Files.exists(folder.resolve("whole.zarr"))) {
            done("whole.zarr", words);
        }
        List<String> other = new ArrayList<>(List.of(words));
        other.addAll(List.of(option, value.equals("cache") ? at("cache") : value));
        done(output, other.toArray(String[]::new));
        same("whole.zarr", output, "0");
        same(output, "whole.zarr", "0");
    }

    @Test
    void onSparkComesWhatComesInThisProcess() throws IOException, InterruptedException {
        done("here.nc", "--grid", "r40x20");
        done("spark.nc", "--grid", "r40x20", "--ui");
        same("here.nc", "spark.nc", "0");
    }

    @Test
    void doesNothingAgainAndReplacesOnlyWhereAsked() throws IOException {
        done("again.zarr", "--grid", "r36x18");
        Path document = folder.resolve("again.zarr/.zmetadata");
        byte[] before = Files.readAllBytes(document);
        assertThat(regrid("again.zarr", "--grid", "r36x18").output()).contains("nothing to do");
        assertThat(Files.readAllBytes(document)).isEqualTo(before);
        CommandLineRun other = regrid("again.zarr", "--grid", "r18x9");
        assertThat(other.exitCode()).isEqualTo(2);
        assertThat(other.messages()).contains("it is there already", "--overwrite");
        done("again.zarr", "--grid", "r18x9", "--overwrite");
        assertThat(Files.readAllBytes(document)).isNotEqualTo(before);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString())).noneMatch(name -> name.startsWith(".again"));
        }
    }

    @Test
    void categoriesAreNeverAveraged() throws IOException {
        CommandLineRun run = regrid("classes.zarr", "--grid", "r36x18", "--variables", "ice_class,temp", "--json");
        JsonNode report = new ObjectMapper().readTree(run.output());
        assertThat(report.at("/variables/1/name").asText()).isEqualTo("ice_class");
        assertThat(report.at("/variables/1/scheme").asText()).isEqualTo("nearest");
        assertThat(report.at("/variables/1/note").asText()).contains("never averaged", "flag_values");
        CommandLineRun asked = regrid("classes2.zarr", "--grid", "r36x18", "--method", "ice_class=bilinear");
        assertThat(asked.exitCode()).isEqualTo(2);
        assertThat(asked.messages()).contains("Cannot regrid 'ice_class' by bilinear", "Choose nearest");
    }

    @Test
    void placesAreATargetToo() throws IOException, InterruptedException {
        Path places = Files.writeString(folder.resolve("places.csv"), "lat,lon\n-82.5,7.5\n2.5,182.5\n47.5,352.5\n");
        done("places.nc", "--grid", places.toString(), "--method", "nearest");
        assertThat(OutsideProgram.python(SCRIPT, "dims", at("places.nc"))).contains("cell=3", "(8, 3, 3)");
    }

    @Test
    void saysWhatIsWrong() {
        assertThat(regrid("x.zarr", "--grid", "r36").messages()).contains("there is no grid r36");
        assertThat(regrid("x.zarr", "--grid", "r36x18", "--method", "bilinar").messages())
                .contains("--method is 'bilinar'", "Did you mean bilinear?");
        assertThat(regrid("x.tif", "--grid", "r36x18").messages()).contains("ends in .zarr or .nc");
        assertThat(regrid("x.zarr", "--grid", "r36x18", "--variables", "tmp").messages())
                .contains("Cannot take variable 'tmp'", "Did you mean temp?");
        assertThat(regrid("x.zarr", "--grid", "r36x18", "--min-valid", "2").messages())
                .contains("--min-valid is 2.0, expected a share from 0 to 1");
        assertThat(regrid("x.zarr", "--grid", "r36x18", "--memory", "100k").messages())
                .contains("Choose smaller chunks");
        assertThat(Files.exists(folder.resolve("x.zarr"))).isFalse();
    }
}
