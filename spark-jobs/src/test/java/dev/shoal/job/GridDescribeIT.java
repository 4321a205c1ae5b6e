package dev.shoal.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.shoal.cf.CdoGridText;
import dev.shoal.cf.FileGrid;
import dev.shoal.regrid.CurvilinearGrid;
import dev.shoal.regrid.Grid;
import dev.shoal.regrid.GridSurvey;
import dev.shoal.regrid.RectilinearGrid;
import dev.shoal.regrid.TargetGrids;
import dev.shoal.stage.DescribedGrids;
import dev.shoal.stage.StageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Grids of real files, and CDO's own descriptions of the grids that have a name. */
class GridDescribeIT {

    private static final Path CORPUS = Path.of("../../shared/corpus");

    /** Files that hold no grid, and the reason that is told. */
    private static final Map<String, String> WITHOUT = Map.of(
            "elevation_nl.nc", "mesh2d_node_x mesh2d_node_y are none",
            "sst.fesom.1948.nc", "fesom_mesh, which is not in the file",
            "S6A_P4_2__HR_RED__NR_014_191_20210403T004056_20210403T005056_F00.nc", "it holds observations",
            "za_PHC2_T_S_gx1v3.nc", "no usable latitudes and longitudes",
            "atlantic_profiles.nc", "expected it to keep rising or to keep falling",
            "SOI_Darwin.nc", "it holds observations",
            "test_clim_oisst.nc", "it holds observations");

    @TempDir
    private Path folder;

    @Test
    void everyGridOfTheCorpusIsDescribedOrRefusedWithAReason() throws IOException {
        assumeTrue(Files.isDirectory(CORPUS), "no corpus");
        Map<String, String> table = new TreeMap<>();
        int grids = 0;
        for (String kind : List.of("unstructured", "curvilinear", "swath", "gridded")) {
            for (Path path : files(CORPUS.resolve(kind))) {
                String name = kind + "/" + path.getFileName();
                try {
                    DescribedGrids described = DescribedGrids.of(path.toString(), "", new Configuration());
                    for (FileGrid grid : described.grids()) {
                        GridSurvey survey = GridSurvey.of(grid.grid());
                        table.put(name + " " + grid.names(), row(survey, grid));
                        assertThat(GridText.of("", grid, described.facts())).contains("regrid from");
                        assertThat(survey.cells().inverted())
                                .as(name)
                                .isLessThanOrEqualTo(survey.cells().count() / 50);
                        assertThat(survey.cells().steradians()).as(name).isLessThan(4 * Math.PI * (1 + 1e-5));
                        grids++;
                    }
                } catch (StageException refused) {
                    table.put(name, refused.getMessage());
                    assertThat(WITHOUT).containsKey(path.getFileName().toString());
                    assertThat(refused.getMessage())
                            .contains(WITHOUT.getOrDefault(path.getFileName().toString(), ""));
                }
            }
        }
        table.forEach((file, row) -> System.out.printf("%-60.60s %s%n", file, row));
        assertThat(grids).isGreaterThan(60);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(path -> path.toString().endsWith(".nc")).sorted().toList();
        }
    }

    private static String row(GridSurvey survey, FileGrid grid) {
        return "%-12s %5d x %-6d holes %-5d repeated %-5d %s%s cells %-7d %8.4f %% of 4 pi  %s"
                .formatted(
                        survey.kind(),
                        survey.ny(),
                        survey.nx(),
                        survey.holes(),
                        survey.again(),
                        survey.joined() ? "periodic " : "",
                        survey.fold() ? "fold " : "",
                        survey.cells().count(),
                        100 * survey.cells().steradians() / (4 * Math.PI),
                        grid.origin().cells());
    }

    private String cdo(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("cdo", "-s"));
        command.addAll(List.of(arguments));
        Path error = folder.resolve("error.txt");
        Process process =
                new ProcessBuilder(command).redirectError(error.toFile()).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("cdo: " + Files.readString(error)).isZero();
        return text;
    }

    private static void assumeCdo() {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(":", -1))
                        .anyMatch(path -> Files.isExecutable(Path.of(path, "cdo"))),
                "no cdo");
    }

    /** CDO prints 15 digits. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "r36x18",
                "global_5",
                "n32b",
                "F80b",
                "n2b",
                "hp1",
                "hp3",
                "hp8",
                "hp8_ring",
                "hp8_nest",
                "hp16_nest"
            })
    void namesMeanWhatTheyMeanInCdo(String name) throws IOException, InterruptedException {
        assumeCdo();
        Grid expected = CdoGridText.read(cdo("griddes", "-topo," + name), name, problem -> {});
        Grid grid = TargetGrids.named(name);
        assertThat(grid.ny()).isEqualTo(expected.ny());
        assertThat(grid.nx()).isEqualTo(expected.nx());
        double farthest = 0;
        for (int k = 0; k < grid.size(); k++) {
            int row = k / grid.nx();
            int column = k % grid.nx();
            double east = Math.IEEEremainder(grid.lon(row, column) - expected.lon(row, column), 360);
            farthest = Math.max(farthest, Math.abs(east));
            farthest = Math.max(farthest, Math.abs(grid.lat(row, column) - expected.lat(row, column)));
        }
        assertThat(farthest).isLessThan(1e-12);
        if (grid instanceof RectilinearGrid own && ((RectilinearGrid) expected).hasOwnBounds()) {
            // CDO adds the weights up from the north, so its own bounds of the south differ from those of the north so.
            double[] bounds = ((RectilinearGrid) expected).latBounds();
            for (int i = 0; i < bounds.length; i += 2) {
                assertThat(own.latBounds()[i]).isEqualTo(Math.max(bounds[i], bounds[i + 1]), within(1e-11));
                assertThat(own.latBounds()[i + 1]).isEqualTo(Math.min(bounds[i], bounds[i + 1]), within(1e-11));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"r36x18", "n8", "hp4", "hp4_nest"})
    void cdoReadsWhatIsWritten(String name) throws IOException, InterruptedException {
        assumeCdo();
        CommandLineRun run = CommandLineRun.of("grid", "describe", name, "--cdo", "--data", folder.toString());
        assertThat(run.exitCode()).as(run.messages()).isZero();
        Path text = Files.writeString(folder.resolve("grid.txt"), run.output());
        Path field = folder.resolve("field.nc");
        cdo("-f", "nc", "-const,1," + text, field.toString());
        DescribedGrids back = DescribedGrids.of(field.toString(), "", new Configuration());
        Grid own = TargetGrids.named(name);
        assertThat(back.grids().get(0).grid().getClass()).isEqualTo(own.getClass());
        assertThat(back.grids().get(0).grid().size()).isEqualTo(own.size());
        assertThat(back.problems()).isEmpty();
        assertThat(cdo("output", "-remapnn," + text, "-const,3,r8x4").trim().split("\\s+"))
                .hasSize(own.size());
    }

    @Test
    void curvilinearFilesOfCdoKeepTheirCorners() throws IOException, InterruptedException {
        assumeCdo();
        Path field = folder.resolve("curvilinear.nc");
        cdo("-f", "nc", "setgridtype,curvilinear", "-const,1,r36x18", field.toString());
        DescribedGrids described = DescribedGrids.of(field.toString(), "const", new Configuration());
        CurvilinearGrid grid = (CurvilinearGrid) described.grids().get(0).grid();
        GridSurvey survey = GridSurvey.of(grid);
        assertThat(survey.cells().count()).isEqualTo(648);
        assertThat(survey.joined()).isTrue();
        assertThat(survey.cells().steradians() / (4 * Math.PI)).isBetween(1 - 1e-9, 1 + 1e-9);
    }
}
