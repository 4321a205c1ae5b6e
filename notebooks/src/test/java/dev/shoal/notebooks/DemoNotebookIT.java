package dev.shoal.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DemoNotebookIT {

    private static final Path JUPYTER = Path.of("target", "jupyter");

    @Test
    void runsFromTheFirstCellToTheLast() throws IOException, InterruptedException {
        Programs.requireJupyter();
        Path data = Demo.folder();
        Programs.run(
                List.of("./kernel.sh", JUPYTER.toString()),
                Map.of("SHOAL_DATA", data.toString(), "JAVA_HOME", System.getProperty("java.home")),
                Path.of("target", "kernel.log"));
        Programs.jupyter(
                JUPYTER,
                "nbconvert",
                "--to=notebook",
                "--execute",
                "--ExecutePreprocessor.timeout=300",
                "--ExecutePreprocessor.startup_timeout=30",
                "--output-dir=target",
                "--output=executed.ipynb",
                Note.JUPYTER.toString());

        List<JsonNode> cells = Note.code(Note.read(Path.of("target", "executed.ipynb")));
        assertThat(cells).allSatisfy(cell -> {
            assertThat(cell.get("execution_count").isNumber()).isTrue();
            assertThat(cell.get("outputs"))
                    .allSatisfy(output -> assertThat(output.get("output_type").asText())
                            .as(Note.text(cell.get("source")))
                            .isEqualTo("display_data"));
        });
        assertThat(answer(cells, "ocean.catalog.datasets ORDER"))
                .contains("<td>gyre</td><td>grid</td>", "<td>moorings</td><td>observations</td><td>2780</td>");
        assertThat(answer(cells, "ocean.catalog.rejects")).contains("44101_d3.nc", "sst_20230204.nc", "was cut");
        assertThat(answer(cells, "Search.parse")).contains("<td>44102_d1.nc</td><td>2023-01-29T00:00:00Z</td>");
        assertThat(answer(cells, "GROUP BY platform ORDER BY failed")).contains("<th>flat_line</th>", "<td>44110</td>");
        assertThat(answer(cells, "String series")).contains("<polyline", "<circle");
        assertThat(answer(cells, "GROUP BY year, month")).contains("<td>2023</td><td>1</td>");
        assertThat(answer(cells, "String map")).contains("<svg", "2023-02-03", "#e8fa5b", "40°");
        assertThat(answer(cells, "config_hash")).contains("44101_d1.nc");
    }

    /** Returns the HTML that the one cell with this text showed. */
    private static String answer(List<JsonNode> cells, String text) {
        List<JsonNode> found = cells.stream()
                .filter(cell -> Note.text(cell.get("source")).contains(text))
                .toList();
        assertThat(found).as(text).hasSize(1);
        JsonNode outputs = found.get(0).get("outputs");
        assertThat(outputs).as(text).hasSize(1);
        return Note.text(outputs.get(0).get("data").get("text/html"));
    }
}
