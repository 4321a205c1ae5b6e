package dev.shoal.qc.manual;

import dev.shoal.qc.flag.QcFlag;

/**
 * Flags values at the end of a layer in which nothing changed: the flat line test along depth.
 *
 * <p>A sample is flagged where the samples before it, as far back as a layer is thick, lie closer together than the
 * tolerance; missing ones among them do not count. Constant time a sample on average; memory is that of the layer. One
 * instance serves one profile.
 */
public final class FlatLayer {

    private final double tolerance;
    private final long suspect;
    private final long fail;
    private final ProfilePath path = new ProfilePath();
    private final MonotoneQueue least = MonotoneQueue.ofLeast();
    private final MonotoneQueue greatest = MonotoneQueue.ofGreatest();
    private final PlaceQueue places = new PlaceQueue();
    private long position;

    /**
     * Starts before the first sample.
     *
     * @param suspect thickness, metres or decibars, from which on the last sample of a flat layer is
     *     {@link QcFlag#SUSPECT}
     * @param fail thickness, metres or decibars, from which on it is {@link QcFlag#FAIL}
     * @param tolerance range of values, in their unit, below which they are taken as unchanged; above 0
     */
    public FlatLayer(double suspect, double fail, double tolerance) {
        if (!(suspect > 0) || !(fail > 0) || !(tolerance > 0)) {
            throw new IllegalArgumentException("Cannot look for flat layers: found thicknesses of " + suspect + " and "
                    + fail + " m and a tolerance of " + tolerance + ", expected all above 0.");
        }
        this.suspect = ProfilePath.micrometres(suspect);
        this.fail = ProfilePath.micrometres(fail);
        this.tolerance = tolerance;
    }

    /**
     * Returns the flag of the next sample; {@link QcFlag#UNKNOWN} where its depth is missing.
     *
     * @param depth metres or decibars
     * @param value of the sample
     */
    public byte next(double depth, double value) {
        long place = path.next(depth);
        if (!Double.isFinite(value)) {
            return QcFlag.MISSING;
        }
        if (place == Long.MIN_VALUE) {
            return QcFlag.UNKNOWN;
        }
        least.add(position, value);
        greatest.add(position, value);
        places.add(place);
        position++;
        while (!(greatest.value() - least.value() < tolerance)) {
            long start = Math.min(greatest.position(), least.position()) + 1;
            least.dropBefore(start);
            greatest.dropBefore(start);
            places.dropBefore(start);
        }
        long thickness = place - places.first();
        if (thickness >= fail) {
            return QcFlag.FAIL;
        }
        return thickness >= suspect ? QcFlag.SUSPECT : QcFlag.GOOD;
    }

    /** The places of the samples of the layer, oldest first, found by position. */
    private static final class PlaceQueue {

        private long[] ring = new long[16];
        private long head;
        private long tail;

        long first() {
            return ring[(int) (head & (ring.length - 1))];
        }

        void dropBefore(long position) {
            head = Math.max(head, position);
        }

        void add(long place) {
            if (tail - head == ring.length) {
                long[] more = new long[ring.length * 2];
                for (long i = head; i < tail; i++) {
                    more[(int) (i & (more.length - 1))] = ring[(int) (i & (ring.length - 1))];
                }
                ring = more;
            }
            ring[(int) (tail++ & (ring.length - 1))] = place;
        }
    }
}
