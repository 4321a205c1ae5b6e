package dev.shoal.qc.place;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads polygons out of well-known text (OGC 06-103r4, section 7): {@code POLYGON} and {@code MULTIPOLYGON}. */
public final class Wkt {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z]+|[(),]|[-+.0-9eE]+|\\S");

    private final String text;

    private final List<String> tokens = new ArrayList<>();

    private int at;

    private Wkt(String text) {
        this.text = text;
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
    }

    /**
     * Returns the polygons of a text.
     *
     * @throws IllegalArgumentException where it is no polygon, saying what is there instead
     */
    public static List<Polygon> polygons(String text) {
        return new Wkt(text).read();
    }

    /** Returns the region of the polygons of a text. */
    public static Region region(String text) {
        return Region.anyOf(polygons(text).stream().map(Region::of).toList());
    }

    private List<Polygon> read() {
        String type = next();
        List<Polygon> polygons = new ArrayList<>();
        if (type.equalsIgnoreCase("POLYGON")) {
            polygons.add(polygon());
        } else if (type.equalsIgnoreCase("MULTIPOLYGON")) {
            expect("(");
            do {
                polygons.add(polygon());
            } while (more());
        } else {
            throw unreadable("POLYGON or MULTIPOLYGON", type);
        }
        if (at < tokens.size()) {
            throw unreadable("the end", tokens.get(at));
        }
        return polygons;
    }

    private Polygon polygon() {
        expect("(");
        List<Ring> rings = new ArrayList<>();
        do {
            rings.add(ring());
        } while (more());
        return new Polygon(rings.get(0), rings.subList(1, rings.size()));
    }

    private Ring ring() {
        expect("(");
        List<double[]> corners = new ArrayList<>();
        do {
            corners.add(new double[] {number(), number()});
        } while (more());
        return Ring.of(corners.toArray(double[][]::new));
    }

    /** Takes the comma before another part, or the bracket after the last. */
    private boolean more() {
        String token = next();
        if (!token.equals(",") && !token.equals(")")) {
            throw unreadable("a comma or a closing bracket", token);
        }
        return token.equals(",");
    }

    private double number() {
        String token = next();
        try {
            return Double.parseDouble(token);
        } catch (NumberFormatException e) {
            throw unreadable("a number of degrees", token);
        }
    }

    private void expect(String wanted) {
        String token = next();
        if (!token.equals(wanted)) {
            throw unreadable(wanted, token);
        }
    }

    private String next() {
        return at < tokens.size() ? tokens.get(at++) : "the end";
    }

    private IllegalArgumentException unreadable(String expected, String found) {
        return new IllegalArgumentException(
                "Cannot read the polygon \"" + text + "\": found " + found + ", expected " + expected + ".");
    }
}
