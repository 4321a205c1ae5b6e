package dev.shoal.qc.place;

/** Tells land from water. Masks do not change and may be used by many threads. */
@FunctionalInterface
public interface LandMask {

    /**
     * Returns what is at a place.
     *
     * @param lon degrees east, of any range
     * @param lat degrees north
     * @return {@link Surface#UNKNOWN} where an argument is missing or infinite, or where lat lies beyond a pole
     */
    Surface at(double lon, double lat);

    /**
     * Returns the mask in the jar: GSHHG's full shorelines in pixels of 1/480 degree (232 m), land or water by the
     * pixel's middle; the README of the resource says how well it agrees with them.
     */
    static LandMask bundled() {
        return BundledLand.INSTANCE;
    }

    /** Returns the mask in the jar without a verdict within a pixel of a shore, where it may be wrong. */
    static LandMask bundledAwayFromShores() {
        return BundledLand.INSTANCE::awayFromShores;
    }

    /**
     * Returns a mask of a grid: the verdict is that of the cell the place lies in, and unknown beyond the grid.
     *
     * @param cells says land or water of every cell
     */
    static LandMask of(Grid cells) {
        return (lon, lat) -> {
            double value = cells.cell(lon, lat);
            if (Double.isNaN(value)) {
                return Surface.UNKNOWN;
            }
            return value != 0 ? Surface.LAND : Surface.WATER;
        };
    }
}
