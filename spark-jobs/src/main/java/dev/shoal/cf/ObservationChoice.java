package dev.shoal.cf;

/** Which observations and which variables of a file are wanted. */
public interface ObservationChoice {

    /** Everything. */
    ObservationChoice ALL = new ObservationChoice() {
        @Override
        public boolean wants(ObservedVariable variable) {
            return true;
        }

        @Override
        public boolean bounds() {
            return false;
        }

        @Override
        public boolean wants(String platform, long timeMicros, double lat, double lon, double depthMetres) {
            return true;
        }
    };

    /**
     * Tells whether the values of a variable are wanted; those of others come as missing, and are read only where a
     * coordinate is missing and they tell whether a place holds an observation.
     */
    boolean wants(ObservedVariable variable);

    /** Tells whether there are observations that are not wanted. */
    boolean bounds();

    /**
     * Tells whether an observation is wanted. One that is not may come all the same.
     *
     * @param platform its name
     * @param timeMicros since 1970; {@link TimeUnits#MISSING} where missing
     * @param lat degrees north, NaN where missing
     * @param lon degrees east as stored, NaN where missing
     * @param depthMetres positive down, NaN where missing
     */
    boolean wants(String platform, long timeMicros, double lat, double lon, double depthMetres);
}
