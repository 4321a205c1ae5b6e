package dev.shoal.job;

import dev.shoal.regrid.Method;
import dev.shoal.regrid.Scheme;
import dev.shoal.regrid.vertical.VerticalMethod;
import dev.shoal.regrid.vertical.VerticalReach;
import dev.shoal.regrid.vertical.VerticalScheme;
import dev.shoal.stage.SampleOutcome;
import dev.shoal.stage.SampleRequest;
import dev.shoal.stage.SampleStage;
import dev.shoal.stage.StageException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Samples fields along points in space and time. */
@Command(
        name = "sample",
        header = "Sample fields along a track or at moorings: between cells, levels and times.",
        description = {
            "",
            "FIELDS: files, folders, globs and stores of one dataset. POINTS: a table with a heading (.csv) of the columns"
                    + " time, lat, lon and, for fields with levels, depth in metres; others go along.",
            "OUTPUT: the table with a column for each variable (.csv), or a file of points (.nc).",
            ""
        },
        footer = {"", "Example: shoal sample model/*.nc ship.csv along-ship.csv --variables temp,salt"})
final class SampleCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Parameters(paramLabel = "FILE", arity = "3..*", description = "FIELDS..., then POINTS, then OUTPUT.")
    private List<String> paths = List.of();

    @Option(names = "--variables", paramLabel = "NAME", split = ",", description = "Take these alone (default: all).")
    private List<String> variables = List.of();

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            description = "Between cells: bilinear (default), nearest, inverse-distance, bicubic.")
    private String method = "bilinear";

    @Option(
            names = "--outside",
            paramLabel = "WAY",
            description = "Points above or below the levels: within-column (missing, default), nearest.")
    private String outside = "within-column";

    @Override
    public Integer call() {
        int last = paths.size() - 1;
        SampleOutcome outcome = new SampleStage(RunCommand.storage())
                .run(new SampleRequest(
                        paths.subList(0, last - 1),
                        paths.get(last - 1),
                        paths.get(last),
                        variables,
                        Scheme.of(choice("--method", method, Method.class)),
                        VerticalScheme.of(VerticalMethod.LINEAR)
                                .reaching(choice("--outside", outside, VerticalReach.class))));
        System.out.print(options.json() ? Json.text(outcome) + System.lineSeparator() : text(outcome));
        return ExitCode.DONE;
    }

    private static <E extends Enum<E>> E choice(String option, String text, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text)) {
                return constant;
            }
        }
        throw StageException.configuration(
                "Cannot sample by " + option + " " + text + ": it is none of the choices. See shoal sample --help.");
    }

    private static String text(SampleOutcome outcome) {
        TextTable table = new TextTable(List.of("variable", "points", "missing"));
        for (String variable : outcome.variables()) {
            table.add(List.of(
                    variable,
                    Integer.toString(outcome.points()),
                    String.valueOf(outcome.missing().get(variable))));
        }
        StringBuilder text = new StringBuilder(table.toString());
        outcome.leftOut()
                .forEach((name, reason) -> text.append("left out: ")
                        .append(name)
                        .append(": ")
                        .append(reason)
                        .append('\n'));
        return text.append(outcome.output())
                .append(": ")
                .append(Counted.of(outcome.points(), "point"))
                .append(".\n")
                .toString();
    }
}
