package dev.shoal.cf;

/**
 * Mercator (7-7 to 7-12).
 *
 * @param earth figure
 * @param lon0 radians
 * @param k0 scale at the equator
 */
record Mercator(Ellipsoid earth, double lon0, double k0) implements Projection {

    @Override
    public Plane plane() {
        return Plane.METRES;
    }

    @Override
    public double[] lonLat(double x, double y) {
        double radius = earth.a() * k0;
        return Projection.degrees(lon0 + x / radius, earth.latOfT(Math.exp(-y / radius)));
    }
}
