package dev.shoal.cf;

/**
 * Albers equal-area conic (14-1 to 14-21).
 *
 * @param earth figure
 * @param lon0 radians
 * @param n constant of the cone
 * @param c constant of the area
 * @param rho0 radius of the origin's parallel, metres
 */
record AlbersConic(Ellipsoid earth, double lon0, double n, double c, double rho0) implements Projection {

    static AlbersConic of(Ellipsoid earth, double lon0, double lat0, double parallel1, double parallel2) {
        double m1 = earth.m(parallel1);
        double m2 = earth.m(parallel2);
        double n = Math.abs(parallel1 - parallel2) < 1e-10
                ? Math.sin(parallel1)
                : (m1 * m1 - m2 * m2) / (earth.q(parallel2) - earth.q(parallel1));
        double c = m1 * m1 + n * earth.q(parallel1);
        return new AlbersConic(earth, lon0, n, c, earth.a() * Math.sqrt(c - n * earth.q(lat0)) / n);
    }

    @Override
    public Plane plane() {
        return Plane.METRES;
    }

    @Override
    public double[] lonLat(double x, double y) {
        double side = Math.signum(n);
        double rho = Math.hypot(x, rho0 - y) * n / earth.a();
        double theta = Math.atan2(side * x, side * (rho0 - y));
        return Projection.degrees(lon0 + theta / n, earth.latOfQ((c - rho * rho) / n));
    }
}
