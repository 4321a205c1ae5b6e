package dev.shoal.qc.argo;

import java.util.BitSet;

/**
 * Test 17: flags that people gave (Argo Quality Control Manual for CTD and Trajectory Data, test 17). They raise those
 * of the tests; {@link ArgoSurroundings#people} brings them.
 */
public record VisualCheck() implements ArgoCheck {

    @Override
    public ArgoTest test() {
        return ArgoTest.VISUAL;
    }

    @Override
    public void run(ArgoWork work) {
        work.surroundings().people().forEach((name, flags) -> {
            if (!work.has(name)) {
                return;
            }
            if (flags.length != work.profile().levels()) {
                throw new IllegalArgumentException("Cannot take people's flags of " + name + " of "
                        + work.profile().station().platform() + ", cycle "
                        + work.profile().station().cycle() + ": found " + flags.length + ", expected "
                        + work.profile().levels() + ", one for each level.");
            }
            work.performed(test());
            raise(work, name, flags);
        });
    }

    private void raise(ArgoWork work, String name, byte[] flags) {
        for (byte flag = ArgoFlag.GOOD; flag <= ArgoFlag.ESTIMATED; flag++) {
            BitSet levels = Levels.flagged(flags, flag);
            if (flag >= ArgoFlag.CORRECTABLE) {
                work.raise(test(), name, levels, flag);
            } else {
                work.lift(name, levels, flag);
            }
        }
    }
}
