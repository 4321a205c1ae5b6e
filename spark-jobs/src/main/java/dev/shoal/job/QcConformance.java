package dev.shoal.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.shoal.qc.conformance.CaseResult;
import dev.shoal.qc.conformance.CaseSet;
import dev.shoal.qc.conformance.Conformance;
import dev.shoal.qc.conformance.Scoreboard;
import dev.shoal.stage.StageException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Scores the tests by what other programs gave for the same calls; needs no Spark. */
@Command(
        name = "conformance",
        header = "Score the tests by conformance vectors: calls of other programs' tests with what they gave.",
        description = {
            "",
            "Reads JSON, one call a line: id, system (ioos_qc, ioos_qc+fixes, cotede, autoqc), test, params, inputs,",
            "expected, tags. Prints how many calls of each test gave what was expected. Exit code 1 if one did not.",
            ""
        },
        footer = {"", "Example: shoal qc conformance vectors/"})
final class QcConformance implements Callable<Integer> {

    private static final ObjectReader LINE = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build()
            .readerFor(Map.class);

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Parameters(arity = "1..*", paramLabel = "DIR|FILE", description = "Folders of *.jsonl (walked), or files.")
    private List<Path> paths = List.of();

    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = AtLeastOne.class,
            description = "Most calls told that did not give what was expected (default: ${DEFAULT-VALUE}).")
    private int limit = 40;

    @Override
    public Integer call() throws IOException {
        Scoreboard board = new Scoreboard();
        for (Path path : paths) {
            for (Path file : files(path)) {
                score(file, board);
            }
        }
        System.out.print(options.json() ? Json.text(json(board)) + System.lineSeparator() : text(board));
        return board.failures().isEmpty() ? ExitCode.DONE : ExitCode.BUG;
    }

    private static List<Path> files(Path path) throws IOException {
        if (Files.isRegularFile(path)) {
            return List.of(path);
        }
        if (!Files.isDirectory(path)) {
            throw StageException.configuration("Cannot read conformance vectors from '" + path
                    + "': found nothing, expected a folder or a file. Check the path.");
        }
        try (Stream<Path> walk = Files.walk(path)) {
            List<Path> files = walk.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw StageException.configuration("Cannot read conformance vectors from '" + path
                        + "': found no *.jsonl, expected one at least. Name the files themselves.");
            }
            return files;
        }
    }

    private static void score(Path file, Scoreboard board) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    board.add(result(line, file, number));
                }
            }
        }
    }

    private static CaseResult result(String line, Path file, int number) {
        try {
            Map<?, ?> tree = LINE.readValue(line);
            return Conformance.score(tree);
        } catch (JsonProcessingException error) {
            throw StageException.configuration(
                    "Cannot read line " + number + " of '" + file + "': " + error.getOriginalMessage()
                            + ". Expected one JSON object a line.",
                    error);
        } catch (IllegalArgumentException error) {
            throw StageException.configuration(
                    "Cannot read line " + number + " of '" + file + "': " + error.getMessage(), error);
        }
    }

    private String text(Scoreboard board) {
        StringBuilder text = new StringBuilder(table(board).toString());
        board.failures().stream()
                .limit(limit)
                .forEach(failure -> text.append(failure.id())
                        .append(": ")
                        .append(failure.difference())
                        .append(System.lineSeparator()));
        if (board.failures().size() > limit) {
            text.append("... and ")
                    .append(board.failures().size() - limit)
                    .append(" more.")
                    .append(System.lineSeparator());
        }
        board.sets().forEach((set, count) -> text.append(sentence(set, count)).append(System.lineSeparator()));
        return text.toString();
    }

    private static TextTable table(Scoreboard board) {
        TextTable table = new TextTable(List.of("set", "peer", "test", "right", "of", "verdict"));
        board.counts()
                .forEach((line, count) -> table.add(List.of(
                        line.set().words(),
                        line.system(),
                        line.test(),
                        line.set() == CaseSet.EXCLUDED ? "" : Counted.number(count.right()),
                        Counted.number(count.all()),
                        verdict(line.set(), count))));
        return table;
    }

    private static String verdict(CaseSet set, Scoreboard.Count count) {
        if (set == CaseSet.EXCLUDED) {
            return "not scored";
        }
        String fail = count.notBuilt() == count.all() ? "fail: no such test" : "fail";
        return count.right() == count.all() ? "pass" : fail;
    }

    private static String sentence(CaseSet set, Scoreboard.Count count) {
        String all = Counted.of(count.all(), "call");
        return set == CaseSet.EXCLUDED
                ? "Not scored: " + all + ", the peer's own faults and inputs that only its language has."
                : set.words() + ": " + Counted.number(count.right()) + " of " + all + " right.";
    }

    private static Map<String, Object> json(Scoreboard board) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("passed", board.failures().isEmpty());
        Map<String, Object> sets = new LinkedHashMap<>();
        board.sets().forEach((set, count) -> sets.put(set.words(), count(set, count)));
        json.put("sets", sets);
        List<Map<String, Object>> tests = new ArrayList<>();
        board.counts().forEach((line, count) -> {
            Map<String, Object> test = new LinkedHashMap<>();
            test.put("set", line.set().words());
            test.put("system", line.system());
            test.put("test", line.test());
            test.putAll(count(line.set(), count));
            tests.add(test);
        });
        json.put("tests", tests);
        json.put("failures", board.failures());
        return json;
    }

    private static Map<String, Object> count(CaseSet set, Scoreboard.Count count) {
        return set == CaseSet.EXCLUDED
                ? Map.of("cases", count.all())
                : Map.of("cases", count.all(), "right", count.right(), "notBuilt", count.notBuilt());
    }
}
