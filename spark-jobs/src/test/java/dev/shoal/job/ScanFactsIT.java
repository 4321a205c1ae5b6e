package dev.shoal.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code shoal scan} tells a data manager of real files. */
class ScanFactsIT {

    private static final Path CORPUS = Path.of("../../shared/corpus");

    @TempDir
    private Path folder;

    private CommandLineRun scan(List<String> files, String... options) {
        List<String> arguments = new ArrayList<>(List.of("scan"));
        for (String file : files) {
            Path path = CORPUS.resolve(file);
            boolean present = Files.exists(path);
            assertThat(present || !"true".equals(System.getenv("CI")))
                    .as("corpus file " + file)
                    .isTrue();
            assumeThat(present).isTrue();
            arguments.add(path.toAbsolutePath().normalize().toString());
        }
        arguments.addAll(List.of(options));
        arguments.addAll(List.of("--data", folder.toString()));
        return CommandLineRun.of(arguments.toArray(String[]::new));
    }

    @Test
    void tellsOfMapsLevelsCalendarsAndCells() {
        CommandLineRun run = scan(List.of(
                "gridded/stactools-packages__noaa-cdr/seaice_conc_daily_nh_20211231_f17_v04r00.nc",
                "curvilinear/axiom-data-science__extract_model/dbofs_sample.nc",
                "gridded/Ouranosinc__xclim-testdata/tas_Amon_HadGEM2-ES_rcp85_r1i1p1_200512-203011.nc"));
        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.output().lines())
                .contains(
                        "dbofs_sample.nc:",
                        "  type      grid: variables lie along latitude and longitude",
                        "  map       projection: polar_stereographic, latitudes and longitudes can be reckoned",
                        "  vertical  s_rho: ocean_s_coordinate_g1 of s=s_rho C=Cs_r eta=zeta depth=h depth_c=hc, heights can"
                                + " be reckoned",
                        "  time      time: days since 1859-12-01, calendar 360_day: no timestamps",
                        "  cells     tas: time: mean",
                        "  measures  tas: area areacella");
    }

    @Test
    void tellsMachinesTheSame() throws IOException {
        CommandLineRun run = scan(List.of("curvilinear/axiom-data-science__extract_model/dbofs_sample.nc"), "--json");
        JsonNode file =
                new ObjectMapper().readTree(run.output()).get("readable").get(0);
        JsonNode level = file.get("cf").get("vertical").get(0);
        assertThat(level.get("terms").get("eta").asText()).isEqualTo("zeta");
        assertThat(level.get("gives").asText()).isEqualTo("height");
        assertThat(file.get("cf").get("times").get(0).get("timestamps").asBoolean())
                .isTrue();
        assertThat(file.get("problems").isArray()).isTrue();
    }

    @Test
    void tellsOfManyFilesInFullWhenAsked() {
        List<String> folders = List.of("profile/euroargodev__argopy-data");
        CommandLineRun few = scan(folders);
        CommandLineRun all = scan(folders, "--details");
        assertThat(few.output().lines()).noneMatch(line -> line.startsWith("  time "));
        assertThat(all.output().lines()).anyMatch(line -> line.startsWith("  time "));
        assertThat(few.output().lines()).anyMatch(line -> line.matches("note: \\d+ files, .* the first: .*"));
    }
}
