package dev.shoal.regrid.vector;

/**
 * Takes eastward and northward components of points on the sphere apart into three Cartesian ones, and puts them
 * together again at other points. Between the two they may be regridded like any field: near a pole, where east and
 * north turn from one point to the next, the Cartesian components do not.
 *
 * <p>Law: taken apart and put together at the same points, components come back to within rounding. Safe to share
 * between threads.
 */
public final class SphereVectors {
    private final LocalFrame[] frames;

    /**
     * Makes ready for points.
     *
     * @param lat degrees north; NaN at holes, where all components are NaN; not changed
     * @param lon degrees east, as many; not changed
     */
    public SphereVectors(double[] lat, double[] lon) {
        if (lat.length != lon.length) {
            throw new IllegalArgumentException("Cannot make vectors at " + lat.length + " latitudes and " + lon.length
                    + " longitudes, expected as many.");
        }
        this.frames = new LocalFrame[lat.length];
        for (int point = 0; point < lat.length; point++) {
            frames[point] = LocalFrame.at(lat[point], lon[point]);
        }
    }

    /** Returns the number of points. */
    public int size() {
        return frames.length;
    }

    /**
     * Takes components apart.
     *
     * @param east of each point; NaN means missing; not changed
     * @param north of each point; where either is NaN all three become so
     * @param xyz shape {@code (3, points)}, overwritten: towards 0 N 0 E, 0 N 90 E and the North Pole
     */
    public void toCartesian(double[] east, double[] north, double[] xyz) {
        check(east.length, north.length, xyz.length);
        for (int point = 0; point < frames.length; point++) {
            LocalFrame frame = frames[point];
            boolean missing = Double.isNaN(east[point]) || Double.isNaN(north[point]);
            xyz[point] = missing ? Double.NaN : frame.x(east[point], north[point]);
            xyz[frames.length + point] = missing ? Double.NaN : frame.y(east[point], north[point]);
            xyz[2 * frames.length + point] = missing ? Double.NaN : frame.z(north[point]);
        }
    }

    /**
     * Puts components together; what points up or down is dropped.
     *
     * @param xyz shape {@code (3, points)}; not changed
     * @param east of each point, overwritten
     * @param north of each point, overwritten
     */
    public void toEastNorth(double[] xyz, double[] east, double[] north) {
        check(east.length, north.length, xyz.length);
        for (int point = 0; point < frames.length; point++) {
            double x = xyz[point];
            double y = xyz[frames.length + point];
            double z = xyz[2 * frames.length + point];
            east[point] = frames[point].east(x, y, z);
            north[point] = frames[point].north(x, y, z);
        }
    }

    private void check(int east, int north, int xyz) {
        if (east != frames.length || north != frames.length || xyz != 3L * frames.length) {
            throw new IllegalArgumentException("Cannot make vectors of " + east + " eastward, " + north
                    + " northward and " + xyz + " Cartesian components, expected " + frames.length + ", as many, and"
                    + " three times as many.");
        }
    }
}
