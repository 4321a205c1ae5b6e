package dev.shoal.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
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

    @Test
    void endsWithTwoWhereTheUsageIsWrong() {
        assertThat(run("runn")).startsWith("2\n").contains("Unmatched argument");
        assertThat(run("run")).startsWith("2\n").contains("SPEC.yaml");
        assertThat(run()).startsWith("2\n").contains("Name a command");
    }

    @Test
    void setsColumnsAsWideAsTheyNeedBe() {
        TextTable table = new TextTable(List.of("name", "n"));
        table.add(List.of("a", "1,000")).add(List.of("long name", "7"));
        assertThat(table.toString().lines())
                .containsExactly("name       n", "---------  -----", "a          1,000", "long name      7");
    }
}
