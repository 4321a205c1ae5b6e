package dev.shoal.qc.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads regions out of GeoJSON (RFC 7946), given as the tree of maps, lists and numbers that a JSON parser makes of it.
 */
public final class GeoJson {

    private GeoJson() {}

    /**
     * Returns the region of a Polygon, a MultiPolygon, a GeometryCollection of such, a Feature or a FeatureCollection.
     *
     * @throws IllegalArgumentException where the tree is none of these, or a ring is no ring, naming what it is
     */
    public static Region region(Map<?, ?> tree) {
        List<Region> parts = new ArrayList<>();
        for (Polygon polygon : polygons(tree)) {
            parts.add(Region.of(polygon));
        }
        return parts.size() == 1 ? parts.get(0) : Region.anyOf(parts);
    }

    /** Returns the polygons of what {@link #region} takes, in its order. */
    public static List<Polygon> polygons(Map<?, ?> tree) {
        List<Polygon> polygons = new ArrayList<>();
        collect(tree, polygons);
        if (polygons.isEmpty()) {
            throw new IllegalArgumentException(
                    "Cannot read a region of GeoJSON: found no polygon in the " + tree.get("type") + ", expected one.");
        }
        return polygons;
    }

    private static void collect(@Nullable Object node, List<Polygon> into) {
        if (!(node instanceof Map<?, ?> tree)) {
            throw unreadable("an object with a type", node);
        }
        switch (String.valueOf(tree.get("type"))) {
            case "Polygon" -> into.add(polygon(tree.get("coordinates")));
            case "MultiPolygon" ->
                list(tree.get("coordinates"), "the polygons' coordinates").forEach(part -> into.add(polygon(part)));
            case "Feature" -> collect(tree.get("geometry"), into);
            case "FeatureCollection" ->
                list(tree.get("features"), "the list of features").forEach(part -> collect(part, into));
            case "GeometryCollection" ->
                list(tree.get("geometries"), "the list of geometries").forEach(part -> collect(part, into));
            default ->
                throw unreadable(
                        "the type Polygon, MultiPolygon, GeometryCollection, Feature or FeatureCollection",
                        tree.get("type"));
        }
    }

    private static Polygon polygon(@Nullable Object coordinates) {
        List<Ring> rings = new ArrayList<>();
        for (Object ring : list(coordinates, "the polygon's rings")) {
            rings.add(ring(ring));
        }
        if (rings.isEmpty()) {
            throw unreadable("the polygon's rings", coordinates);
        }
        return new Polygon(rings.get(0), rings.subList(1, rings.size()));
    }

    /** Returns the ring of a list of corners, each a list of longitude, latitude and perhaps more. */
    public static Ring ring(@Nullable Object corners) {
        List<?> points = list(corners, "a ring's corners");
        double[] lon = new double[points.size()];
        double[] lat = new double[points.size()];
        for (int i = 0; i < lon.length; i++) {
            List<?> point = list(points.get(i), "a corner");
            if (point.size() < 2) {
                throw unreadable("a longitude and a latitude", point);
            }
            lon[i] = number(point.get(0));
            lat[i] = number(point.get(1));
        }
        return new Ring(lon, lat);
    }

    private static List<?> list(@Nullable Object node, String expected) {
        if (node instanceof List<?> list) {
            return list;
        }
        throw unreadable(expected, node);
    }

    private static double number(@Nullable Object node) {
        if (node instanceof Number number) {
            return number.doubleValue();
        }
        throw unreadable("a number of degrees", node);
    }

    private static IllegalArgumentException unreadable(String expected, @Nullable Object found) {
        return new IllegalArgumentException(
                "Cannot read a region of GeoJSON: found " + found + ", expected " + expected + ".");
    }
}
