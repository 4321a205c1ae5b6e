package dev.shoal.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import org.locationtech.jts.geom.Coordinate;

/**
 * A stretch of longitudes without data, on the circle.
 *
 * @param dataWest where the data begins, east of the stretch, -180 to 180
 * @param dataEast where the data ends, west of the stretch, -180 to 180
 * @param degrees width of the stretch, 360 where all data lies on one meridian
 */
record LonGap(double dataWest, double dataEast, double degrees) {

    /**
     * Finds the widest stretch; of two that are equally wide the one across the antimeridian, then the westernmost.
     *
     * @param points ordered by longitude, longitudes from -180 to less than 180, not empty
     */
    static LonGap widest(NavigableSet<Coordinate> points) {
        double first = points.first().x;
        double last = points.last().x;
        LonGap widest = new LonGap(first, last, first + 360 - last);
        double before = first;
        for (Coordinate point : points) {
            if (point.x - before > widest.degrees) {
                widest = new LonGap(point.x, before, point.x - before);
            }
            before = point.x;
        }
        return widest;
    }

    /** Returns the points with longitudes that rise through the data without a break, from -180 to less than 540. */
    List<Coordinate> unwrap(Collection<Coordinate> points) {
        List<Coordinate> unwrapped = new ArrayList<>(points.size());
        points.forEach(point -> unwrapped.add(new Coordinate(point.x < dataWest ? point.x + 360 : point.x, point.y)));
        return unwrapped;
    }

    /** Returns the box around the points that leaves this stretch out. */
    Box around(Collection<Coordinate> points) {
        double south = points.stream().mapToDouble(point -> point.y).min().orElseThrow();
        double north = points.stream().mapToDouble(point -> point.y).max().orElseThrow();
        return new Box(dataWest, south, dataEast, north);
    }
}
