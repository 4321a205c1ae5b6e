package dev.shoal.job;

import dev.shoal.stage.zarr.RepositorySummary;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows the history of a repository. */
@Command(
        name = "log",
        header = "Show branches, tags, and the commits that lead to one of them.",
        footer = {"", "Example: shoal zarr icechunk log s3a://bucket/sst@v1"})
final class IcechunkLog implements Callable<Integer> {

    @Mixin
    private IcechunkOptions options = new IcechunkOptions();

    @Override
    public Integer call() throws IOException {
        RepositorySummary summary = RepositorySummary.of(options.location(), options.configuration())
                .orElseThrow();
        System.out.print(options.json() ? Json.text(summary) + System.lineSeparator() : text(summary));
        return ExitCode.DONE;
    }

    /** Returns branches, tags and commits, for people. */
    static String text(RepositorySummary summary) {
        TextTable table = new TextTable(List.of("snapshot", "committed", "message"));
        summary.history()
                .forEach(commit -> table.add(List.of(commit.snapshot(), commit.committed(), commit.message())));
        String end = System.lineSeparator();
        return "branches: " + summary.branches() + end + "tags: " + summary.tags() + end + "commits of " + summary.ref()
                + ":" + end + table;
    }
}
