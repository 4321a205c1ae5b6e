package dev.shoal.regrid.sphere;

/**
 * Cuts a polygon along a circle of latitude. In the plane of longitude and height the circle is a straight line and the
 * polygon, which has no pole inside and is narrower than half a turn, lies whole; a great circle is a curve in it that
 * bends towards the pole and may meet the line twice.
 */
final class CircleCut {
    private final SphericalPolygon polygon;
    private final LatitudeCircle circle;
    private final double up;
    private final SphericalPolygon result;

    private CircleCut(SphericalPolygon polygon, LatitudeCircle circle, double up, SphericalPolygon result) {
        this.polygon = polygon;
        this.circle = circle;
        this.up = up;
        this.result = result;
    }

    /** Keeps what is north of the circle where {@code up} is 1, what is south of it where it is -1. */
    static SphericalPolygon cut(SphericalPolygon polygon, LatitudeCircle circle, double up, SphericalPolygon spare) {
        int inside = 0;
        for (int k = 0; k < polygon.size(); k++) {
            double side = up * circle.above(polygon.x(k), polygon.y(k), polygon.z(k));
            polygon.side(k, side);
            inside += side >= 0 ? 1 : 0;
        }
        boolean keepsPole = up * circle.z() > 0;
        boolean plain = circle.radius() == 0 || circle.z() == 0;
        if (inside == polygon.size() && (plain || keepsPole || !bendsOver(polygon, circle))) {
            return polygon;
        }
        spare.clear();
        if (inside > 0 || (!plain && keepsPole && bendsOver(polygon, circle))) {
            new CircleCut(polygon, circle, up, spare).addEdges();
        }
        return spare;
    }

    private void addEdges() {
        boolean keepsPole = up * circle.z() > 0;
        for (int k = 0; k < polygon.size(); k++) {
            boolean starts = polygon.side(k) >= 0;
            boolean ends = polygon.side(polygon.next(k)) >= 0;
            if (starts) {
                result.addFrom(polygon, k);
            }
            if (starts != ends) {
                add(k, CircleMeeting.of(polygon, k, circle, up).share(starts == keepsPole), starts);
            } else if (starts != keepsPole && mayBendOver(polygon, k, circle)) {
                addBend(k, starts);
            }
        }
    }

    private void addBend(int k, boolean starts) {
        CircleMeeting meeting = CircleMeeting.of(polygon, k, circle, up);
        if (meeting.isTwice(polygon.z(k), polygon.z(polygon.next(k)), circle.z())) {
            add(k, meeting.share(false), starts);
            add(k, meeting.share(true), !starts);
        }
    }

    /** Adds the point a share of the chord along an edge, brought out to the circle. */
    private void add(int k, double share, boolean leaves) {
        int next = polygon.next(k);
        double x = polygon.x(k) + share * (polygon.x(next) - polygon.x(k));
        double y = polygon.y(k) + share * (polygon.y(next) - polygon.y(k));
        double out = circle.radius() / Math.sqrt(x * x + y * y);
        result.add(out * x, out * y, circle.z(), leaves || polygon.isAlongParallel(k));
    }

    private static boolean bendsOver(SphericalPolygon polygon, LatitudeCircle circle) {
        for (int k = 0; k < polygon.size(); k++) {
            if (mayBendOver(polygon, k, circle)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Tells whether a great circle may reach over the circle between ends that do not. Its height is that of the chord
     * over the chord's distance from the centre, whose square is at least {@code 1 - k / 4} for a squared chord
     * {@code k}.
     */
    private static boolean mayBendOver(SphericalPolygon polygon, int k, LatitudeCircle circle) {
        if (polygon.isAlongParallel(k)) {
            return false;
        }
        int next = polygon.next(k);
        double here = polygon.z(k);
        double there = polygon.z(next);
        double higher = circle.z() > 0 ? Math.max(here, there) : -Math.min(here, there);
        double dx = polygon.x(next) - polygon.x(k);
        double dy = polygon.y(next) - polygon.y(k);
        double dz = there - here;
        double chord2 = dx * dx + dy * dy + dz * dz;
        return higher > 0 && higher * higher >= circle.z() * circle.z() * (1 - 0.250001 * chord2);
    }
}
