package dev.shoal.qc.window;

/** Values in an array that is kept in order: a value costs a copy of part of it, which for short windows is little. */
final class SortedWindow implements RankedWindow {

    private final double[] sorted;
    private int size;

    SortedWindow(int slots) {
        this.sorted = new double[slots];
    }

    @Override
    public void add(int slot, double value) {
        int place = place(value);
        System.arraycopy(sorted, place, sorted, place + 1, size - place);
        sorted[place] = value;
        size++;
    }

    @Override
    public void take(int slot, double value) {
        int place = place(value);
        size--;
        System.arraycopy(sorted, place + 1, sorted, place, size - place);
    }

    /** Returns the place of the first value that is no smaller. */
    private int place(double value) {
        int from = 0;
        int to = size;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted[middle] < value) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public double median() {
        double middle = sorted[size / 2];
        return size % 2 == 1 ? middle : RankedWindow.mean(sorted[size / 2 - 1], middle);
    }

    @Override
    public double medianDistance(double median) {
        double upper = distance(median, size / 2);
        return size % 2 == 1 ? upper : RankedWindow.mean(distance(median, size / 2 - 1), upper);
    }

    /**
     * Returns a distance by rank: the nearest values stand side by side, and the farthest of them at one end, which a
     * search by halves finds.
     */
    private double distance(double median, int rank) {
        int from = 0;
        int to = size - rank - 1;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (median - sorted[middle] > sorted[middle + rank + 1] - median) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return Math.max(median - sorted[from], sorted[from + rank] - median);
    }
}
