package dev.shoal.qc.argo;

import dev.shoal.qc.place.LandMask;
import dev.shoal.qc.place.Surface;
import java.io.Serializable;

/** Tells land from sea wherever a check runs. */
@FunctionalInterface
public interface Land extends LandMask, Serializable {

    /** The mask in the jar, see {@link LandMask#bundled}. */
    Land BUNDLED = Bundled.MASK;

    /** The mask in the jar, itself again after a journey between machines. */
    enum Bundled implements Land {
        /** The only one. */
        MASK;

        @Override
        public Surface at(double lon, double lat) {
            return LandMask.bundled().at(lon, lat);
        }
    }
}
