package dev.shoal.qc.argo;

/**
 * A position of a float at the surface.
 *
 * @param micros microseconds since 1970 UTC
 * @param latitude degrees north
 * @param longitude degrees east
 * @param accuracy how exact it is
 */
public record SurfaceFix(long micros, double latitude, double longitude, Accuracy accuracy) {

    /** How exact a position is (Argo user's manual, reference table 5), from the best on. */
    public enum Accuracy {
        /** By satellite navigation. */
        GPS(30),
        /** Argos class 3. */
        ARGOS_3(150),
        /** Argos class 2. */
        ARGOS_2(350),
        /** Argos class 1. */
        ARGOS_1(1000),
        /** Argos class 0. */
        ARGOS_0(1500),
        /** Argos class A. */
        ARGOS_A(1501),
        /** Argos class B. */
        ARGOS_B(1502),
        /** Argos class Z. */
        ARGOS_Z(1503);

        private static final String LETTERS = "G3210ABZ";

        private final double metres;

        Accuracy(double metres) {
            this.metres = metres;
        }

        /** Returns how far off a position may lie; for classes of unknown exactness a number that keeps their order. */
        public double metres() {
            return metres;
        }

        /** Returns the class that a letter of {@code POSITION_ACCURACY} means. */
        public static Accuracy of(char letter) {
            int place = LETTERS.indexOf(letter);
            if (place < 0) {
                throw new IllegalArgumentException("Cannot tell the accuracy of a position: found '" + letter
                        + "', expected one of " + LETTERS + ". Leave out positions of other kinds.");
            }
            return values()[place];
        }
    }
}
