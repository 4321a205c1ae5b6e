package dev.shoal.catalog;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/**
 * Where data lies on the earth: a geometry in degrees (longitude first, WGS 84) and the box around it. A footprint
 * across the antimeridian is cut there into a multi-part geometry, and its box runs from west to a smaller east.
 *
 * @param wkb geometry as well-known binary, longitudes -180 to 180; owned by the record, not to be changed
 * @param box around the geometry
 */
public record Footprint(byte[] wkb, Box box) implements Serializable {

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    /** Returns the footprint that fills a box. */
    public static Footprint of(Box box) {
        List<Geometry> parts = new ArrayList<>();
        box.parts().forEach(part -> parts.add(rectangle(part.west(), part.east(), part)));
        return new Footprint(new WKBWriter().write(GEOMETRIES.buildGeometry(parts)), box);
    }

    /**
     * Returns a footprint of points, as {@link FootprintBuilder} makes it, or nothing where no point is on the earth.
     *
     * @param lat shape {@code (n)}, degrees north, NaN means missing; not changed
     * @param lon shape {@code (n)}, degrees east, NaN means missing; not changed
     */
    public static Optional<Footprint> ofPoints(double[] lat, double[] lon) {
        FootprintBuilder builder = new FootprintBuilder();
        for (int i = 0; i < lat.length; i++) {
            builder.add(lat[i], lon[i]);
        }
        return builder.build();
    }

    /** Returns the points as a multi-point. */
    static Footprint scattered(Coordinate[] points, Box box) {
        return new Footprint(new WKBWriter().write(GEOMETRIES.createMultiPointFromCoords(points)), box);
    }

    /** Returns a geometry whose longitudes run from -180 to less than 540, cut at the antimeridian. */
    static Footprint cut(Geometry unwrapped) {
        Envelope extent = unwrapped.getEnvelopeInternal();
        Box box = Box.wrapping(extent.getMinX(), extent.getMinY(), extent.getMaxX(), extent.getMaxY());
        if (extent.getMaxX() <= 180) {
            return new Footprint(new WKBWriter().write(unwrapped), box);
        }
        Geometry west = unwrapped.intersection(rectangle(-180, 180, box));
        Geometry beyond = unwrapped.intersection(rectangle(180, 540, box));
        Geometry east = AffineTransformation.translationInstance(-360, 0).transform(beyond);
        return new Footprint(new WKBWriter().write(GEOMETRIES.buildGeometry(List.of(west, east))), box);
    }

    /** Returns the geometry, new on each call. */
    public Geometry geometry() {
        try {
            return new WKBReader(GEOMETRIES).read(wkb);
        } catch (ParseException e) {
            throw new IllegalStateException(
                    "Cannot read the geometry of a footprint: its " + wkb.length + " bytes are no well-known binary.",
                    e);
        }
    }

    private static Geometry rectangle(double west, double east, Box box) {
        return GEOMETRIES.toGeometry(new Envelope(west, east, box.south(), box.north()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Footprint footprint && Arrays.equals(wkb, footprint.wkb) && box.equals(footprint.box);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(wkb) + box.hashCode();
    }

    @Override
    public String toString() {
        return "Footprint[" + geometry() + ", " + box + "]";
    }
}
