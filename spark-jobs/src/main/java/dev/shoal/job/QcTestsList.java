package dev.shoal.job;

import dev.shoal.qc.QcCatalogue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lists the tests there are, with their parameters. */
@Command(
        name = "tests",
        header = "List the tests there are, with their parameters.",
        footer = {"", "Example: shoal qc tests spike"})
final class QcTestsList implements Callable<Integer> {

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Parameters(arity = "0..1", paramLabel = "WORD", description = "Only tests in whose names the word stands.")
    private Optional<String> word = Optional.empty();

    @Override
    public Integer call() {
        List<QcCatalogue.Entry> entries = QcCatalogue.entries().stream()
                .filter(entry -> word.isEmpty()
                        || entry.name().contains(word.get())
                        || entry.function().contains(word.get())
                        || entry.module().equals(word.get()))
                .toList();
        if (options.json()) {
            System.out.println(Json.text(entries.stream().map(QcTestsList::json).toList()));
            return ExitCode.DONE;
        }
        TextTable table = new TextTable(List.of("test", "as a module's function", "parameters"));
        entries.forEach(entry -> table.add(List.of(
                entry.name(),
                entry.module() + "." + entry.function(),
                String.join(", ", entry.parameters().keySet()))));
        System.out.print(table);
        if (word.isPresent()) {
            entries.forEach(entry -> entry.parameters()
                    .forEach((name, expected) ->
                            System.out.println("  " + entry.name() + "." + name + ": " + expected)));
        }
        System.out.println(Counted.of(entries.size(), "test") + ". Parameters with a * must be given.");
        return ExitCode.DONE;
    }

    private static Map<String, Object> json(QcCatalogue.Entry entry) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("test", entry.name());
        json.put("module", entry.module());
        json.put("function", entry.function());
        json.put("parameters", entry.parameters());
        return json;
    }
}
