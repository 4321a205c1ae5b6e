package dev.shoal.qc.window;

import java.util.Arrays;

/**
 * A binary heap of positions of a series by the values there, from which any position can be taken.
 *
 * <p>Adding and taking cost a logarithm of the size. Positions held at once must lie closer together than the span.
 */
final class PositionHeap {

    private static final int ABSENT = -1;

    private final double[] values;
    private final double sign;
    private int[] heap = new int[16];
    private int size;
    private int[] places = new int[16];

    /** Makes an empty heap whose top is the smallest value, or with a sign of -1 the largest. */
    PositionHeap(double[] values, double sign) {
        this.values = values;
        this.sign = sign;
        Arrays.fill(places, ABSENT);
    }

    int size() {
        return size;
    }

    int top() {
        return heap[0];
    }

    double topValue() {
        return values[heap[0]];
    }

    /** Makes room for positions that lie less than this apart. */
    void span(int span) {
        if (span > places.length) {
            places = new int[2 * Integer.highestOneBit(span)];
            Arrays.fill(places, ABSENT);
            for (int place = 0; place < size; place++) {
                put(place, heap[place]);
            }
        }
    }

    void add(int position) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, 2 * size);
        }
        rise(size++, position);
    }

    /** Takes a position out and tells whether it was there. */
    boolean take(int position) {
        int place = places[position & (places.length - 1)];
        if (place == ABSENT) {
            return false;
        }
        places[position & (places.length - 1)] = ABSENT;
        int last = heap[--size];
        if (last != position) {
            if (place > 0 && isBefore(last, heap[(place - 1) / 2])) {
                rise(place, last);
            } else {
                sink(place, last);
            }
        }
        return true;
    }

    private void rise(int from, int position) {
        int place = from;
        while (place > 0 && isBefore(position, heap[(place - 1) / 2])) {
            put(place, heap[(place - 1) / 2]);
            place = (place - 1) / 2;
        }
        put(place, position);
    }

    private void sink(int from, int position) {
        int place = from;
        int child = 2 * place + 1;
        while (child < size) {
            if (child + 1 < size && isBefore(heap[child + 1], heap[child])) {
                child++;
            }
            if (!isBefore(heap[child], position)) {
                break;
            }
            put(place, heap[child]);
            place = child;
            child = 2 * place + 1;
        }
        put(place, position);
    }

    private boolean isBefore(int a, int b) {
        return sign * values[a] < sign * values[b];
    }

    private void put(int place, int position) {
        heap[place] = position;
        places[position & (places.length - 1)] = place;
    }
}
