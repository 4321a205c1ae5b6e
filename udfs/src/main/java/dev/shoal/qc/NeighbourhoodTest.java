package dev.shoal.qc;

/**
 * A test of observations of many platforms by what lies near them.
 *
 * <p>Whichever observations are judged together, and in whatever order they come: as long as all within the reach are
 * there, the flags are the same.
 */
public sealed interface NeighbourhoodTest extends QcTest permits Isolation, Neighbour, Buddy, SpatialConsistency {

    /** Returns how far away an observation can lie and still count, in metres along the Earth's surface. */
    double reachMetres();

    /** Returns how long before or after an observation can lie and still count, in seconds. */
    double reachSeconds();

    /**
     * Flags the observations to be judged.
     *
     * @param flags at least as many as are judged; overwritten with {@link dev.shoal.qc.flag.QcFlag} codes
     */
    void flag(Neighbourhood neighbourhood, byte[] flags);
}
