package dev.shoal.qc.argo;

import java.io.Serializable;

/** Tells land from sea; safe for any number of threads. */
@FunctionalInterface
public interface LandMask extends Serializable {

    /**
     * Tells whether a place is on land.
     *
     * @param longitude degrees east, from -180 to 180
     * @param latitude degrees north
     */
    boolean isLand(double longitude, double latitude);
}
