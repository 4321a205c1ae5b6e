package dev.shoal.qc.seawater;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares with Debian's python3-gsw over more seawater than the file of golden values holds. */
class Teos10IT {

    private static final String PYTHON = "/usr/bin/python3";

    private static final Path SCRIPT = Path.of("src/test/resources/dev/shoal/qc/seawater/gsw_values.py");

    private static final int COUNT = 10_000;

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void agreesWithTheToolbox(int seed) throws IOException, InterruptedException {
        requireToolbox();
        Process process = new ProcessBuilder(PYTHON, SCRIPT.toString(), "" + seed, "" + COUNT)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        GswValues values = new GswValues(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        assertThat(process.waitFor()).isZero();
        assertThat(values.size()).isEqualTo(COUNT);
        Map<String, Double> differences = values.largestDifferences();
        assertThat(differences)
                .allSatisfy((name, difference) ->
                        assertThat(difference).as(name + " in " + differences).isLessThan(2e-12));
    }

    private static void requireToolbox() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(PYTHON, "-c", "import gsw")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        boolean present = process.waitFor() == 0;
        if ("true".equals(System.getenv("CI"))) {
            assertThat(present).as(PYTHON + " has gsw (Debian: python3-gsw)").isTrue();
        }
        assumeTrue(present, "no gsw in " + PYTHON + " (Debian: python3-gsw)");
    }
}
