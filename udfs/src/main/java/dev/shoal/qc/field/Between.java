package dev.shoal.qc.field;

/** Where a place lies on an axis: between two of its nodes. Used again for every place; for one thread. */
final class Between {

    private int low;

    private int high;

    private double share;

    /** Puts the place between two nodes; {@code towards} is 0 at the first and 1 at the second. */
    void set(int first, int second, double towards) {
        low = first;
        high = second;
        share = towards;
    }

    /** Puts the place at a node. */
    void at(int node) {
        set(node, node, 0);
    }

    /** Moves the place to the nearer node; half-way between two to the first. */
    void settle() {
        at(share > 0.5 ? high : low);
    }

    int low() {
        return low;
    }

    int high() {
        return high;
    }

    /** Returns the weight of the second node. */
    double share() {
        return share;
    }
}
