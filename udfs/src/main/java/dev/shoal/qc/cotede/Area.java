package dev.shoal.qc.cotede;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Polygons in the plane of longitude and latitude, borders included, holes left out.
 *
 * <p>Sides are judged exactly, as GEOS does, so a point on a border is on it whatever the rounding.
 *
 * @param polygons each a shell and its holes; a ring is closed: x and y in turn, the first point also the last; lent
 */
public record Area(double[][][] polygons) implements Serializable {

    private static final double EPSILON = 4 * Math.ulp(1.0);

    /** Reads a {@code POLYGON} or a {@code MULTIPOLYGON} of well-known text, longitude before latitude. */
    public static Area parse(String wkt) {
        String text = wkt.strip().toUpperCase(Locale.ROOT);
        int body = text.indexOf('(');
        String kind = body < 0 ? text : text.substring(0, body).strip();
        boolean many = kind.startsWith("MULTIPOLYGON");
        if (!many && !kind.startsWith("POLYGON")) {
            throw new IllegalArgumentException(
                    "Cannot read an area: found \"" + wkt + "\", expected POLYGON ((...)) or MULTIPOLYGON (((...))).");
        }
        List<double[][]> polygons = new ArrayList<>();
        if (!kind.endsWith("EMPTY")) {
            String inner = text.substring(body + 1, lastBracket(wkt, text));
            for (String polygon : many ? groups(inner) : List.of(inner)) {
                polygons.add(groups(polygon).stream().map(Area::ring).toArray(double[][]::new));
            }
        }
        return new Area(polygons.toArray(double[][][]::new));
    }

    private static int lastBracket(String wkt, String text) {
        if (!text.endsWith(")")) {
            throw new IllegalArgumentException(
                    "Cannot read an area: found \"" + wkt + "\", expected a closing bracket.");
        }
        return text.length() - 1;
    }

    /** Returns what stands in the outermost brackets of a text. */
    private static List<String> groups(String text) {
        List<String> groups = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign == '(' && depth++ == 0) {
                start = i + 1;
            } else if (sign == ')' && --depth == 0) {
                groups.add(text.substring(start, i));
            }
        }
        if (depth != 0 || groups.isEmpty()) {
            throw new IllegalArgumentException(
                    "Cannot read an area: found \"" + text + "\", expected pairs of brackets.");
        }
        return groups;
    }

    private static double[] ring(String text) {
        String[] points = text.split(",", -1);
        double[] ring = new double[2 * points.length];
        for (int i = 0; i < points.length; i++) {
            String[] ordinates = points[i].strip().split("\\s+", -1);
            if (ordinates.length < 2) {
                throw new IllegalArgumentException(
                        "Cannot read a ring: found \"" + points[i] + "\", expected x and y.");
            }
            ring[2 * i] = Double.parseDouble(ordinates[0]);
            ring[2 * i + 1] = Double.parseDouble(ordinates[1]);
        }
        boolean closed = ring[0] == ring[ring.length - 2] && ring[1] == ring[ring.length - 1];
        if (!closed || points.length < 4) {
            throw new IllegalArgumentException("Cannot read a ring: found \"" + text
                    + "\", expected four points at least, the last of them the first.");
        }
        return ring;
    }

    /** Tells whether a point lies in the area or on its border; NaN lies nowhere. */
    public boolean covers(double lon, double lat) {
        return Double.isFinite(lon + lat) && Arrays.stream(polygons).anyMatch(rings -> covers(rings, lon, lat));
    }

    private static boolean covers(double[][] rings, double x, double y) {
        int shell = side(rings[0], x, y);
        if (shell <= 0) {
            return shell == 0;
        }
        for (int i = 1; i < rings.length; i++) {
            int side = side(rings[i], x, y);
            if (side >= 0) {
                return side == 0;
            }
        }
        return true;
    }

    /** Returns 1 inside the ring, 0 on it, -1 outside, by the parity of crossings to the right. */
    private static int side(double[] ring, double x, double y) {
        int side = -1;
        for (int i = 0; i + 3 < ring.length; i += 2) {
            double x1 = ring[i];
            double y1 = ring[i + 1];
            double x2 = ring[i + 2];
            double y2 = ring[i + 3];
            boolean spansY = Math.min(y1, y2) <= y && y <= Math.max(y1, y2);
            if (!spansY || Math.max(x1, x2) < x) {
                continue;
            }
            int turn = turn(x1, y1, x2, y2, x, y);
            if (turn == 0 && Math.min(x1, x2) <= x) {
                return 0;
            }
            boolean crosses = (y1 > y) != (y2 > y) && (turn > 0) == (y2 > y1);
            side = crosses ? -side : side;
        }
        return side;
    }

    /** Returns on which side of the line from 1 to 2 a point lies: 1 left, -1 right, 0 on it. */
    private static int turn(double x1, double y1, double x2, double y2, double x, double y) {
        double left = (x2 - x1) * (y - y1);
        double right = (y2 - y1) * (x - x1);
        double turn = left - right;
        if (Math.abs(turn) > EPSILON * (Math.abs(left) + Math.abs(right))) {
            return turn > 0 ? 1 : -1;
        }
        return exact(x2)
                .subtract(exact(x1))
                .multiply(exact(y).subtract(exact(y1)))
                .compareTo(exact(y2).subtract(exact(y1)).multiply(exact(x).subtract(exact(x1))));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Area area && Arrays.deepEquals(polygons, area.polygons);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(polygons);
    }

    private static BigDecimal exact(double number) {
        return new BigDecimal(number);
    }
}
