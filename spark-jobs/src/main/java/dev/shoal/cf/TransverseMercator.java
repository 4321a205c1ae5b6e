package dev.shoal.cf;

/**
 * Transverse Mercator, by Krüger's series to the third power of the third flattening (Karney, Transverse Mercator with
 * an accuracy of a few nanometers, 2011, equations 11 to 36): better than a millimetre within 40 degrees of the
 * meridian.
 *
 * @param earth figure
 * @param lon0 central meridian, radians
 * @param lat0 of the origin, radians
 * @param k0 scale on the central meridian
 */
record TransverseMercator(Ellipsoid earth, double lon0, double lat0, double k0) implements Projection {

    @Override
    public Plane plane() {
        return Plane.METRES;
    }

    @Override
    public double[] lonLat(double x, double y) {
        double n = thirdFlattening();
        double n2 = n * n;
        double n3 = n2 * n;
        double[] beta = {n / 2 - 2 * n2 / 3 + 37 * n3 / 96, n2 / 48 + n3 / 15, 17 * n3 / 480};
        double radius = k0 * earth.a() / (1 + n) * (1 + n2 / 4 + n2 * n2 / 64);
        double xi = y / radius + originXi();
        double eta = x / radius;
        double xi1 = xi;
        double eta1 = eta;
        for (int j = 1; j <= beta.length; j++) {
            xi1 -= beta[j - 1] * Math.sin(2 * j * xi) * Math.cosh(2 * j * eta);
            eta1 -= beta[j - 1] * Math.cos(2 * j * xi) * Math.sinh(2 * j * eta);
        }
        double conformal = Math.asin(Math.sin(xi1) / Math.cosh(eta1));
        double lat = earth.latOfT(Math.tan(Math.PI / 4 - conformal / 2));
        return Projection.degrees(lon0 + Math.atan2(Math.sinh(eta1), Math.cos(xi1)), lat);
    }

    private double thirdFlattening() {
        double b = Math.sqrt(1 - earth.e2());
        return (1 - b) / (1 + b);
    }

    private double originXi() {
        double n = thirdFlattening();
        double n2 = n * n;
        double n3 = n2 * n;
        double[] alpha = {n / 2 - 2 * n2 / 3 + 5 * n3 / 16, 13 * n2 / 48 - 3 * n3 / 5, 61 * n3 / 240};
        double conformal = Math.PI / 2 - 2 * Math.atan(earth.t(lat0));
        double xi = conformal;
        for (int j = 1; j <= alpha.length; j++) {
            xi += alpha[j - 1] * Math.sin(2 * j * conformal);
        }
        return xi;
    }
}
