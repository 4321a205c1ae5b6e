package dev.shoal.qc.window;

/**
 * A queue of positions that may yet be the smallest or largest of a window: the ends of a monotonic queue, which its
 * owner keeps monotonic.
 *
 * <p>Positions are added and dropped at the back and dropped at the front, each in constant time. The queue grows with
 * the most positions it has held at once.
 */
public final class Extremes {

    private static final int SMALLEST = 16;

    private int[] ring = new int[SMALLEST];
    private int mask = SMALLEST - 1;
    private int head;
    private int tail;

    /** Tells whether the queue holds no position. */
    public boolean isEmpty() {
        return head == tail;
    }

    /** Drops all positions. */
    public void clear() {
        head = tail;
    }

    /** Returns the position at the front; of no meaning where the queue is empty. */
    public int first() {
        return ring[head & mask];
    }

    /** Returns the position at the back; of no meaning where the queue is empty. */
    public int last() {
        return ring[(tail - 1) & mask];
    }

    /** Adds a position at the back; it must be larger than all before it. */
    public void add(int position) {
        if (tail - head > mask) {
            grow();
        }
        ring[tail++ & mask] = position;
    }

    /** Drops the position at the back; the queue must not be empty. */
    public void dropLast() {
        tail--;
    }

    /** Drops all positions smaller than this from the front. */
    public void dropBefore(int position) {
        while (head != tail && ring[head & mask] < position) {
            head++;
        }
    }

    private void grow() {
        int size = tail - head;
        int[] larger = new int[2 * ring.length];
        for (int i = 0; i < size; i++) {
            larger[i] = ring[(head + i) & mask];
        }
        ring = larger;
        mask = larger.length - 1;
        head = 0;
        tail = size;
    }
}
