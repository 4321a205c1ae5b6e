package dev.shoal.qc.place;

import java.util.Arrays;

/** Tells how deep the sea is. Bathymetries do not change and may be used by many threads. */
@FunctionalInterface
public interface Bathymetry {

    /**
     * Returns the depth of the sea floor below the sea's mean level.
     *
     * @param lon degrees east, of any range
     * @param lat degrees north
     * @return metres, positive downwards: land has a depth below zero; NaN where it is not known
     */
    double depthMetres(double lon, double lat);

    /**
     * Returns the depths along a track, for what stands beside a series' values.
     *
     * @param lon shape {@code (n)}, not changed
     * @param lat shape {@code (n)}, not changed
     * @return shape {@code (n)}, a new array
     */
    default double[] depthsMetres(double[] lon, double[] lat) {
        double[] depths = new double[lon.length];
        Arrays.setAll(depths, i -> depthMetres(lon[i], lat[i]));
        return depths;
    }

    /**
     * Returns the bathymetry of a grid of depths, interpolated linearly between the middles of cells.
     *
     * @param depths metres, positive downwards
     */
    static Bathymetry of(Grid depths) {
        return depths::interpolated;
    }

    /**
     * Returns the bathymetry of a grid of elevations, as ETOPO and GEBCO publish them.
     *
     * @param elevations metres, positive upwards
     */
    static Bathymetry ofElevations(Grid elevations) {
        return (lon, lat) -> -elevations.interpolated(lon, lat);
    }

    /**
     * Returns the coarse bathymetry that comes with Shoal: the deepest floor within a cell of a third of a degree and
     * five minutes around it, rounded up to ten metres, by ETOPO5. What is far deeper than that is no depth of the sea
     * there; a floor at a place is often much less deep. ETOPO5 errs by hundreds of metres where it was not sounded.
     */
    static Bathymetry bundled() {
        return BundledFloor.Holder.FLOOR;
    }
}
