package dev.shoal.cf;

/**
 * Polar stereographic (21-33 to 21-40).
 *
 * @param earth figure
 * @param pole 1 for the north, -1 for the south
 * @param lon0 longitude straight down from the north pole, up from the south pole; radians
 * @param scale metres of the plane's radius per {@link Ellipsoid#t}
 */
record PolarStereographic(Ellipsoid earth, int pole, double lon0, double scale) implements Projection {

    static PolarStereographic ofParallel(Ellipsoid earth, int pole, double lon0, double parallel) {
        double true1 = Math.abs(parallel);
        return true1 > Math.PI / 2 - 1e-9
                ? ofScale(earth, pole, lon0, 1)
                : new PolarStereographic(earth, pole, lon0, earth.a() * earth.m(true1) / earth.t(true1));
    }

    static PolarStereographic ofScale(Ellipsoid earth, int pole, double lon0, double k0) {
        double e = earth.e();
        return new PolarStereographic(
                earth, pole, lon0, 2 * earth.a() * k0 / Math.sqrt(Math.pow(1 + e, 1 + e) * Math.pow(1 - e, 1 - e)));
    }

    @Override
    public Plane plane() {
        return Plane.METRES;
    }

    @Override
    public double[] lonLat(double x, double y) {
        double lat = earth.latOfT(Math.hypot(x, y) / scale);
        return Projection.degrees(lon0 + Math.atan2(x, -pole * y), pole * lat);
    }
}
