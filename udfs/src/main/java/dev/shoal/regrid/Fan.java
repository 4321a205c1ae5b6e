package dev.shoal.regrid;

/** The triangles around a node by their other two corners, counterclockwise, to be gone through one after the other. */
final class Fan {
    private final int[] from;
    private final int[] to;
    private final boolean[] taken;
    private int size;

    Fan(int room) {
        from = new int[room];
        to = new int[room];
        taken = new boolean[room];
    }

    /** Adds a triangle; one that leads on from the same corner as another is a repetition and left out. */
    void add(int start, int end) {
        for (int k = 0; k < size; k++) {
            if (from[k] == start) {
                return;
            }
        }
        from[size] = start;
        to[size++] = end;
    }

    int from(int triangle) {
        return from[triangle];
    }

    int to(int triangle) {
        return to[triangle];
    }

    /** Returns a triangle not taken that none leads to, else the first not taken; -1 where all are taken. */
    int nextStart() {
        int first = -1;
        for (int k = size - 1; k >= 0; k--) {
            if (!taken[k]) {
                if (isOpen(k)) {
                    return k;
                }
                first = k;
            }
        }
        return first;
    }

    /** Tells whether no triangle leads to this one. */
    boolean isOpen(int triangle) {
        for (int k = 0; k < size; k++) {
            if (to[k] == from[triangle]) {
                return false;
            }
        }
        return true;
    }

    /** Takes a triangle and returns the one that it leads to, -1 where that is taken or there is none. */
    int take(int triangle) {
        taken[triangle] = true;
        for (int k = 0; k < size; k++) {
            if (!taken[k] && from[k] == to[triangle]) {
                return k;
            }
        }
        return -1;
    }
}
