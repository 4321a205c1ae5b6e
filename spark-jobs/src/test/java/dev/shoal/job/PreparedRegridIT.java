package dev.shoal.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.shoal.zarr.OutsideProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Levels, currents and periods by {@code shoal regrid}, judged by CDO and numpy. */
class PreparedRegridIT {

    private static final Path SCRIPT = Path.of("src/test/resources/dev/shoal/job/prepared.py");

    @TempDir
    static Path folder;

    @BeforeAll
    static void makeFiles() throws IOException, InterruptedException {
        OutsideProgram.requirePython();
        judge("make");
        Files.writeString(folder.resolve("regular.yaml"), """
                gridtype = lonlat
                xsize = 21
                ysize = 15
                xfirst = 0
                xinc = 1
                yfirst = 33
                yinc = 1
                """);
    }

    private static String judge(String what, String... more) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(what, folder.toString()));
        words.addAll(List.of(more));
        return OutsideProgram.python(SCRIPT, words.toArray(String[]::new)).trim();
    }

    private static void requireCdo() {
        boolean installed = Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "cdo")));
        if ("true".equals(System.getenv("CI"))) {
            assertThat(installed).as("cdo is installed (apt-get install cdo)").isTrue();
        }
        assumeTrue(installed, "cdo is not installed");
    }

    private static String at(String name) {
        return folder.resolve(name).toString();
    }

    private static CommandLineRun regrid(String files, String output, String... options) {
        List<String> words = new ArrayList<>(List.of("regrid"));
        Arrays.stream(files.split(" ", -1)).forEach(name -> words.add(at(name)));
        words.add(at(output));
        words.addAll(List.of(options));
        words.addAll(List.of("--data", at("data"), "--overwrite"));
        return CommandLineRun.of(words.toArray(String[]::new));
    }

    private static void done(String files, String output, String... options) {
        CommandLineRun run = regrid(files, output, options);
        assertThat(run.exitCode()).as(run.output() + run.messages()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "month, mean, monmean, time: mean",
        "season, mean, seasmean, time: mean",
        "year, sum, yearsum, time: sum",
        "month, minimum, monmin, time: minimum",
        "month of year, mean, ymonmean, time: mean within years time: mean over years",
        "season of year, maximum, yseasmax, time: maximum within years time: maximum over years"
    })
    void periodsAreThoseOfCdo(String every, String statistic, String operator, String methods)
            throws IOException, InterruptedException {
        requireCdo();
        String days = "days0.nc days1.nc days2.nc";
        done(
                days,
                "periods.nc",
                "--grid",
                at("days0.nc"),
                "--method",
                "nearest",
                "--every",
                every,
                "--statistic",
                statistic);
        assertThat(judge("cdo", at("periods.nc"), operator, "days0.nc", "days1.nc", "days2.nc"))
                .isEqualTo("same " + methods);
    }

    /** CDO's {@code yearmonmean} weighs months by their lengths, and takes a month stamped at its end for the next. */
    @Test
    void meansAreWeightedByTheLengthsOfTheirSteps() throws IOException, InterruptedException {
        requireCdo();
        done("months.nc", "years.nc", "--grid", at("days0.nc"), "--method", "nearest", "--every", "year");
        assertThat(judge("cdo", at("years.nc"), "yearmonmean -shifttime,-1hour", "months.nc"))
                .isEqualTo("same time: mean");
        assertThat(judge("tell", at("years.nc"))).isEqualTo("[182.5, 547.5] [[0.0, 365.0], [365.0, 730.0]] time: mean");
    }

    @Test
    void boundsAreWritten() throws IOException, InterruptedException {
        done("days0.nc", "bounds.zarr", "--grid", at("days0.nc"), "--method", "nearest", "--every", "month");
        assertThat(judge("tell", at("bounds.zarr"))).isEqualTo("[-4.0, 26.0] [[-19.0, 11.0], [11.0, 41.0]] time: mean");
    }

    @Test
    void memoryDecidesNothing() throws IOException, InterruptedException {
        String[] options = {"--grid", "r72x36", "--method", "bilinear", "--every", "month", "--valid-fraction"};
        String[] small = Arrays.copyOf(options, options.length + 4);
        System.arraycopy(
                new String[] {"--memory", "8m", "--chunks", "time=1,lat=7,lon=9"}, 0, small, options.length, 4);
        done("days0.nc days1.nc", "whole.zarr", options);
        done("days0.nc days1.nc", "parts.zarr", small);
        assertThat(judge("identical", at("whole.zarr"), at("parts.zarr"))).isEqualTo("same");
    }

    @Test
    void columnsAreTakenToDepths() throws IOException, InterruptedException {
        done("sigma.nc", "depths.nc", "--grid", at("days0.nc"), "--method", "nearest", "--levels", "2,10,50,120");
        assertThat(judge("levels", at("depths.nc"), "2", "10", "50", "120")).isEqualTo("same down 1");
    }

    @Test
    void currentsAlongTheGridPointEastAndNorth() throws IOException, InterruptedException {
        done("current.nc", "current-regular.nc", "--grid", at("regular.yaml"));
        assertThat(judge("turned", at("current-regular.nc"))).isEqualTo("same same eastward_sea_water_velocity");
    }

    @Test
    void refusesWhatCannotBe() {
        CommandLineRun run = regrid("days0.nc", "no.nc", "--grid", "r36x18", "--every", "fortnight", "--levels", "5,1");
        assertThat(run.exitCode()).isNotZero();
        assertThat(run.messages())
                .contains("\"fortnight\", expected hour, day, month")
                .contains("expected numbers that keep rising");
        assertThat(regrid("days0.nc", "no.nc", "--grid", "r36x18", "--statistic", "mean")
                        .messages())
                .contains("is missing: hour, day, month");
    }
}
