package dev.shoal.regrid.sphere;

/** Cuts a polygon along a great circle (Sutherland and Hodgman 1974). */
final class PlaneCut {

    private PlaneCut() {}

    static SphericalPolygon cut(SphericalPolygon polygon, HalfSpace half, SphericalPolygon spare) {
        int inside = 0;
        for (int k = 0; k < polygon.size(); k++) {
            double side = half.inside(polygon.x(k), polygon.y(k), polygon.z(k));
            polygon.side(k, side);
            inside += side >= 0 ? 1 : 0;
        }
        if (inside == polygon.size()) {
            return polygon;
        }
        spare.clear();
        if (inside > 0) {
            for (int k = 0; k < polygon.size(); k++) {
                addEdge(polygon, k, half, spare);
            }
        }
        return spare;
    }

    private static void addEdge(SphericalPolygon polygon, int k, HalfSpace half, SphericalPolygon result) {
        int next = polygon.next(k);
        boolean starts = polygon.side(k) >= 0;
        boolean ends = polygon.side(next) >= 0;
        if (starts) {
            result.addFrom(polygon, k);
        }
        if (starts != ends) {
            if (polygon.isAlongParallel(k)) {
                addOnParallel(polygon, k, half, ends, result);
            } else {
                addOnGreatCircle(polygon, k, next, result);
            }
        }
    }

    /** The weighted mean of both ends; each product is the same whichever way the edge is gone along. */
    private static void addOnGreatCircle(SphericalPolygon polygon, int k, int next, SphericalPolygon result) {
        double here = Math.abs(polygon.side(k));
        double there = Math.abs(polygon.side(next));
        double x = there * polygon.x(k) + here * polygon.x(next);
        double y = there * polygon.y(k) + here * polygon.y(next);
        double z = there * polygon.z(k) + here * polygon.z(next);
        double length = Math.sqrt(x * x + y * y + z * z);
        result.add(x / length, y / length, z / length);
    }

    private static void addOnParallel(
            SphericalPolygon polygon, int k, HalfSpace half, boolean goesOn, SphericalPolygon result) {
        if (half.z() != 0) {
            throw new IllegalStateException("Cannot cut an edge along a circle of latitude by the great circle of "
                    + half + ", expected a meridian.");
        }
        double radius = Math.sqrt(polygon.x(k) * polygon.x(k) + polygon.y(k) * polygon.y(k));
        double middleX = polygon.x(k) + polygon.x(polygon.next(k));
        double middleY = polygon.y(k) + polygon.y(polygon.next(k));
        double ahead = half.y() * middleX - half.x() * middleY;
        double turn = ahead < 0 ? -radius : radius;
        result.add(turn * half.y(), -turn * half.x(), polygon.z(k), goesOn);
    }
}
