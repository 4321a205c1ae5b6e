package dev.shoal.cf;

/**
 * Latitude and longitude about another pole.
 *
 * @param poleLon longitude of the grid's north pole, radians
 * @param poleLat latitude of the grid's north pole, radians
 * @param gridLon longitude of the true north pole in the grid, degrees
 */
record RotatedPole(double poleLon, double poleLat, double gridLon) implements Projection {

    @Override
    public Plane plane() {
        return Plane.DEGREES;
    }

    @Override
    public double[] lonLat(double x, double y) {
        double lon = Math.toRadians(x - gridLon);
        double lat = Math.toRadians(y);
        double along = Math.cos(lat) * Math.cos(lon);
        double across = Math.cos(lat) * Math.sin(lon);
        double up = Math.cos(poleLat) * along + Math.sin(poleLat) * Math.sin(lat);
        double inward = Math.cos(poleLat) * Math.sin(lat) - Math.sin(poleLat) * along;
        double east = poleLon + Math.atan2(-across, inward);
        return Projection.degrees(east, Math.asin(Math.max(-1, Math.min(1, up))));
    }
}
