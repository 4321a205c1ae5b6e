package dev.shoal.qc.argo;

import java.util.Locale;

/** How the levels of a profile were sampled (Argo user's manual, reference table 16, vertical sampling schemes). */
public enum Sampling {
    /** The profile of the CTD with all core parameters. */
    PRIMARY,
    /** Another profile of the same cycle, such as that of a biogeochemical sensor. */
    SECONDARY,
    /** Single samples near the surface, mostly with the pump off. */
    NEAR_SURFACE_SPOT,
    /** Averages, or averages and single samples, near the surface. */
    NEAR_SURFACE_AVERAGED;

    /** Tells whether this is a profile of the upper metres with the pump off. */
    public boolean isNearSurface() {
        return this == NEAR_SURFACE_SPOT || this == NEAR_SURFACE_AVERAGED;
    }

    /**
     * Returns the sampling that a {@code VERTICAL_SAMPLING_SCHEME} tells.
     *
     * @param scheme such as {@code "Near-surface sampling: discrete, unpumped []"}; of any case, blank for primary
     */
    public static Sampling of(String scheme) {
        String told = scheme.strip().toLowerCase(Locale.ROOT);
        if (told.isEmpty() || told.startsWith("primary sampling")) {
            return PRIMARY;
        }
        if (!told.startsWith("near-surface sampling")) {
            return SECONDARY;
        }
        return told.contains("discrete") ? NEAR_SURFACE_SPOT : NEAR_SURFACE_AVERAGED;
    }
}
