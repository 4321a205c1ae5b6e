package dev.shoal.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GridTextTest {

    @TempDir
    private Path folder;

    private CommandLineRun run(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "grid";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[all.length - 2] = "--data";
        all[all.length - 1] = folder.toString();
        return CommandLineRun.of(all);
    }

    @Test
    void tellsOfAGridByItsName() {
        CommandLineRun run = run("describe", "r36x18");
        assertThat(run.exitCode()).as(run.messages()).isZero();
        assertThat(run.output())
                .contains("rectilinear grid, 18 rows x 36 columns, 648 cells; name r36x18")
                .contains("latitudes     -85 to 85, from south to north")
                .contains("longitudes    all (stored as 0 to 350, eastward)")
                .contains("column step   10 degrees")
                .contains("periodic      yes: the first column is beside the last")
                .contains("area          100 % of the sphere (4 pi)")
                .contains("poles         in cells: both")
                .contains("regrid from   nearest,");
    }

    @Test
    void tellsTheSameToMachines() {
        CommandLineRun run = run("describe", "hp2", "--json");
        assertThat(run.output())
                .contains("\"kind\" : \"unstructured\"")
                .contains("\"columns\" : 48")
                .contains("\"inverted\" : 0")
                .contains("\"nearest\" : \"yes\"");
    }

    @Test
    void drawsAPicture() throws Exception {
        Path png = folder.resolve("grid.png");
        assertThat(run("describe", "hp4", "--map", png.toString()).exitCode()).isZero();
        assertThat(ImageIO.read(png.toFile()).getWidth()).isEqualTo(1200);
    }

    @Test
    void listsTheNames() {
        assertThat(run("list").output()).contains("rNXxNY").contains("hpN_nest").contains("PATH#VARIABLE");
    }

    @Test
    void refusesWhatIsNoGrid() {
        CommandLineRun run = run("describe", "absent.nc");
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.messages())
                .contains("Cannot take the grid of 'absent.nc': there is no file or store at absent.nc.");
    }

    @Test
    void numbersHaveSixDigitsOrSo() {
        assertThat(GridText.number(64800)).isEqualTo("64,800");
        assertThat(GridText.number(0.25)).isEqualTo("0.25");
        assertThat(GridText.number(1234.5678)).isEqualTo("1,235");
        assertThat(GridText.number(-0.00012)).isEqualTo("-1.200e-04");
        assertThat(GridText.number(100)).isEqualTo("100");
    }
}
