package dev.shoal.regrid;

import dev.shoal.regrid.sphere.HalfSpace;
import dev.shoal.regrid.sphere.SphericalPolygon;
import java.util.ArrayList;
import java.util.List;

/**
 * A polygon of great circles as convex parts, each as the half spaces that it lies in: itself where it is convex, else
 * triangles cut off one after the other (ears). For one thread.
 */
final class ConvexParts {
    /** Room for the rounding of a distance from a plane: edges may be as short as rounding itself. */
    private static final double STRAIGHT = 4e-16;

    private final IntList left = new IntList();
    private final List<HalfSpace[]> parts = new ArrayList<>();

    /** Takes a polygon whose vertices run counterclockwise. */
    List<HalfSpace[]> of(SphericalPolygon polygon) {
        parts.clear();
        if (isConvex(polygon)) {
            HalfSpace[] whole = new HalfSpace[polygon.size()];
            for (int k = 0; k < whole.length; k++) {
                whole[k] = HalfSpace.leftOf(polygon, k, polygon.next(k));
            }
            parts.add(whole);
        } else {
            cutEars(polygon);
        }
        return parts;
    }

    private static boolean isConvex(SphericalPolygon polygon) {
        int size = polygon.size();
        for (int k = 0; k < size; k++) {
            int next = polygon.next(k);
            int after = polygon.next(next);
            HalfSpace left = HalfSpace.leftOf(polygon, k, next);
            double turn = left.inside(polygon.x(after), polygon.y(after), polygon.z(after));
            if (turn < -STRAIGHT * left.length()) {
                return false;
            }
        }
        return true;
    }

    private void cutEars(SphericalPolygon polygon) {
        left.clear();
        for (int k = 0; k < polygon.size(); k++) {
            left.add(k);
        }
        while (left.size() > 3) {
            int ear = ear(polygon);
            addTriangle(polygon, at(ear - 1), at(ear), at(ear + 1));
            left.remove(ear);
        }
        addTriangle(polygon, at(0), at(1), at(2));
    }

    /** Returns a place whose triangle with its neighbours has no other vertex in it; the first where there is none. */
    private int ear(SphericalPolygon polygon) {
        for (int k = 0; k < left.size(); k++) {
            if (turn(polygon, at(k - 1), at(k), at(k + 1)) > 0 && isEmpty(polygon, k)) {
                return k;
            }
        }
        return 0;
    }

    private boolean isEmpty(SphericalPolygon polygon, int ear) {
        int a = at(ear - 1);
        int b = at(ear);
        int c = at(ear + 1);
        for (int k = 0; k < left.size(); k++) {
            int v = at(k);
            boolean other = v != a && v != b && v != c;
            if (other && turn(polygon, a, b, v) >= 0 && turn(polygon, b, c, v) >= 0 && turn(polygon, c, a, v) >= 0) {
                return false;
            }
        }
        return true;
    }

    private void addTriangle(SphericalPolygon polygon, int a, int b, int c) {
        if (turn(polygon, a, b, c) > 0) {
            parts.add(new HalfSpace[] {
                HalfSpace.leftOf(polygon, a, b), HalfSpace.leftOf(polygon, b, c), HalfSpace.leftOf(polygon, c, a)
            });
        }
    }

    private int at(int place) {
        return left.at((place + left.size()) % left.size());
    }

    /** Returns how far vertex {@code c} lies left of the way from {@code a} to {@code b}. */
    private static double turn(SphericalPolygon polygon, int a, int b, int c) {
        return HalfSpace.leftOf(polygon, a, b).inside(polygon.x(c), polygon.y(c), polygon.z(c));
    }
}
