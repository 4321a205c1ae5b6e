package dev.shoal.qc.argo;

import java.util.Map;

/**
 * What is known around one profile.
 *
 * @param nowMicros microseconds since 1970 UTC after which no profile can have been taken
 * @param previous of the float, in the same direction; {@link ArgoSummary#NONE} where there is none
 * @param positionFlag with which the position comes, such as {@link ArgoFlag#ESTIMATED}
 * @param before flags that stood before the tests, by parameter; they only rise
 * @param people flags that people gave, by parameter; {@link ArgoFlag#NO_QC} where they said nothing
 * @param ctd of the same cycle where a sensor has pressures of its own; {@link CtdLevels#NONE} otherwise
 * @param spectra of the nitrate sensor; {@link NitrateSpectra#NONE} where there are none
 * @param fluorometer that measured chlorophyll; {@link Fluorometer#UNKNOWN} where its calibration is unknown
 */
public record ArgoSurroundings(
        long nowMicros,
        ArgoSummary previous,
        byte positionFlag,
        Map<String, byte[]> before,
        Map<String, byte[]> people,
        CtdLevels ctd,
        NitrateSpectra spectra,
        Fluorometer fluorometer) {

    /** Makes surroundings of which only the time is known. */
    public static ArgoSurroundings at(long nowMicros) {
        return new ArgoSurroundings(
                nowMicros,
                ArgoSummary.NONE,
                ArgoFlag.NO_QC,
                Map.of(),
                Map.of(),
                CtdLevels.NONE,
                NitrateSpectra.NONE,
                Fluorometer.UNKNOWN);
    }

    /** Returns the same surroundings with what is left of the profile before. */
    public ArgoSurroundings after(ArgoSummary other) {
        return new ArgoSurroundings(nowMicros, other, positionFlag, before, people, ctd, spectra, fluorometer);
    }

    /** Returns the same surroundings of a position that comes with a flag. */
    public ArgoSurroundings withPositionFlag(byte flag) {
        return new ArgoSurroundings(nowMicros, previous, flag, before, people, ctd, spectra, fluorometer);
    }

    /** Returns the same surroundings with flags that stood before the tests. */
    public ArgoSurroundings withFlagsBefore(Map<String, byte[]> flags) {
        return new ArgoSurroundings(nowMicros, previous, positionFlag, flags, people, ctd, spectra, fluorometer);
    }

    /** Returns the same surroundings with flags that people gave. */
    public ArgoSurroundings withPeople(Map<String, byte[]> flags) {
        return new ArgoSurroundings(nowMicros, previous, positionFlag, before, flags, ctd, spectra, fluorometer);
    }

    /** Returns the same surroundings with the CTD's profile of the cycle. */
    public ArgoSurroundings with(CtdLevels levels) {
        return new ArgoSurroundings(nowMicros, previous, positionFlag, before, people, levels, spectra, fluorometer);
    }

    /** Returns the same surroundings with the nitrate sensor's spectra. */
    public ArgoSurroundings with(NitrateSpectra measured) {
        return new ArgoSurroundings(nowMicros, previous, positionFlag, before, people, ctd, measured, fluorometer);
    }

    /** Returns the same surroundings with the fluorometer's calibration. */
    public ArgoSurroundings with(Fluorometer calibrated) {
        return new ArgoSurroundings(nowMicros, previous, positionFlag, before, people, ctd, spectra, calibrated);
    }
}
