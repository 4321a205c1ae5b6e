package dev.shoal.cf;

/**
 * Lambert cylindrical equal-area (10-12 to 10-19), that of EASE-Grid 2.0 global.
 *
 * @param earth figure
 * @param lon0 radians
 * @param k0 scale at the equator
 */
record CylindricalEqualArea(Ellipsoid earth, double lon0, double k0) implements Projection {

    @Override
    public Plane plane() {
        return Plane.METRES;
    }

    @Override
    public double[] lonLat(double x, double y) {
        double q = 2 * y * k0 / earth.a();
        return Math.abs(q) > earth.q(Math.PI / 2) * (1 + 1e-9)
                ? new double[] {Double.NaN, Double.NaN}
                : Projection.degrees(lon0 + x / (earth.a() * k0), earth.latOfQ(q));
    }
}
