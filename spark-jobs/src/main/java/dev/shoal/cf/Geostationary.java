package dev.shoal.cf;

/**
 * The disc that a geostationary imager sees (GOES-R Product Definition and Users' Guide, volume 3, section 5.1.2.8;
 * CGMS 03, section 4.4.3).
 *
 * @param earth figure
 * @param lon0 longitude under the satellite, radians
 * @param height of the satellite above the equator, metres
 * @param sweepsX whether the inner gimbal turns about the axis of x (GOES), or else about that of y (Meteosat)
 */
record Geostationary(Ellipsoid earth, double lon0, double height, boolean sweepsX) implements Projection {

    @Override
    public Plane plane() {
        return Plane.RADIANS;
    }

    @Override
    public double[] lonLat(double x, double y) {
        double forward = Math.cos(x) * Math.cos(y);
        double right = sweepsX ? Math.sin(x) : Math.sin(x) * Math.cos(y);
        double up = sweepsX ? Math.cos(x) * Math.sin(y) : Math.sin(y);
        double flat = 1 / (1 - earth.e2());
        double distance = height + earth.a();
        double a = forward * forward + right * right + flat * up * up;
        double b = -2 * distance * forward;
        double c = distance * distance - earth.a() * earth.a();
        double root = b * b - 4 * a * c;
        if (!(root >= 0)) {
            return new double[] {Double.NaN, Double.NaN};
        }
        double ray = (-b - Math.sqrt(root)) / (2 * a);
        double outward = distance - ray * forward;
        double east = ray * right;
        double lat = Math.atan(flat * ray * up / Math.hypot(outward, east));
        return Projection.degrees(lon0 + Math.atan2(east, outward), lat);
    }
}
