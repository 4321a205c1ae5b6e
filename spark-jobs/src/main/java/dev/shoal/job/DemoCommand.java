package dev.shoal.job;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Demo. */
@Command(name = "demo", header = "Make a realistic archive, run the main job on it, and show the results.")
final class DemoCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions options = new CommonOptions();

    @Override
    public Integer call() {
        return options.json() ? 1 : 0;
    }
}
