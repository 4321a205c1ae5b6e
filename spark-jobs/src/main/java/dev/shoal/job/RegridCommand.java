package dev.shoal.job;

import dev.shoal.spec.OutputSpec;
import dev.shoal.stage.RegridOutcome;
import dev.shoal.stage.RegridRequest;
import dev.shoal.stage.RegridStage;
import dev.shoal.stage.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings files to another grid. */
@Command(
        name = "regrid",
        header = "Bring files to another grid: every variable keeps its name and attributes.",
        description = {
            "",
            "INPUT: files, folders, globs and stores of one dataset; OUTPUT ends in .zarr or .nc.",
            "Weights are made once, also where the mask changes from step to step. Categories are never averaged.",
            "After a stop the same command does the rest; it does nothing where everything is done.",
            ""
        },
        footer = {
            "",
            "Example: shoal regrid archive/*.nc sst-1deg.zarr --grid global_1 --method conservative",
            "         shoal regrid roms.nc roms-regular.nc --grid target.txt --policy cdo --variables temp,salt"
        })
final class RegridCommand implements Callable<Integer> {

    private static final int DEFLATE_LEVEL = 4;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Parameters(paramLabel = "FILE", arity = "2..*", description = "INPUT..., then OUTPUT.")
    private List<String> paths = List.of();

    @Mixin
    private RegridOptions regrid = new RegridOptions();

    @Option(names = "--variables", paramLabel = "NAME", split = ",", description = "Take these alone (default: all).")
    private List<String> variables = List.of();

    @Option(
            names = "--deflate",
            paramLabel = "LEVEL",
            description = "Level of a netCDF file's compression, 1 to 9 (default: ${DEFAULT-VALUE}).")
    private int deflateLevel = DEFLATE_LEVEL;

    @Option(names = "--overwrite", description = "Replace an output that was made of something else.")
    private boolean overwrite;

    @Mixin
    private ZarrCredentials credentials = new ZarrCredentials();

    @Override
    public Integer call() {
        try (Workers workers = Session.taskWorkers(options, credentials)) {
            RegridOutcome outcome = new RegridStage(workers, new TerminalProgress(System.err)).run(request(workers));
            System.out.print(options.json() ? Json.text(outcome) + System.lineSeparator() : RegridText.of(outcome));
            return outcome.refused().isEmpty() ? ExitCode.DONE : ExitCode.REJECTED;
        }
    }

    private RegridRequest request(Workers workers) {
        int last = paths.size() - 1;
        List<String> words = new ArrayList<>(List.of("shoal", "regrid"));
        words.addAll(paths);
        words.addAll(regrid.words());
        OutputSpec form = regrid.form(workers);
        return new RegridRequest(
                paths.subList(0, last),
                paths.get(last),
                regrid.spec(workers.conf()),
                variables,
                form,
                deflateLevel,
                String.join(" ", words),
                overwrite ? RegridRequest.Existing.REPLACE : RegridRequest.Existing.KEEP);
    }
}
