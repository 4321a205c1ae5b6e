package dev.shoal.job;

import dev.shoal.stage.zarr.CommitRequest;
import picocli.CommandLine.Option;

/** How a store that is a branch of an Icechunk repository is committed to; the options have the names of ods. */
final class ZarrCommit {

    @Option(
            names = {"-br", "--branch"},
            paramLabel = "NAME",
            description = "Branch of the Icechunk repository (default: that of icechunk:PATH@BRANCH, else main).")
    private String branch = "";

    @Option(
            names = {"-cm", "--commit-message", "--commit_message"},
            paramLabel = "TEXT",
            description = "Message of the commit (default: what was done).")
    private String message = "";

    @Option(
            names = {"-vc", "--variable-commits"},
            description = "Show every variable by a commit of its own as soon as it is written.")
    private boolean each;

    /** Returns what is asked for. */
    CommitRequest request() {
        return new CommitRequest(
                branch, message, each ? CommitRequest.Commits.EACH_VARIABLE : CommitRequest.Commits.ONE);
    }
}
