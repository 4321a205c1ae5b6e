package dev.shoal.qc.flag;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a flag says of a value, whatever scheme it is of: the word two schemes have in common, if they have one.
 *
 * <p>A scheme that has no code for a finding is given the first of the finding's next best it has a code for, each of
 * which says what is lost by it. Which comes first may depend on the {@link Reading}, where the field itself does not
 * agree.
 */
public enum Finding {

    /** Passed what it was put to. */
    GOOD,

    /** Not to be used. */
    BAD,

    /** Nobody has judged it. */
    NOT_EVALUATED,

    /** Good, unconfirmed or with a small fault. */
    PROBABLY_GOOD,

    /** Doubtful, or real and of high interest. */
    SUSPECT,

    /** Part of something that is probably not real. */
    PROBABLY_BAD,

    /** Probably bad, but may be adjusted. */
    ADJUSTABLE,

    /** Changed by quality control. */
    CHANGED,

    /** Changed to take out a spike. */
    DESPIKED,

    /** Less than the method can detect. */
    BELOW_DETECTION,

    /** Less than the method can quantify. */
    BELOW_QUANTIFICATION,

    /** More than the method can measure. */
    IN_EXCESS,

    /** Intended, not measured. */
    NOMINAL,

    /** Worked out from values around it. */
    INTERPOLATED,

    /** Interpolated, extrapolated or estimated in another way. */
    ESTIMATED,

    /** It is uncertain what was measured. */
    UNCERTAIN_PHENOMENON,

    /** Mean of several measurements. */
    MEAN_OF_REPLICATES,

    /** From a chromatographic peak measured by hand. */
    MANUAL_PEAK,

    /** From a chromatographic peak whose integration was irregular. */
    IRREGULAR_PEAK,

    /** Measured by a sensor that was not calibrated. */
    NOT_CALIBRATED,

    /** Not there; the sample was taken and its analysis is awaited. */
    AWAITED,

    /** Not there. */
    MISSING,

    /** Not there; measured, but not reported. */
    NOT_REPORTED,

    /** Not there; never measured. */
    NOT_SAMPLED,

    /** Not there; the place is only there to fill the array. */
    PADDING,

    /** Failed a check that the code names. */
    FAILED_CHECK;

    /**
     * Says what to take where a scheme has no code for a finding.
     *
     * @param to the next best finding
     * @param loses what the next best finding does not say, or says without ground
     */
    record Step(Finding to, String loses) {}

    /** Returns what may stand for the finding, the best first. */
    List<Step> steps(Reading reading) {
        return switch (this) {
            case GOOD, BAD -> List.of();
            case NOT_EVALUATED ->
                first(
                        new Step(NOT_CALIBRATED, "that nobody said it was not calibrated"),
                        doubtful(reading, "that nobody has judged it"));
            case PROBABLY_GOOD -> doubtful(reading, "that it is probably good");
            case SUSPECT -> List.of(new Step(PROBABLY_BAD, "that it may be real and of high interest"));
            case PROBABLY_BAD ->
                List.of(
                        new Step(SUSPECT, "that it is rather bad than of high interest"),
                        new Step(ADJUSTABLE, "that nobody said it may be adjusted"));
            case ADJUSTABLE -> List.of(new Step(PROBABLY_BAD, "that it may be adjusted"));
            case CHANGED -> doubtful(reading, "that it was changed");
            case DESPIKED -> first(new Step(CHANGED, "that the change took out a spike"), CHANGED.steps(reading));
            case BELOW_DETECTION ->
                first(
                        new Step(BELOW_QUANTIFICATION, "that not even a trace was detected"),
                        doubtful(reading, "that it stands for less than the limit of detection"));
            case BELOW_QUANTIFICATION -> doubtful(reading, "that it stands for less than the limit of quantification");
            case IN_EXCESS -> List.of(new Step(SUSPECT, "that it stands for more than could be measured"));
            case NOMINAL -> List.of(new Step(NOT_EVALUATED, "that it was intended, not measured"));
            case INTERPOLATED ->
                first(
                        new Step(ESTIMATED, "that the estimate is an interpolation"),
                        doubtful(reading, "that it was interpolated"));
            case ESTIMATED ->
                first(
                        new Step(INTERPOLATED, "that the estimate need not be an interpolation"),
                        doubtful(reading, "that it was estimated"));
            case UNCERTAIN_PHENOMENON -> doubtful(reading, "that it is uncertain what was measured");
            case MEAN_OF_REPLICATES -> List.of(new Step(GOOD, "that it is the mean of replicates"));
            case MANUAL_PEAK -> List.of(new Step(GOOD, "that the peak was measured by hand"));
            case IRREGULAR_PEAK -> doubtful(reading, "that the integration of the peak was irregular");
            case NOT_CALIBRATED -> List.of(new Step(NOT_EVALUATED, "that it was not calibrated"));
            case AWAITED ->
                List.of(
                        new Step(NOT_REPORTED, "that the analysis is awaited"),
                        new Step(MISSING, "that the analysis is awaited"));
            case MISSING -> List.of(new Step(NOT_SAMPLED, "that a measurement may have been made"));
            case NOT_REPORTED -> List.of(new Step(MISSING, "that a measurement was made"));
            case NOT_SAMPLED -> List.of(new Step(MISSING, "that no measurement was made"));
            case PADDING -> List.of(new Step(MISSING, "that there is no place for a value"));
            case FAILED_CHECK -> List.of(new Step(BAD, "which check failed"));
        };
    }

    private static List<Step> doubtful(Reading reading, String loses) {
        return List.of(new Step(reading == Reading.LENIENT ? GOOD : SUSPECT, loses));
    }

    private static List<Step> first(Step step, List<Step> others) {
        return Stream.concat(Stream.of(step), others.stream()).toList();
    }
}
