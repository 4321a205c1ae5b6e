package dev.shoal.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.ArrayFiles;
import dev.shoal.netcdf.VariableHeader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightsCommandIT {

    private static final List<String> GRIDS = List.of("--from", "r40x20", "--grid", "r90x46", "--method", "bilinear");

    @TempDir
    private Path folder = Path.of("");

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private CommandLineRun run(List<String> command, List<String> more) {
        List<String> arguments = new ArrayList<>(List.of("weights"));
        arguments.addAll(command);
        arguments.addAll(more);
        arguments.addAll(List.of("--data", path("data")));
        return CommandLineRun.of(arguments.toArray(String[]::new));
    }

    private double[] values(String file, String variable) throws IOException {
        try (ArrayFile open = ArrayFiles.open(path(file), new Configuration())) {
            VariableHeader header = open.header().variable(variable).orElseThrow();
            return open.read(header).toDoubles();
        }
    }

    private void assertSame(String one, String other) throws IOException {
        for (String variable : List.of("src_address", "dst_address", "remap_matrix", "dst_grid_corner_lon")) {
            assertThat(values(other, variable)).as(variable).isEqualTo(values(one, variable));
        }
    }

    @Test
    void aFileATableAndAFileOfThatTableAreTheSame() throws IOException {
        assertThat(run(List.of("make", path("direct.nc")), GRIDS).output())
                .contains(" links from a rectilinear grid of 20 x 40 points", "by bilinear: " + path("direct.nc"));
        assertThat(run(List.of("make", path("table")), GRIDS).exitCode()).isZero();
        assertThat(run(List.of("make", path("table")), GRIDS).output()).startsWith("0 links");
        assertThat(run(List.of("export", path("table"), path("exported.nc")), GRIDS))
                .isEqualTo(new CommandLineRun(0, "", ""));
        assertSame("direct.nc", "exported.nc");
        assertThat(run(List.of("import", path("direct.nc"), path("again")), GRIDS)
                        .exitCode())
                .isZero();
        assertThat(run(List.of("export", path("again"), path("back.nc")), GRIDS).exitCode())
                .isZero();
        assertSame("direct.nc", "back.nc");
    }

    @Test
    void describesAFile() throws IOException {
        run(List.of("make", path("w.nc"), "--format", "esmf"), GRIDS);
        JsonNode facts = new ObjectMapper()
                .readTree(run(List.of("describe", path("w.nc"), "--json"), List.of())
                        .output());
        assertThat(facts.path("format").asText()).isEqualTo("esmf");
        assertThat(facts.path("method").asText()).isEqualTo("Bilinear remapping");
        assertThat(facts.path("target").asText()).isEqualTo("4,140 cells [90, 46], told by corners");
        assertThat(facts.path("sums over a target cell").asText())
                .startsWith("0.99999")
                .contains(" to 1.0");
    }

    @Test
    void refusesAFileOfOtherGridsAndOneThatTellsNone() {
        run(List.of("make", path("w.nc")), GRIDS);
        List<String> other = List.of("--from", "r40x20", "--grid", "global_4", "--method", "bilinear");
        assertThat(run(List.of("import", path("w.nc"), path("table")), other))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE))
                .satisfies(run -> assertThat(run.messages())
                        .startsWith("Cannot use the weights of " + path("w.nc") + ": of its target grid found"));
        run(List.of("make", path("x.nc"), "--format", "xesmf"), GRIDS);
        assertThat(run(List.of("import", path("x.nc"), path("table")), GRIDS).messages())
                .contains("it tells NOTHING of it, expected POSITIONS at least, to know it by");
        assertThat(run(List.of("import", path("x.nc"), path("table"), "--unchecked"), GRIDS)
                        .exitCode())
                .isZero();
    }

    @Test
    void refusesWordsThatItDoesNotKnow() {
        assertThat(run(List.of("make", path("w.nc"), "--format", "grib"), GRIDS).messages())
                .startsWith("Cannot take 'grib' as --format, expected one of scrip, esmf, xesmf.");
        assertThat(run(List.of("make", path("w.nc"), "--normalise", "none"), GRIDS)
                        .messages())
                .startsWith("Cannot take 'none' as --normalise");
    }
}
