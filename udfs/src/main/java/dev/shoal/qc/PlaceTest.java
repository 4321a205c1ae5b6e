package dev.shoal.qc;

import java.util.List;

/**
 * A test of where samples were taken: of the longitude and latitude beside the values. A value that is missing is
 * {@link dev.shoal.qc.flag.QcFlag#MISSING} whatever its place.
 */
public sealed interface PlaceTest extends SeriesTest permits Location, LocationOnLand, LocationBounds, InRegion, Speed {

    @Override
    default List<String> needs() {
        return List.of(Role.LON, Role.LAT);
    }

    @Override
    default Reach reach(Cadence cadence) {
        return Reach.NONE;
    }
}
