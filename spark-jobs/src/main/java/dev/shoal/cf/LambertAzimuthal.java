package dev.shoal.cf;

/**
 * Lambert azimuthal equal-area (24-17 to 24-30), that of EASE-Grid 2.0 north and south.
 *
 * @param earth figure
 * @param lon0 radians
 * @param lat0 radians
 */
record LambertAzimuthal(Ellipsoid earth, double lon0, double lat0) implements Projection {

    private static final double POLAR = Math.PI / 2 - 1e-9;

    @Override
    public Plane plane() {
        return Plane.METRES;
    }

    @Override
    public double[] lonLat(double x, double y) {
        return Math.abs(lat0) > POLAR ? polar(x, y) : oblique(x, y);
    }

    private double[] polar(double x, double y) {
        double side = Math.signum(lat0);
        double rho = Math.hypot(x, y) / earth.a();
        double q = earth.q(Math.PI / 2) - rho * rho;
        return Projection.degrees(lon0 + Math.atan2(x, -side * y), side * earth.latOfQ(q));
    }

    private double[] oblique(double x, double y) {
        double whole = earth.q(Math.PI / 2);
        double beta = Math.asin(earth.q(lat0) / whole);
        double radius = earth.a() * Math.sqrt(whole / 2);
        double d = earth.a() * earth.m(lat0) / (radius * Math.cos(beta));
        double rho = Math.hypot(x / d, d * y);
        if (rho == 0) {
            return Projection.degrees(lon0, lat0);
        }
        double ce = 2 * Math.asin(rho / (2 * radius));
        double q = whole * (Math.cos(ce) * Math.sin(beta) + d * y * Math.sin(ce) * Math.cos(beta) / rho);
        double theta = Math.atan2(
                x * Math.sin(ce), d * rho * Math.cos(beta) * Math.cos(ce) - d * d * y * Math.sin(beta) * Math.sin(ce));
        return Projection.degrees(lon0 + theta, earth.latOfQ(q));
    }
}
