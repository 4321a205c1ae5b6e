package dev.shoal.qc.manual;

/**
 * The samples of a window that may still be its least or its greatest value, oldest first; adding and dropping cost
 * constant time on average, and memory is that of the window.
 */
final class MonotoneQueue {

    private final int sign;
    private long[] positions = new long[16];
    private double[] values = new double[16];
    private int head;
    private int tail;

    private MonotoneQueue(int sign) {
        this.sign = sign;
    }

    static MonotoneQueue ofLeast() {
        return new MonotoneQueue(1);
    }

    static MonotoneQueue ofGreatest() {
        return new MonotoneQueue(-1);
    }

    boolean isEmpty() {
        return head == tail;
    }

    void clear() {
        head = tail;
    }

    /** Returns the position of the extreme value; the queue must not be empty. */
    long position() {
        return positions[head & (positions.length - 1)];
    }

    /** Returns the extreme value; the queue must not be empty. */
    double value() {
        return values[head & (values.length - 1)];
    }

    void add(long position, double value) {
        while (head != tail && sign * values[(tail - 1) & (values.length - 1)] >= sign * value) {
            tail--;
        }
        if (tail - head == positions.length) {
            grow();
        }
        positions[tail & (positions.length - 1)] = position;
        values[tail++ & (values.length - 1)] = value;
    }

    void dropBefore(long position) {
        while (head != tail && position() < position) {
            head++;
        }
    }

    private void grow() {
        long[] morePositions = new long[positions.length * 2];
        double[] moreValues = new double[values.length * 2];
        for (int i = head; i != tail; i++) {
            morePositions[i - head] = positions[i & (positions.length - 1)];
            moreValues[i - head] = values[i & (values.length - 1)];
        }
        tail -= head;
        head = 0;
        positions = morePositions;
        values = moreValues;
    }
}
