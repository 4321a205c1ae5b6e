package dev.shoal.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.catalog.TimeRange;
import dev.shoal.stage.Progress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class MainTest {

    private static String run(String... arguments) {
        CommandLine line = new CommandLine(new Main());
        StringWriter text = new StringWriter();
        line.setOut(new PrintWriter(text, true)).setErr(new PrintWriter(text, true));
        int code = line.execute(arguments);
        return code + "\n" + text;
    }

    private static Map<String, CommandLine> commands(String name, CommandLine line) {
        Map<String, CommandLine> all = new TreeMap<>();
        all.put(name, line);
        line.getSubcommands().forEach((word, sub) -> all.putAll(commands(name + " " + word, sub)));
        return all;
    }

    @Test
    void helpsWithEveryCommandAndGivesAnExample() {
        Map<String, CommandLine> commands = commands("shoal", new CommandLine(new Main()));
        assertThat(commands.keySet())
                .contains(
                        "shoal demo",
                        "shoal scan",
                        "shoal run",
                        "shoal stream",
                        "shoal sql",
                        "shoal catalog list",
                        "shoal catalog show",
                        "shoal catalog find",
                        "shoal cluster");
        commands.forEach((name, line) -> {
            String help = run((name + " --help").substring("shoal ".length()).split(" "));
            assertThat(help).as(name).startsWith("0\n").contains("Usage: shoal").contains("Example: " + name);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                '' | Name a command
                catalog | Name what to do: list, show or find.
                run | Missing required parameter: 'SPEC.yaml'
                runn | Unmatched argument at index 0: 'runn'
                run x.yaml --dryrun | Possible solutions: --dry-run
                sql SELECT --limit=-5 | Invalid value for option '--limit': found '-5', expected a whole number from 1
                scan archive --limit=x | Invalid value for option '--limit': found 'x', expected a whole number from 1
                """)
    void endsWithTwoWhereTheUsageIsWrongAndSaysHowItIsRight(String arguments, String message) {
        CommandLineRun run = CommandLineRun.of(arguments.isEmpty() ? new String[0] : arguments.split(" "));
        assertThat(run.messages()).contains(message).doesNotContain("\tat ");
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.output()).isEmpty();
    }

    @Test
    void setsColumnsAsWideAsTheyNeedBe() {
        TextTable table = new TextTable(List.of("name", "n"));
        table.add(List.of("a", "1,000")).add(List.of("long name", "7"));
        assertThat(table.toString().lines())
                .containsExactly("name           n", "---------  -----", "a          1,000", "long name      7");
    }

    @Test
    void setsColumnsOfNumbersAloneToTheRight() {
        TextTable table = new TextTable(List.of("units", "mean"));
        table.add(List.of("1", "10.5")).add(List.of("degree_Celsius", ""));
        assertThat(table.toString().lines())
                .containsExactly(
                        "units           mean", "--------------  ----", "1               10.5", "degree_Celsius");
    }

    @Test
    void cutsLongTextsButNoPaths() {
        String path = "file:/archive of the sea/" + "a".repeat(80) + ".nc";
        TextTable table = new TextTable(List.of("text", "path"));
        table.add(List.of("word ".repeat(20), path));
        assertThat(table.toString()).contains("word word\u2026  " + path);
    }

    @Test
    void drawsProgressThatFitsIntoTheTerminal() {
        for (int columns : new int[] {30, 50, 100}) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
            try (Progress.Work work =
                    TerminalProgress.onTerminal(out, columns).begin("Writing the chunks of sea", 1200)) {
                work.reached(600, 500_000_000);
            }
            String drawn = bytes.toString(StandardCharsets.UTF_8).split("\r\u001b\\[K", -1)[1];
            assertThat(drawn.length()).isLessThan(columns);
            assertThat(drawn)
                    .contains(columns == 100 ? "[############------------] Writing" : "Writing the chunks of sea");
        }
    }

    @Test
    void countsInTheSingularAndInThePlural() {
        assertThat(Counted.of(1, "file")).isEqualTo("1 file");
        assertThat(Counted.of(0, "file")).isEqualTo("0 files");
        assertThat(Counted.of(1204, "granule")).isEqualTo("1,204 granules");
    }

    @Test
    void tellsTimesToTheSecond() {
        assertThat(TimeText.of(new TimeRange(1_593_608_400_000_007L, 1_593_826_199_999_997L)))
                .isEqualTo("2020-07-01 13:00:00 to 2020-07-04 01:30:00");
        assertThat(TimeText.of(new TimeRange(-1, 4))).isEqualTo("1970-01-01 00:00:00");
    }
}
