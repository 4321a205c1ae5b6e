package dev.shoal.qc.autoqc;

import java.util.Arrays;
import java.util.Optional;

/**
 * The checks of AutoQC that need nothing but the profile. {@link EnTrackCheck} needs the profiles of a cruise; AutoQC's
 * others need climatologies or sea floors of their own.
 */
public enum AutoqcCheck {
    AOML_CONSTANT("AOML_constant", AomlChecks::constant),
    AOML_GRADIENT("AOML_gradient", AomlChecks::gradient),
    AOML_GROSS("AOML_gross", AomlChecks::gross),
    AOML_SPIKE("AOML_spike", AomlChecks::spike),
    ARGO_GLOBAL_RANGE("Argo_global_range_check", ArgoChecks::globalRange),
    ARGO_GRADIENT("Argo_gradient_test", ArgoChecks::gradient),
    ARGO_IMPOSSIBLE_DATE("Argo_impossible_date_test", ArgoChecks::impossibleDate),
    ARGO_IMPOSSIBLE_LOCATION("Argo_impossible_location_test", ArgoChecks::impossibleLocation),
    ARGO_PRESSURE_INCREASING("Argo_pressure_increasing_test", ArgoChecks::pressureIncreasing),
    ARGO_REGIONAL_RANGE("Argo_regional_range_test", ArgoChecks::regionalRange),
    ARGO_SPIKE("Argo_spike_test", ArgoChecks::spike),
    CSIRO_CONSTANT_BOTTOM("CSIRO_constant_bottom", CsiroChecks::constantBottom),
    CSIRO_DEPTH("CSIRO_depth", CsiroChecks::depth),
    CSIRO_LONG_GRADIENT("CSIRO_long_gradient", CsiroChecks::longGradient),
    CSIRO_SHORT_GRADIENT("CSIRO_short_gradient", CsiroChecks::shortGradient),
    CSIRO_SURFACE_SPIKES("CSIRO_surface_spikes", CsiroChecks::surfaceSpikes),
    CSIRO_WIRE_BREAK("CSIRO_wire_break", CsiroChecks::wireBreak),
    COTEDE_ARGO_DENSITY_INVERSION("CoTeDe_Argo_density_inversion", CotedeChecks::argoDensityInversion),
    COTEDE_GTSPP_GLOBAL_RANGE("CoTeDe_GTSPP_global_range", CotedeChecks::gtsppGlobalRange),
    COTEDE_GTSPP_GRADIENT("CoTeDe_GTSPP_gradient", profile -> CotedeChecks.gradient(profile, 10)),
    COTEDE_GTSPP_PROFILE_ENVELOPE("CoTeDe_GTSPP_profile_envelop", CotedeChecks::profileEnvelope),
    COTEDE_GTSPP_SPIKE("CoTeDe_GTSPP_spike_check", profile -> CotedeChecks.spike(profile, 2)),
    COTEDE_DIGIT_ROLL_OVER("CoTeDe_digit_roll_over", profile -> CotedeChecks.rateOfChange(profile, 10)),
    COTEDE_GRADIENT("CoTeDe_gradient", profile -> CotedeChecks.gradient(profile, 9)),
    COTEDE_RATE_OF_CHANGE("CoTeDe_rate_of_change", profile -> CotedeChecks.rateOfChange(profile, 4)),
    COTEDE_SPIKE("CoTeDe_spike", profile -> CotedeChecks.spike(profile, 6)),
    COTEDE_TUKEY_53H("CoTeDe_tukey53H", profile -> CotedeChecks.tukey53H(profile, 6)),
    COTEDE_TUKEY_53H_NORM("CoTeDe_tukey53H_norm", profile -> CotedeChecks.tukey53H(profile, 1.5)),
    EN_CONSTANT_VALUE("EN_constant_value_check", EnChecks::constantValue),
    EN_INCREASING_DEPTH("EN_increasing_depth_check", EnIncreasingDepth::check),
    EN_RANGE("EN_range_check", EnChecks::range),
    EN_SPIKE_AND_STEP("EN_spike_and_step_check", EnSpikeAndStep::rejects),
    EN_SPIKE_AND_STEP_SUSPECT("EN_spike_and_step_suspect", EnSpikeAndStep::suspects),
    EN_STABILITY("EN_stability_check", EnStability::check),
    ICDC_LEVEL_ORDER("ICDC_aqc_01_level_order", IcdcChecks::levelOrder),
    ICDC_CRUDE_RANGE("ICDC_aqc_02_crude_range", IcdcChecks::crudeRange),
    ICDC_MAXIMUM_DEPTH("ICDC_aqc_04_max_obs_depth", IcdcChecks::maximumDepth),
    ICDC_STUCK_VALUE("ICDC_aqc_05_stuck_value", IcdcChecks::stuckValue),
    ICDC_EXTREMA("ICDC_aqc_06_n_temperature_extrema", IcdcChecks::extrema),
    ICDC_SPIKE("ICDC_aqc_07_spike_check", IcdcChecks::spike),
    ICDC_GRADIENT("ICDC_aqc_08_gradient_check", IcdcChecks::gradient),
    IQUOD_GROSS_RANGE("IQuOD_gross_range_check", WodChecks::iquodGrossRange),
    WOD_GRADIENT("WOD_gradient_check", WodChecks::gradient),
    WOD_RANGE("WOD_range_check", WodChecks::range);

    private final String autoqcName;
    private final Kernel kernel;

    AutoqcCheck(String autoqcName, Kernel kernel) {
        this.autoqcName = autoqcName;
        this.kernel = kernel;
    }

    /** Returns AutoQC's name of the check, such as {@code EN_stability_check}. */
    public String autoqcName() {
        return autoqcName;
    }

    /** Returns the check of one of AutoQC's names. */
    public static Optional<AutoqcCheck> named(String autoqcName) {
        return Arrays.stream(values())
                .filter(check -> check.autoqcName.equals(autoqcName))
                .findFirst();
    }

    /** Judges a profile; returns for every level whether it is rejected, a new array. */
    public boolean[] reject(AutoqcProfile profile) {
        return kernel.reject(profile);
    }

    /** What a check does to a profile. */
    private interface Kernel {
        boolean[] reject(AutoqcProfile profile);
    }
}
