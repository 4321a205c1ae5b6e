package dev.shoal.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.zarr.OutsideProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields sampled along a ship's track, judged in numpy: straight fields come out exactly. */
class SampleCommandIT {

    private static final Path SCRIPT = Path.of("src/test/resources/dev/shoal/job/track.py");

    @TempDir
    static Path folder;

    @BeforeAll
    static void makeFiles() throws IOException, InterruptedException {
        OutsideProgram.requirePython();
        OutsideProgram.python(SCRIPT, "make", folder.toString());
    }

    private static String at(String name) {
        return folder.resolve(name).toString();
    }

    private static CommandLineRun sample(String points, String output, String... options) {
        List<String> words = new ArrayList<>(
                List.of("sample", at("fields0.nc"), at("fields1.nc"), at(points), at(output), "--data", at("data")));
        words.addAll(List.of(options));
        return CommandLineRun.of(words.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"along.csv", "along.nc"})
    void straightFieldsComeOutExactly(String output) throws IOException, InterruptedException {
        CommandLineRun run = sample("track.csv", output, "--variables", "temp,ssh,salt");
        assertThat(run.exitCode()).as(run.output() + run.messages()).isZero();
        assertThat(OutsideProgram.python(SCRIPT, "judge", folder.toString(), output))
                .contains("same");
    }

    @Test
    void fieldsWithLevelsWantDepths() throws IOException {
        Files.writeString(folder.resolve("surface.csv"), "time,lat,lon\n2024-03-01T03:00:00Z,45,0\n");
        CommandLineRun run = sample("surface.csv", "surface-out.csv");
        assertThat(run.exitCode()).isZero();
        assertThat(run.output()).contains("left out: temp: it has levels, and the points have no depth.");
        assertThat(Files.readString(folder.resolve("surface-out.csv")))
                .isEqualTo("time,lat,lon,ssh,floor,eta\n2024-03-01T03:00:00Z,45,0,93.75,150.0,0.0\n");
        assertThat(sample("surface.csv", "no.csv", "--variables", "temp").messages())
                .contains("Cannot sample 'temp': it has levels, and the points have no depth. Add a column depth");
    }

    @Test
    void refusesPointsThatAreNone() throws IOException {
        Files.writeString(folder.resolve("bad.csv"), "time,lat,lon\nyesterday,45,0\n");
        assertThat(sample("bad.csv", "no.csv").messages())
                .contains("Cannot sample along point 1 of '" + at("bad.csv") + "': time is 'yesterday', expected one");
        Files.writeString(folder.resolve("nameless.csv"), "when,y,x\n1,2,3\n");
        assertThat(sample("nameless.csv", "no.csv").messages())
                .contains("its columns are when, y, x, expected one named lat");
        assertThat(sample("bad.csv", "no.csv", "--method", "cubist").messages())
                .contains("Cannot sample by --method cubist");
    }
}
