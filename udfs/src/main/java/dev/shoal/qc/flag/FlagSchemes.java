package dev.shoal.qc.flag;

import static dev.shoal.qc.flag.Finding.ADJUSTABLE;
import static dev.shoal.qc.flag.Finding.AWAITED;
import static dev.shoal.qc.flag.Finding.BAD;
import static dev.shoal.qc.flag.Finding.BELOW_DETECTION;
import static dev.shoal.qc.flag.Finding.BELOW_QUANTIFICATION;
import static dev.shoal.qc.flag.Finding.CHANGED;
import static dev.shoal.qc.flag.Finding.DESPIKED;
import static dev.shoal.qc.flag.Finding.ESTIMATED;
import static dev.shoal.qc.flag.Finding.FAILED_CHECK;
import static dev.shoal.qc.flag.Finding.GOOD;
import static dev.shoal.qc.flag.Finding.INTERPOLATED;
import static dev.shoal.qc.flag.Finding.IN_EXCESS;
import static dev.shoal.qc.flag.Finding.IRREGULAR_PEAK;
import static dev.shoal.qc.flag.Finding.MANUAL_PEAK;
import static dev.shoal.qc.flag.Finding.MEAN_OF_REPLICATES;
import static dev.shoal.qc.flag.Finding.MISSING;
import static dev.shoal.qc.flag.Finding.NOMINAL;
import static dev.shoal.qc.flag.Finding.NOT_CALIBRATED;
import static dev.shoal.qc.flag.Finding.NOT_EVALUATED;
import static dev.shoal.qc.flag.Finding.NOT_REPORTED;
import static dev.shoal.qc.flag.Finding.NOT_SAMPLED;
import static dev.shoal.qc.flag.Finding.PADDING;
import static dev.shoal.qc.flag.Finding.PROBABLY_BAD;
import static dev.shoal.qc.flag.Finding.PROBABLY_GOOD;
import static dev.shoal.qc.flag.Finding.SUSPECT;
import static dev.shoal.qc.flag.Finding.UNCERTAIN_PHENOMENON;

import java.util.List;
import java.util.Map;

/** The tables of the schemes. */
final class FlagSchemes {

    private static final FlagScheme QARTOD = new FlagScheme(
            "qartod",
            "2013",
            "QARTOD and IODE primary level flags",
            "IOC Manuals and Guides 54, volume 3; QARTOD Manual for Real-Time Oceanographic Data Quality Control Flags"
                    + " 1.2 (2020); http://vocab.nerc.ac.uk/collection/L34/current/",
            FlagForm.NUMBER,
            List.of(
                    new FlagCode('1', "GOOD", GOOD),
                    new FlagCode('2', "UNKNOWN", NOT_EVALUATED),
                    new FlagCode('3', "SUSPECT", SUSPECT),
                    new FlagCode('4', "FAIL", BAD),
                    new FlagCode('9', "MISSING", MISSING)));

    private static final FlagScheme SEADATANET = new FlagScheme(
            "seadatanet",
            "2022-05-13",
            "SeaDataNet measurand qualifier flags",
            "http://vocab.nerc.ac.uk/collection/L20/current/",
            FlagForm.CHARACTER,
            List.of(
                    new FlagCode('0', "no_quality_control", NOT_EVALUATED),
                    new FlagCode('1', "good_value", GOOD),
                    new FlagCode('2', "probably_good_value", PROBABLY_GOOD),
                    new FlagCode('3', "probably_bad_value", PROBABLY_BAD),
                    new FlagCode('4', "bad_value", BAD),
                    new FlagCode('5', "changed_value", CHANGED),
                    new FlagCode('6', "value_below_detection", BELOW_DETECTION),
                    new FlagCode('7', "value_in_excess", IN_EXCESS),
                    new FlagCode('8', "interpolated_value", INTERPOLATED),
                    new FlagCode('9', "missing_value", MISSING),
                    new FlagCode('A', "value_phenomenon_uncertain", UNCERTAIN_PHENOMENON),
                    new FlagCode('B', "nominal_value", NOMINAL),
                    new FlagCode('Q', "value_below_limit_of_quantification", BELOW_QUANTIFICATION)));

    private static final FlagScheme ARGO = new FlagScheme(
            "argo",
            "2024-04-19",
            "Argo quality control measurement flags",
            "Argo user's manual, reference table 2; http://vocab.nerc.ac.uk/collection/RR2/current/ and RD2",
            FlagForm.CHARACTER,
            List.of(
                    new FlagCode('0', "no_qc", NOT_EVALUATED),
                    new FlagCode('1', "good_data", GOOD),
                    new FlagCode('2', "probably_good_data", PROBABLY_GOOD),
                    new FlagCode('3', "probably_bad_data_that_are_potentially_adjustable", ADJUSTABLE),
                    new FlagCode('4', "bad_data", BAD),
                    new FlagCode('5', "value_changed", CHANGED),
                    new FlagCode('8', "estimated_value", ESTIMATED),
                    new FlagCode('9', "missing_value", MISSING),
                    new FlagCode(' ', "fill", PADDING)));

    private static final FlagScheme OCEANSITES = new FlagScheme(
            "oceansites",
            "1.4",
            "OceanSITES quality flags, also of EMSO ERIC",
            "OceanSITES Data Format Reference Manual 1.4 (2020), reference table 2",
            FlagForm.NUMBER,
            List.of(
                    new FlagCode('0', "unknown", NOT_EVALUATED),
                    new FlagCode('1', "good_data", GOOD),
                    new FlagCode('2', "probably_good_data", PROBABLY_GOOD),
                    new FlagCode('3', "potentially_correctable_bad_data", ADJUSTABLE),
                    new FlagCode('4', "bad_data", BAD),
                    new FlagCode('7', "nominal_value", NOMINAL),
                    new FlagCode('8', "interpolated_value", INTERPOLATED),
                    new FlagCode('9', "missing_value", MISSING)));

    private static final FlagScheme COPERNICUS = new FlagScheme(
            "copernicus",
            "COP02",
            "Copernicus Marine in situ quality flags",
            "https://vocab.ifremer.fr/scheme/COP/COP02",
            FlagForm.NUMBER,
            List.of(
                    new FlagCode('0', "no_qc_performed", NOT_EVALUATED),
                    new FlagCode('1', "good_data", GOOD),
                    new FlagCode('2', "probably_good_data", PROBABLY_GOOD),
                    new FlagCode('3', "bad_data_that_are_potentially_correctable", ADJUSTABLE),
                    new FlagCode('4', "bad_data", BAD),
                    new FlagCode('5', "value_changed", CHANGED),
                    new FlagCode('6', "value_below_detection", BELOW_DETECTION),
                    new FlagCode('7', "nominal_value", NOMINAL),
                    new FlagCode('8', "interpolated_value", INTERPOLATED),
                    new FlagCode('9', "missing_value", MISSING)));

    private static final FlagScheme WOCE_CTD = new FlagScheme(
            "woce-ctd",
            "1994",
            "WOCE quality codes of CTD measurements",
            "WHP Office Report 91-1, WOCE Operations Manual, revision 2 (1994); CCHDO exchange format, quality codes",
            FlagForm.NUMBER,
            List.of(
                    new FlagCode('1', "not_calibrated", NOT_CALIBRATED),
                    new FlagCode('2', "acceptable_measurement", GOOD),
                    new FlagCode('3', "questionable_measurement", SUSPECT),
                    new FlagCode('4', "bad_measurement", BAD),
                    new FlagCode('5', "not_reported", NOT_REPORTED),
                    new FlagCode('6', "interpolated_over_a_pressure_interval_larger_than_2_dbar", INTERPOLATED),
                    new FlagCode('7', "despiked", DESPIKED),
                    new FlagCode('9', "not_sampled", NOT_SAMPLED)));

    private static final FlagScheme WOCE_BOTTLE = new FlagScheme(
            "woce-bottle",
            "1994",
            "WOCE quality codes of water samples",
            "WHP Office Report 91-1, WOCE Operations Manual, revision 2 (1994); CCHDO exchange format, quality codes",
            FlagForm.NUMBER,
            List.of(
                    new FlagCode('1', "sample_drawn_but_analysis_not_received", AWAITED),
                    new FlagCode('2', "acceptable_measurement", GOOD),
                    new FlagCode('3', "questionable_measurement", SUSPECT),
                    new FlagCode('4', "bad_measurement", BAD),
                    new FlagCode('5', "not_reported", NOT_REPORTED),
                    new FlagCode('6', "mean_of_replicate_measurements", MEAN_OF_REPLICATES),
                    new FlagCode('7', "manual_chromatographic_peak_measurement", MANUAL_PEAK),
                    new FlagCode('8', "irregular_digital_chromatographic_peak_integration", IRREGULAR_PEAK),
                    new FlagCode('9', "sample_not_drawn", NOT_SAMPLED)));

    private static final FlagScheme GTSPP = new FlagScheme(
            "gtspp",
            "2010",
            "GTSPP quality flags",
            "GTSPP Real-Time Quality Control Manual, IOC Manuals and Guides 22, revised edition 2010, section 2",
            FlagForm.CHARACTER,
            List.of(
                    new FlagCode('0', "no_qc_done", NOT_EVALUATED),
                    new FlagCode('1', "good_data", GOOD),
                    new FlagCode('2', "probably_good_data", PROBABLY_GOOD),
                    new FlagCode('3', "probably_bad_data", PROBABLY_BAD),
                    new FlagCode('4', "bad_data", BAD),
                    new FlagCode('5', "changed", CHANGED),
                    new FlagCode('9', "element_missing", MISSING)));

    private static final FlagScheme WOD = new FlagScheme(
            "wod",
            "2018",
            "World Ocean Database flags of observed levels",
            "https://www.ncei.noaa.gov/access/world-ocean-database/CODES/definition-quality-flags.html, table 2b",
            FlagForm.NUMBER,
            List.of(
                    new FlagCode('0', "accepted_value", GOOD),
                    new FlagCode('1', "range_outlier", FAILED_CHECK),
                    new FlagCode('2', "failed_inversion_check", FAILED_CHECK),
                    new FlagCode('3', "failed_gradient_check", FAILED_CHECK),
                    new FlagCode('4', "observed_level_bullseye_and_zero_gradient_check", FAILED_CHECK),
                    new FlagCode('5', "combined_gradient_and_inversion_checks", FAILED_CHECK),
                    new FlagCode('6', "failed_range_and_inversion_checks", FAILED_CHECK),
                    new FlagCode('7', "failed_range_and_gradient_checks", FAILED_CHECK),
                    new FlagCode('8', "failed_range_and_questionable_data_checks", FAILED_CHECK),
                    new FlagCode('9', "failed_range_and_combined_gradient_and_inversion_checks", FAILED_CHECK)));

    static final List<FlagScheme> ALL =
            List.of(QARTOD, SEADATANET, ARGO, OCEANSITES, COPERNICUS, WOCE_CTD, WOCE_BOTTLE, GTSPP, WOD);

    static final Map<String, String> OTHER_NAMES = Map.of(
            "ioc54", "qartod",
            "l34", "qartod",
            "l20", "seadatanet",
            "sdn", "seadatanet",
            "rr2", "argo",
            "rd2", "argo",
            "emso", "oceansites",
            "cmems", "copernicus");

    private FlagSchemes() {}
}
