package dev.shoal.qc.place;

/**
 * Compares the geodesic steps of a track with lengths, most of them without computing a geodesic.
 *
 * <p>The straight line through the ellipsoid is a lower bound of the geodesic, and by Schur's theorem the arc over that
 * chord of the circle with the ellipsoid's greatest curvature is an upper one: for a step of 10 km they are 1 mm apart.
 * Only where the length lies between them, widened by what rounding may do, is the geodesic itself computed: every
 * decision is that of {@link Distance#geodesic}.
 *
 * <p>Holds the last place; not for several threads.
 */
public final class GeodesicSteps {

    private static final double EQUATOR = 6378137;

    private static final double FLATTENING = 1 / 298.257223563;

    private static final double SQUARED_ECCENTRICITY = FLATTENING * (2 - FLATTENING);

    /** More than the coordinates, some 6400 km in doubles, and the geodesic itself can be wrong by, metres. */
    private static final double ROUNDING = 1e-6;

    /** The longest chord whose upper bound is asked for, metres. */
    private static final double LONGEST_CHORD = 4e6;

    private final double equator;

    private final double squaredEccentricity;

    /** The smallest radius of curvature, on the ellipsoid that of the meridian at the equator, metres. */
    private final double smallestRadius;

    private double lon = Double.NaN;

    private double lat = Double.NaN;

    /** Distance from the earth's axis and height above the equator's plane, metres. */
    private double fromAxis;

    private double aboveEquator;

    private double lastLon = Double.NaN;

    private double lastLat = Double.NaN;

    private double squaredChord = Double.NaN;

    private double exact = Double.NaN;

    private GeodesicSteps(double equator, double squaredEccentricity) {
        this.equator = equator;
        this.squaredEccentricity = squaredEccentricity;
        smallestRadius = equator * (1 - squaredEccentricity);
    }

    /** Returns steps on the ellipsoid of WGS84, from nowhere. */
    public static GeodesicSteps onEllipsoid() {
        return new GeodesicSteps(EQUATOR, SQUARED_ECCENTRICITY);
    }

    /** Returns steps on the sphere of {@link Distance#SPHERE_RADIUS}, from nowhere. */
    public static GeodesicSteps onSphere() {
        return new GeodesicSteps(Distance.SPHERE_RADIUS, 0);
    }

    /** Begins again: the next place has none before it. */
    public void restart() {
        lon = Double.NaN;
        lat = Double.NaN;
        squaredChord = Double.NaN;
    }

    /**
     * Steps to the next place.
     *
     * @return whether there is a step: this place and the one before it are places on the earth
     */
    public boolean stepTo(double nextLon, double nextLat) {
        lastLon = lon;
        lastLat = lat;
        double lastFromAxis = fromAxis;
        double lastAboveEquator = aboveEquator;
        lon = nextLon;
        lat = nextLat;
        exact = Double.NaN;
        double sine = SineCosine.sine(lat);
        double cosine = SineCosine.cosine(lat);
        double normal = equator * inverseRoot(squaredEccentricity * sine * sine);
        fromAxis = normal * cosine;
        aboveEquator = normal * (1 - squaredEccentricity) * sine;
        double aside = SineCosine.sine(halfTurn(lon - lastLon));
        double out = fromAxis - lastFromAxis;
        double up = aboveEquator - lastAboveEquator;
        squaredChord = out * out + up * up + 4 * fromAxis * lastFromAxis * aside * aside;
        return !Double.isNaN(squaredChord) && Math.abs(lat) <= 90 && Math.abs(lastLat) <= 90;
    }

    /**
     * Tells whether the step, divided by a divisor, is greater than a limit: whether a speed is exceeded where the
     * divisor is a time.
     *
     * @param divisor above zero
     */
    public boolean exceeds(double divisor, double limit) {
        double length = limit * divisor;
        double slack = ROUNDING + Math.abs(length) * 1e-15;
        double more = length + slack;
        if (more < 0 || squaredChord > more * more) {
            return true;
        }
        double less = length - slack;
        if (less > 0 && squaredChord < less * less && squaredArc() < less * less) {
            return false;
        }
        return exact() / divisor > limit;
    }

    /** Returns the length of the step itself, metres. */
    public double exact() {
        if (Double.isNaN(exact)) {
            exact = squaredEccentricity == 0
                    ? Distance.greatCircle(lastLon, lastLat, lon, lat)
                    : Distance.geodesic(lastLon, lastLat, lon, lat);
        }
        return exact;
    }

    /** Half of a difference of longitudes, from -90 to 90 degrees. */
    private static double halfTurn(double difference) {
        if (Math.abs(difference) <= 180) {
            return difference / 2;
        }
        return Math.IEEEremainder(difference, 360) / 2;
    }

    /**
     * The square of the arc over the chord of the smallest circle: the series of the arc sine to the seventh power, and
     * a little more than the rest.
     */
    private double squaredArc() {
        if (!(squaredChord <= LONGEST_CHORD * LONGEST_CHORD)) {
            return Double.POSITIVE_INFINITY;
        }
        double square = squaredChord / (4 * smallestRadius * smallestRadius);
        double growth = 1 + square * (1 / 6.0 + square * (3 / 40.0 + square * (15 / 336.0 + square * 0.04)));
        return squaredChord * growth * growth;
    }

    /**
     * Returns 1 / sqrt(1 - q) for q up to the ellipsoid's squared eccentricity, by its series: the rest is below 2e-16.
     */
    private static double inverseRoot(double q) {
        double series = 231 / 1024.0;
        series = series * q + 63 / 256.0;
        series = series * q + 35 / 128.0;
        series = series * q + 5 / 16.0;
        series = series * q + 3 / 8.0;
        series = series * q + 1 / 2.0;
        return 1 + series * q;
    }
}
