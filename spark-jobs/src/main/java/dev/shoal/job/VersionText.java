package dev.shoal.job;

import dev.shoal.stage.Version;
import picocli.CommandLine.IVersionProvider;

/** Tells the version of Shoal. */
final class VersionText implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"shoal " + Version.TEXT};
    }
}
