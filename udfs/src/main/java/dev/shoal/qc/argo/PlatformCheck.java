package dev.shoal.qc.argo;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Test 1: the platform's number is that of a float (Argo Quality Control Manual for CTD and Trajectory Data, test 1).
 *
 * <p>A profile of an unknown platform is not for distribution: the test fails, and no value is flagged.
 *
 * @param known WMO numbers; where empty, any number of five or seven digits will do
 */
public record PlatformCheck(Set<String> known) implements ArgoCheck {

    private static final Pattern WMO = Pattern.compile("[0-9]{5}|[0-9]{7}");

    /** Copies the numbers. */
    public PlatformCheck {
        known = Set.copyOf(known);
    }

    @Override
    public ArgoTest test() {
        return ArgoTest.PLATFORM;
    }

    @Override
    public void run(ArgoWork work) {
        String platform = work.profile().station().platform().strip();
        work.performed(test());
        if (known.isEmpty() ? !WMO.matcher(platform).matches() : !known.contains(platform)) {
            work.fail(test());
        }
    }
}
