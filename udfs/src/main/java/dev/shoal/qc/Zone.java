package dev.shoal.qc;

import dev.shoal.qc.place.GeoJson;
import dev.shoal.qc.place.Region;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;

/** A part of the globe that a test is limited to, as GeoJSON gives it; its border is outside. */
public final class Zone implements Serializable {

    /** All of the globe, places that are not known included. */
    public static final Zone ANYWHERE = new Zone(Map.of());

    private static final long serialVersionUID = 1;

    private final LinkedHashMap<Object, Object> geoJson;
    private final String text;
    private transient Region region;

    private Zone(Map<?, ?> geoJson) {
        this.geoJson = new LinkedHashMap<>(geoJson);
        this.text = geoJson.isEmpty() ? "" : TreeText.json(geoJson);
        this.region = regionOf(this.geoJson);
    }

    /**
     * Reads a zone.
     *
     * @param geoJson a Polygon, MultiPolygon, GeometryCollection, Feature or FeatureCollection (RFC 7946), as maps and
     *     lists; longitudes may go on beyond 180 degrees to cross the antimeridian
     * @throws IllegalArgumentException where it is none of these
     */
    public static Zone of(Map<?, ?> geoJson) {
        if (geoJson.isEmpty()) {
            throw new IllegalArgumentException(
                    "Cannot read a region: found nothing in it, expected a GeoJSON geometry.");
        }
        return new Zone(geoJson);
    }

    /** Tells whether this is all of the globe. */
    public boolean isAnywhere() {
        return text.isEmpty();
    }

    /** Tells whether a place lies inside; one with a coordinate missing does only where the zone is anywhere. */
    public boolean contains(double lon, double lat) {
        return isAnywhere() || region.contains(lon, lat);
    }

    private static Region regionOf(Map<?, ?> geoJson) {
        return geoJson.isEmpty() ? (lon, lat) -> true : GeoJson.region(geoJson);
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        region = regionOf(geoJson);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Zone zone && text.equals(zone.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Returns the GeoJSON; nothing where this is all of the globe. */
    @Override
    public String toString() {
        return text;
    }
}
