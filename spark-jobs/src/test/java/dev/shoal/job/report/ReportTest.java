package dev.shoal.job.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

    private static final String EVIL = "</script><img src=x onerror='alert(1)'>&\"\u2028";
    private static final String DATA = "<script type=\"application/json\" id=\"data\">";

    @Test
    void showsMarkupInTextsAsText() {
        Table table = new Table(EVIL, List.of(EVIL), List.of(List.of(EVIL)));
        String html = Report.html(new ReportPage(
                EVIL,
                EVIL,
                List.of(Section.of(
                        EVIL,
                        EVIL,
                        table,
                        new Query(EVIL, "SELECT '" + EVIL + "'", table),
                        new Tiles(List.of(new Tiles.Tile(EVIL, EVIL, EVIL))),
                        new Maps(EVIL, new ColourScale(EVIL, 0, 1, Palette.VIRIDIS), List.of(raster(EVIL))),
                        new SeriesChart(EVIL, EVIL, new long[] {0}, new double[] {1}, new byte[] {1}),
                        new FootprintMap(EVIL, raster(""), List.of(Footprint.point(EVIL, EVIL, 1, 2)))))));
        assertThat(html)
                .doesNotContain("<img src=x")
                .contains("&lt;img src=x onerror=&#39;alert(1)&#39;&gt;&amp;&quot;");
        assertThat(html.split("</script>", -1)).hasSize(4);
    }

    @Test
    void keepsTextsInChartsWhole() throws IOException {
        Section section =
                Section.of("", "", new FootprintMap("", raster(""), List.of(Footprint.point(EVIL, "group", 1, 2))));
        JsonNode chart = data(section).get(0);
        assertThat(chart.at("/footprints/0/name").asText()).isEqualTo(EVIL);
        assertThat(chart.at("/footprints/0/places/0/1").asDouble()).isEqualTo(2);
    }

    @Test
    void leavesMissingValuesOutOfTheLine() throws IOException {
        Section section = Section.of(
                "",
                "",
                new SeriesChart(
                        "t", "l", new long[] {0, 10, 20}, new double[] {1.5, Double.NaN, -2}, new byte[] {1, 9, 4}));
        JsonNode chart = data(section).get(0);
        assertThat(chart.get("values")).hasToString("[1.5,null,-2.0]");
        assertThat(chart.get("flags")).hasToString("[1,9,4]");
        assertThat(chart.get("gapMillis").asDouble()).isEqualTo(40);
    }

    @Test
    void standsNumbersToTheRight() {
        Table table = new Table(
                "",
                List.of("name", "count", "share", "day"),
                List.of(List.of("sst", "1,204", "3.5 %", "2023-01-01"), List.of("", "-7", "", "2023-01-02")));
        String html = Report.html(new ReportPage("", "", List.of(Section.of("", "", table))));
        assertThat(html)
                .contains("<th class=\"number\">count</th>")
                .contains("<th class=\"number\">share</th>")
                .contains("<th>day</th>")
                .contains("<th>name</th>");
    }

    @Test
    void marksTheWordsOfSql() {
        Query query = new Query("", "select a < 1 FROM t", new Table("", List.of("a"), List.of()));
        String html = Report.html(new ReportPage("", "", List.of(Section.of("", "", query))));
        assertThat(html).contains("<b>select</b> a &lt; 1 <b>FROM</b> t");
    }

    @Test
    void replacesAnOlderReport(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("deep/report.html");
        Report.write(file, new ReportPage("one", "", List.of()));
        Report.write(file, new ReportPage("two", "", List.of()));
        assertThat(Files.readString(file)).contains("<title>two</title>").doesNotContain("<title>one");
        try (Stream<Path> files = Files.list(folder.resolve("deep"))) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void refusesWhatCannotBeShown() {
        assertThatThrownBy(() -> new Table("t", List.of("a", "b"), List.of(List.of("1"))))
                .hasMessage("Cannot make table \"t\": a row of 1 cells, expected 2.");
        assertThatThrownBy(() -> new SeriesChart("s", "", new long[2], new double[1], new byte[1]))
                .hasMessage("Cannot draw \"s\": 2 times, 1 values, 1 flags; expected as many of each.");
        assertThatThrownBy(() -> new ColourScale("c", 1, 1, Palette.THERMAL))
                .hasMessage("Cannot colour \"c\" from 1.0 to 1.0: expected low below high.");
        assertThatThrownBy(() -> new Maps("", new ColourScale("c", 0, 1, Palette.THERMAL), List.of()))
                .hasMessage("Cannot draw maps of c: no raster given.");
        assertThatThrownBy(() -> new Footprint("f", "g", Footprint.Shape.TRACK, new double[0], new double[0]))
                .hasMessage("Cannot map \"f\": 0 longitudes and 0 latitudes, expected as many of both.");
    }

    private static Raster raster(String title) {
        return new Raster(title, 2, 2, 0, 2, 0, 2, new double[] {0, 1, Double.NaN, 0.5});
    }

    private static JsonNode data(Section section) throws IOException {
        String html = Report.html(new ReportPage("", "", List.of(section)));
        int start = html.indexOf(DATA) + DATA.length();
        return new JsonMapper().readTree(html.substring(start, html.indexOf("</script>", start)));
    }
}
