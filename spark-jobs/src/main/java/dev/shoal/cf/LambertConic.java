package dev.shoal.cf;

/**
 * Lambert conformal conic (15-1 to 15-11).
 *
 * @param earth figure
 * @param lon0 radians
 * @param n constant of the cone
 * @param f metres of radius per {@link Ellipsoid#t} to the power of n
 * @param rho0 radius of the origin's parallel, metres
 */
record LambertConic(Ellipsoid earth, double lon0, double n, double f, double rho0) implements Projection {

    static LambertConic of(Ellipsoid earth, double lon0, double lat0, double parallel1, double parallel2) {
        boolean one = Math.abs(parallel1 - parallel2) < 1e-10;
        double n = one
                ? Math.sin(parallel1)
                : Math.log(earth.m(parallel1) / earth.m(parallel2)) / Math.log(earth.t(parallel1) / earth.t(parallel2));
        double f = earth.a() * earth.m(parallel1) / (n * Math.pow(earth.t(parallel1), n));
        return new LambertConic(earth, lon0, n, f, f * Math.pow(earth.t(lat0), n));
    }

    @Override
    public Plane plane() {
        return Plane.METRES;
    }

    @Override
    public double[] lonLat(double x, double y) {
        double side = Math.signum(n);
        double rho = side * Math.hypot(x, rho0 - y);
        double theta = Math.atan2(side * x, side * (rho0 - y));
        return Projection.degrees(lon0 + theta / n, earth.latOfT(Math.pow(rho / f, 1 / n)));
    }
}
