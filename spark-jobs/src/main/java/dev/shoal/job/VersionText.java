package dev.shoal.job;

import dev.shoal.codec.Inflation;
import dev.shoal.stage.Version;
import picocli.CommandLine.IVersionProvider;

/** Tells the version of Shoal, and what it inflates chunks with on this machine. */
final class VersionText implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {
            "shoal " + Version.TEXT, "inflates with " + Inflation.backend().title()
        };
    }
}
