package dev.shoal.qc.cotede;

import java.io.Serializable;

/**
 * The flags of a test for what passes and what does not: CoTeDe's keys {@code flag_good} and {@code flag_bad}.
 *
 * @param good for what passes
 * @param bad for what does not
 */
public record Grades(byte good, byte bad) implements Serializable {

    /** What most tests give: 1 and 4. */
    public static final Grades BAD = new Grades(CotedeFlag.GOOD, CotedeFlag.BAD);

    /** What tests give whose failure alone does not make a value bad: 1 and 3. */
    public static final Grades DOUBTFUL = new Grades(CotedeFlag.GOOD, CotedeFlag.PROBABLY_BAD);

    /** Judges what must not exceed a threshold; a NaN on either side is not evaluated. */
    byte atMost(double feature, double threshold) {
        if (feature > threshold) {
            return bad;
        }
        return feature <= threshold ? good : CotedeFlag.NOT_EVALUATED;
    }
}
