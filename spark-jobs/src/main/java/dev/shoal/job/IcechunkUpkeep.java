package dev.shoal.job;

import java.time.Instant;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the commands are told that take away what has become old in an Icechunk repository. */
final class IcechunkUpkeep {

    @Mixin
    private IcechunkOptions repository = new IcechunkOptions();

    @Option(
            names = "--older-than",
            required = true,
            paramLabel = "AGE",
            converter = OlderThan.class,
            description = "Only what was made before this goes: 90d, 12h, or a time.")
    private Instant before = Instant.EPOCH;

    @Option(names = "--dry-run", description = "Say what would go; change nothing.")
    private boolean dryRun;

    /** Returns what every command on a repository is told. */
    IcechunkOptions repository() {
        return repository;
    }

    /** Returns the time before which what goes was made. */
    Instant before() {
        return before;
    }

    /** Tells whether nothing is to be changed. */
    boolean dryRun() {
        return dryRun;
    }
}
