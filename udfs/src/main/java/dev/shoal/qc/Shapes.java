package dev.shoal.qc;

import dev.shoal.qc.place.GeoJson;
import dev.shoal.qc.place.Polygon;
import dev.shoal.qc.place.Ring;
import dev.shoal.qc.place.Wkt;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads the polygons of a configuration, and writes them. */
final class Shapes {

    private Shapes() {}

    /**
     * Returns the polygons of a list of west, south, east and north, of a list of corners, of such a list under the key
     * {@code polygon}, of GeoJSON, or of a text that is well-known text.
     *
     * @throws IllegalArgumentException where it is none of these
     */
    static List<Polygon> polygons(Object tree) {
        if (tree instanceof String text) {
            return Wkt.polygons(text);
        }
        if (tree instanceof Map<?, ?> map) {
            return map.containsKey("polygon")
                    ? List.of(new Polygon(GeoJson.ring(map.get("polygon"))))
                    : GeoJson.polygons(map);
        }
        if (tree instanceof List<?> list && list.size() == 4 && list.stream().allMatch(Number.class::isInstance)) {
            double[] ends = list.stream()
                    .mapToDouble(end -> ((Number) end).doubleValue())
                    .toArray();
            return List.of(Polygon.box(ends[0], ends[1], ends[2], ends[3]));
        }
        return List.of(new Polygon(GeoJson.ring(tree)));
    }

    /** Returns the GeoJSON of the polygons as text. */
    static String json(List<Polygon> polygons) {
        return "{\"type\": \"MultiPolygon\", \"coordinates\": "
                + polygons.stream().map(Shapes::json).collect(Collectors.joining(", ", "[", "]")) + "}";
    }

    private static String json(Polygon polygon) {
        String holes = polygon.holes().stream().map(hole -> ", " + json(hole)).collect(Collectors.joining());
        return "[" + json(polygon.outer()) + holes + "]";
    }

    private static String json(Ring ring) {
        return IntStream.rangeClosed(0, ring.lon().length)
                .map(i -> i % ring.lon().length)
                .mapToObj(i -> "[" + ring.lon()[i] + ", " + ring.lat()[i] + "]")
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
