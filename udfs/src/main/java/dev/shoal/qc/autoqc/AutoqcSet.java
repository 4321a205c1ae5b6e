package dev.shoal.qc.autoqc;

import static dev.shoal.qc.autoqc.AutoqcCheck.AOML_CONSTANT;
import static dev.shoal.qc.autoqc.AutoqcCheck.AOML_GRADIENT;
import static dev.shoal.qc.autoqc.AutoqcCheck.AOML_SPIKE;
import static dev.shoal.qc.autoqc.AutoqcCheck.ARGO_GLOBAL_RANGE;
import static dev.shoal.qc.autoqc.AutoqcCheck.ARGO_IMPOSSIBLE_DATE;
import static dev.shoal.qc.autoqc.AutoqcCheck.ARGO_IMPOSSIBLE_LOCATION;
import static dev.shoal.qc.autoqc.AutoqcCheck.ARGO_SPIKE;
import static dev.shoal.qc.autoqc.AutoqcCheck.COTEDE_TUKEY_53H;
import static dev.shoal.qc.autoqc.AutoqcCheck.CSIRO_CONSTANT_BOTTOM;
import static dev.shoal.qc.autoqc.AutoqcCheck.CSIRO_DEPTH;
import static dev.shoal.qc.autoqc.AutoqcCheck.CSIRO_LONG_GRADIENT;
import static dev.shoal.qc.autoqc.AutoqcCheck.CSIRO_SHORT_GRADIENT;
import static dev.shoal.qc.autoqc.AutoqcCheck.CSIRO_WIRE_BREAK;
import static dev.shoal.qc.autoqc.AutoqcCheck.EN_CONSTANT_VALUE;
import static dev.shoal.qc.autoqc.AutoqcCheck.EN_INCREASING_DEPTH;
import static dev.shoal.qc.autoqc.AutoqcCheck.EN_RANGE;
import static dev.shoal.qc.autoqc.AutoqcCheck.EN_SPIKE_AND_STEP;
import static dev.shoal.qc.autoqc.AutoqcCheck.EN_SPIKE_AND_STEP_SUSPECT;
import static dev.shoal.qc.autoqc.AutoqcCheck.EN_STABILITY;
import static dev.shoal.qc.autoqc.AutoqcCheck.ICDC_CRUDE_RANGE;
import static dev.shoal.qc.autoqc.AutoqcCheck.ICDC_EXTREMA;
import static dev.shoal.qc.autoqc.AutoqcCheck.ICDC_GRADIENT;
import static dev.shoal.qc.autoqc.AutoqcCheck.ICDC_LEVEL_ORDER;
import static dev.shoal.qc.autoqc.AutoqcCheck.ICDC_SPIKE;
import static dev.shoal.qc.autoqc.AutoqcCheck.ICDC_STUCK_VALUE;
import static dev.shoal.qc.autoqc.AutoqcCheck.IQUOD_GROSS_RANGE;
import static dev.shoal.qc.autoqc.AutoqcCheck.WOD_RANGE;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The sets of checks that IQuOD recommends after measuring each against profiles judged by people (Good et al. 2023,
 * doi:10.3389/fmars.2022.1075510), less those that need a climatology or a sea floor of AutoQC's own.
 *
 * <p>IQuOD flags a level 4 where the set of few false positives rejects it, 3 where the compromise does, 2 where the
 * set of many true positives does, and 1 otherwise.
 */
@SuppressWarnings("ImmutableEnumChecker") // the sets are unmodifiable, which their type does not say
public enum AutoqcSet {

    /** Finds most of what is bad, and rejects much that is good. */
    HIGH_TRUE_POSITIVE_RATE(
            EnumSet.of(
                    ARGO_IMPOSSIBLE_DATE,
                    ARGO_IMPOSSIBLE_LOCATION,
                    ICDC_LEVEL_ORDER,
                    CSIRO_DEPTH,
                    CSIRO_WIRE_BREAK,
                    IQUOD_GROSS_RANGE,
                    ARGO_GLOBAL_RANGE,
                    EN_RANGE,
                    EN_CONSTANT_VALUE,
                    CSIRO_CONSTANT_BOTTOM,
                    AOML_CONSTANT,
                    ICDC_EXTREMA,
                    ARGO_SPIKE,
                    COTEDE_TUKEY_53H,
                    ICDC_SPIKE,
                    AOML_SPIKE,
                    EN_SPIKE_AND_STEP_SUSPECT,
                    CSIRO_LONG_GRADIENT,
                    AOML_GRADIENT,
                    ICDC_GRADIENT,
                    CSIRO_SHORT_GRADIENT),
            "IQUOD_bottom",
            "EN_background_available_check",
            "ICDC_aqc_09_local_climatology_check",
            "ICDC_aqc_10_local_climatology_check",
            "CoTeDe_GTSPP_WOA_normbias",
            "AOML_climatology_test",
            "EN_std_lev_bkg_and_buddy_check",
            "CoTeDe_anomaly_detection"),

    /** Weighs what is found against what is wrongly rejected. */
    COMPROMISE(
            EnumSet.of(
                    ARGO_IMPOSSIBLE_DATE,
                    ARGO_IMPOSSIBLE_LOCATION,
                    ICDC_LEVEL_ORDER,
                    CSIRO_DEPTH,
                    IQUOD_GROSS_RANGE,
                    WOD_RANGE,
                    EN_INCREASING_DEPTH,
                    EN_CONSTANT_VALUE,
                    EN_SPIKE_AND_STEP,
                    CSIRO_LONG_GRADIENT,
                    ICDC_GRADIENT,
                    EN_STABILITY),
            "EN_background_available_check",
            "AOML_climatology_test",
            "CoTeDe_GTSPP_WOA_normbias"),

    /** Rejects little that is good. */
    LOW_FALSE_POSITIVE_RATE(
            EnumSet.of(
                    ARGO_IMPOSSIBLE_DATE,
                    ARGO_IMPOSSIBLE_LOCATION,
                    ICDC_LEVEL_ORDER,
                    IQUOD_GROSS_RANGE,
                    WOD_RANGE,
                    ICDC_CRUDE_RANGE,
                    EN_INCREASING_DEPTH,
                    ICDC_STUCK_VALUE,
                    EN_SPIKE_AND_STEP,
                    CSIRO_LONG_GRADIENT,
                    EN_STABILITY),
            "loose_location_at_sea",
            "EN_background_check",
            "EN_std_lev_bkg_and_buddy_check");

    private final Set<AutoqcCheck> checks;
    private final List<String> leftOut;

    AutoqcSet(Set<AutoqcCheck> checks, String... leftOut) {
        this.checks = checks;
        this.leftOut = List.of(leftOut);
    }

    /** Returns the set's checks, in the order of {@link AutoqcCheck}. */
    public List<AutoqcCheck> checks() {
        return List.copyOf(checks);
    }

    /** Returns AutoQC's names of the checks that belong to the set and are not among {@link #checks}. */
    public List<String> leftOut() {
        return leftOut;
    }
}
