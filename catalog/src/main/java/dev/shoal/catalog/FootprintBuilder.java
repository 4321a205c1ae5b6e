package dev.shoal.catalog;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.locationtech.jts.algorithm.ConvexHull;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Gathers positions and makes a footprint that holds all of them, in bounded memory whatever their number and in any
 * order.
 *
 * <p>Up to {@link #POINTS} distinct positions stay what they are, a multi-point. More become their convex hull in
 * longitude and latitude, opened at the widest stretch of longitudes without data. Positions that go round the earth
 * without such a stretch give a band over all longitudes, and those around a pole the polar cap.
 *
 * <p>Positions are kept by bins of longitude, each bin reduced to its own hull when it grows: a stretch without data
 * that is wider than a bin never runs through the inside of one, so nothing is lost by it. Not thread-safe.
 */
public final class FootprintBuilder implements Serializable {

    /** Most positions, and most corners, of a footprint. */
    public static final int POINTS = 256;

    private static final long serialVersionUID = 1;
    private static final double BIN_DEGREES = 30;
    private static final int BIN_POINTS = 4096;
    private static final double POLAR_LAT = 60;
    private static final double DENSE_DEGREES = 10;
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private final List<TreeSet<Coordinate>> bins = new ArrayList<>();
    private boolean filled;
    private long outside;

    /** Begins without positions. */
    public FootprintBuilder() {
        for (int bin = 0; bin < 360 / BIN_DEGREES; bin++) {
            bins.add(new TreeSet<>());
        }
    }

    /**
     * Takes a position in. NaN is a missing one and is passed over; any other that is not on the earth is counted by
     * {@link #outside()}.
     *
     * @param lat degrees north
     * @param lon degrees east, -360 to 360
     */
    public void add(double lat, double lon) {
        if (Double.isNaN(lat) || Double.isNaN(lon)) {
            return;
        }
        if (Math.abs(lat) > 90 || Math.abs(lon) > 360) {
            outside++;
            return;
        }
        keep(lat, lon);
    }

    /** Takes in all that a footprint covers. */
    public void add(Footprint footprint) {
        Geometry geometry = footprint.geometry();
        filled |= geometry.getDimension() > 0;
        for (Coordinate corner : Densifier.densify(geometry, DENSE_DEGREES).getCoordinates()) {
            keep(corner.y, corner.x);
        }
    }

    /** Takes in all that another builder has taken in. */
    public void add(FootprintBuilder other) {
        filled |= other.filled;
        outside += other.outside;
        other.bins.forEach(bin -> bin.forEach(point -> keep(point.y, point.x)));
    }

    /** Returns how many positions were neither missing nor on the earth. */
    public long outside() {
        return outside;
    }

    /** Returns the footprint of what was taken in, or nothing where nothing was. */
    public Optional<Footprint> build() {
        TreeSet<Coordinate> points = new TreeSet<>();
        bins.forEach(points::addAll);
        if (points.isEmpty()) {
            return Optional.empty();
        }
        LonGap gap = LonGap.widest(points);
        if (!filled && points.size() <= POINTS) {
            return Optional.of(Footprint.scattered(points.toArray(new Coordinate[0]), gap.around(points)));
        }
        return Optional.of(area(points, gap));
    }

    private static Footprint area(Set<Coordinate> points, LonGap gap) {
        Envelope extent = new Envelope();
        points.forEach(extent::expandToInclude);
        boolean north = extent.getMinY() >= POLAR_LAT;
        boolean south = extent.getMaxY() <= -POLAR_LAT;
        if (gap.degrees() <= BIN_DEGREES || (gap.degrees() < 180 && (north || south))) {
            return Footprint.of(new Box(-180, south ? -90 : extent.getMinY(), 180, north ? 90 : extent.getMaxY()));
        }
        Geometry hull = hull(gap.unwrap(points));
        return Footprint.cut(hull.getNumPoints() > POINTS ? hull.getEnvelope() : hull);
    }

    private void keep(double lat, double lon) {
        double wrapped = Box.wrapLon(lon);
        double east = wrapped == 180 ? -180 : wrapped;
        TreeSet<Coordinate> bin = bins.get((int) Math.min(bins.size() - 1, Math.floor((east + 180) / BIN_DEGREES)));
        bin.add(new Coordinate(east + 0.0, lat + 0.0));
        if (bin.size() > BIN_POINTS) {
            filled = true;
            reduce(bin);
        }
    }

    private static void reduce(Set<Coordinate> bin) {
        Geometry hull = hull(bin);
        Geometry kept = hull.getNumPoints() > BIN_POINTS / 2 ? hull.getEnvelope() : hull;
        bin.clear();
        bin.addAll(List.of(kept.getCoordinates()));
    }

    private static Geometry hull(Collection<Coordinate> points) {
        return new ConvexHull(points.toArray(new Coordinate[0]), GEOMETRIES)
                .getConvexHull()
                .norm();
    }
}
