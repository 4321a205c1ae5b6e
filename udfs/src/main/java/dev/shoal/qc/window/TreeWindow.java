package dev.shoal.qc.window;

/**
 * Values in two trees, those no larger than the median and those no smaller: a value costs a logarithm of the window.
 */
final class TreeWindow implements RankedWindow {

    private final RankTree below;
    private final RankTree above;
    private final boolean[] isBelow;

    TreeWindow(int slots) {
        this.below = new RankTree(slots);
        this.above = new RankTree(slots);
        this.isBelow = new boolean[slots];
    }

    @Override
    public void add(int slot, double value) {
        isBelow[slot] = above.size() == 0 || value < above.valueAt(above.first());
        (isBelow[slot] ? below : above).add(slot, value);
        balance();
    }

    @Override
    public void take(int slot, double value) {
        (isBelow[slot] ? below : above).take(slot);
        balance();
    }

    /** Leaves as many below as above, or one more below. */
    private void balance() {
        while (below.size() > above.size() + 1) {
            int slot = below.last();
            above.add(slot, below.valueAt(slot));
            below.take(slot);
            isBelow[slot] = false;
        }
        while (above.size() > below.size()) {
            int slot = above.first();
            below.add(slot, above.valueAt(slot));
            above.take(slot);
            isBelow[slot] = true;
        }
    }

    @Override
    public int size() {
        return below.size() + above.size();
    }

    @Override
    public double median() {
        double lower = below.valueAt(below.last());
        return size() % 2 == 1 ? lower : RankedWindow.mean(lower, above.valueAt(above.first()));
    }

    @Override
    public double medianDistance(double median) {
        double upper = RankTree.distance(below, above, median, size() / 2);
        return size() % 2 == 1
                ? upper
                : RankedWindow.mean(RankTree.distance(below, above, median, size() / 2 - 1), upper);
    }
}
