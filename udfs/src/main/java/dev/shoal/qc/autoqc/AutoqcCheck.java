package dev.shoal.qc.autoqc;

import static dev.shoal.qc.autoqc.AutoqcNeed.DATE;
import static dev.shoal.qc.autoqc.AutoqcNeed.DEPTH;
import static dev.shoal.qc.autoqc.AutoqcNeed.LATITUDE;
import static dev.shoal.qc.autoqc.AutoqcNeed.LONGITUDE;
import static dev.shoal.qc.autoqc.AutoqcNeed.PROBE;
import static dev.shoal.qc.autoqc.AutoqcNeed.SALINITY;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The checks of AutoQC that need nothing but the profile. {@link EnTrackCheck} needs the profiles of a cruise; AutoQC's
 * others need climatologies or sea floors of their own.
 */
@SuppressWarnings("ImmutableEnumChecker") // functions without state and unmodifiable lists: types do not say so
public enum AutoqcCheck {
    AOML_CONSTANT("AOML_constant", AomlChecks::constant),
    AOML_GRADIENT("AOML_gradient", AomlChecks::gradient, DEPTH),
    AOML_GROSS("AOML_gross", AomlChecks::gross, DEPTH),
    AOML_SPIKE("AOML_spike", AomlChecks::spike),
    ARGO_GLOBAL_RANGE("Argo_global_range_check", ArgoChecks::globalRange, DEPTH, LATITUDE),
    ARGO_GRADIENT("Argo_gradient_test", ArgoChecks::gradient, DEPTH, LATITUDE),
    ARGO_IMPOSSIBLE_DATE("Argo_impossible_date_test", ArgoChecks::impossibleDate, DATE),
    ARGO_IMPOSSIBLE_LOCATION("Argo_impossible_location_test", ArgoChecks::impossibleLocation, LATITUDE, LONGITUDE),
    ARGO_PRESSURE_INCREASING("Argo_pressure_increasing_test", ArgoChecks::pressureIncreasing, DEPTH, LATITUDE),
    ARGO_REGIONAL_RANGE("Argo_regional_range_test", ArgoChecks::regionalRange, LATITUDE, LONGITUDE),
    ARGO_SPIKE("Argo_spike_test", ArgoChecks::spike, DEPTH, LATITUDE),
    CSIRO_CONSTANT_BOTTOM("CSIRO_constant_bottom", CsiroChecks::constantBottom, DEPTH, LATITUDE, PROBE),
    CSIRO_DEPTH("CSIRO_depth", CsiroChecks::depth, DEPTH, PROBE),
    CSIRO_LONG_GRADIENT("CSIRO_long_gradient", CsiroChecks::longGradient, DEPTH),
    CSIRO_SHORT_GRADIENT("CSIRO_short_gradient", CsiroChecks::shortGradient, DEPTH),
    CSIRO_SURFACE_SPIKES("CSIRO_surface_spikes", CsiroChecks::surfaceSpikes, DEPTH, PROBE),
    CSIRO_WIRE_BREAK("CSIRO_wire_break", CsiroChecks::wireBreak, PROBE),
    COTEDE_ARGO_DENSITY_INVERSION("CoTeDe_Argo_density_inversion", CotedeChecks::argoDensityInversion, DEPTH, SALINITY),
    COTEDE_GTSPP_GLOBAL_RANGE("CoTeDe_GTSPP_global_range", CotedeChecks::gtsppGlobalRange),
    COTEDE_GTSPP_GRADIENT("CoTeDe_GTSPP_gradient", profile -> CotedeChecks.gradient(profile, 10)),
    COTEDE_GTSPP_PROFILE_ENVELOPE("CoTeDe_GTSPP_profile_envelop", CotedeChecks::profileEnvelope, DEPTH),
    COTEDE_GTSPP_SPIKE("CoTeDe_GTSPP_spike_check", profile -> CotedeChecks.spike(profile, 2)),
    COTEDE_DIGIT_ROLL_OVER("CoTeDe_digit_roll_over", profile -> CotedeChecks.rateOfChange(profile, 10)),
    COTEDE_GRADIENT("CoTeDe_gradient", profile -> CotedeChecks.gradient(profile, 9)),
    COTEDE_RATE_OF_CHANGE("CoTeDe_rate_of_change", profile -> CotedeChecks.rateOfChange(profile, 4)),
    COTEDE_SPIKE("CoTeDe_spike", profile -> CotedeChecks.spike(profile, 6)),
    COTEDE_TUKEY_53H("CoTeDe_tukey53H", profile -> CotedeChecks.tukey53H(profile, 6)),
    COTEDE_TUKEY_53H_NORM("CoTeDe_tukey53H_norm", profile -> CotedeChecks.tukey53H(profile, 1.5)),
    EN_CONSTANT_VALUE("EN_constant_value_check", EnChecks::constantValue, DEPTH),
    EN_INCREASING_DEPTH("EN_increasing_depth_check", EnIncreasingDepth::check, DEPTH, LATITUDE),
    EN_RANGE("EN_range_check", EnChecks::range),
    EN_SPIKE_AND_STEP("EN_spike_and_step_check", EnSpikeAndStep::rejects, DEPTH, LATITUDE),
    EN_SPIKE_AND_STEP_SUSPECT("EN_spike_and_step_suspect", EnSpikeAndStep::suspects, DEPTH, LATITUDE),
    EN_STABILITY("EN_stability_check", EnStability::check, DEPTH, LATITUDE, SALINITY),
    ICDC_LEVEL_ORDER("ICDC_aqc_01_level_order", IcdcChecks::levelOrder, DEPTH),
    ICDC_CRUDE_RANGE("ICDC_aqc_02_crude_range", IcdcChecks::crudeRange, DEPTH),
    ICDC_MAXIMUM_DEPTH("ICDC_aqc_04_max_obs_depth", IcdcChecks::maximumDepth, DEPTH, PROBE),
    ICDC_STUCK_VALUE("ICDC_aqc_05_stuck_value", IcdcChecks::stuckValue, DEPTH, PROBE),
    ICDC_EXTREMA("ICDC_aqc_06_n_temperature_extrema", IcdcChecks::extrema, DEPTH),
    ICDC_SPIKE("ICDC_aqc_07_spike_check", IcdcChecks::spike, DEPTH),
    ICDC_GRADIENT("ICDC_aqc_08_gradient_check", IcdcChecks::gradient, DEPTH),
    IQUOD_GROSS_RANGE("IQuOD_gross_range_check", WodChecks::iquodGrossRange),
    WOD_GRADIENT("WOD_gradient_check", WodChecks::gradient, DEPTH),
    WOD_RANGE("WOD_range_check", WodChecks::range, DEPTH, LATITUDE, LONGITUDE);

    private final String autoqcName;
    private final Kernel kernel;
    private final List<AutoqcNeed> needs;

    AutoqcCheck(String autoqcName, Kernel kernel, AutoqcNeed... needs) {
        this.autoqcName = autoqcName;
        this.kernel = kernel;
        this.needs = List.of(needs);
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

    /** Returns what the check looks at beside the temperatures; without it the check rejects nothing. */
    public List<AutoqcNeed> needs() {
        return needs;
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
