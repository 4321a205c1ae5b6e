package dev.shoal.qc.window;

/**
 * The samples of a window in order of value, each reached by its rank: a treap (Seidel and Aragon 1996) in arrays of
 * the window's length. Adding and taking a sample cost a logarithm of the window on average.
 *
 * <p>A sample is known by its slot, its position modulo the window's length. Ties are kept in the order of slots.
 */
final class RankTree {

    private static final int NONE = 0;

    private final double[] value;
    private final int[] left;
    private final int[] right;
    private final int[] count;
    private int root = NONE;

    RankTree(int slots) {
        this.value = new double[slots + 1];
        this.left = new int[slots + 1];
        this.right = new int[slots + 1];
        this.count = new int[slots + 1];
    }

    int size() {
        return count[root];
    }

    void add(int slot, double number) {
        int node = slot + 1;
        value[node] = number;
        left[node] = NONE;
        right[node] = NONE;
        count[node] = 1;
        root = add(root, node);
    }

    void take(int slot) {
        root = take(root, slot + 1);
    }

    /** Returns the slot of the smallest; there must be one. */
    int first() {
        int node = root;
        while (left[node] != NONE) {
            node = left[node];
        }
        return node - 1;
    }

    /** Returns the slot of the largest; there must be one. */
    int last() {
        int node = root;
        while (right[node] != NONE) {
            node = right[node];
        }
        return node - 1;
    }

    double valueAt(int slot) {
        return value[slot + 1];
    }

    /**
     * Returns one of the distances of all samples of two trees from a number between them, by rank, in one walk down
     * both.
     *
     * @param below samples no larger than {@code middle}
     * @param above samples no smaller than {@code middle}
     * @param rank 0 for the smallest distance; below the number of samples
     */
    static double distance(RankTree below, RankTree above, double middle, int rank) {
        int low = below.root;
        int high = above.root;
        int nth = rank;
        while (low != NONE && high != NONE) {
            double fromLow = middle - below.value[low];
            double fromHigh = above.value[high] - middle;
            int nearerLow = below.count[below.right[low]];
            int nearerHigh = above.count[above.left[high]];
            boolean inNearer = nth <= nearerLow + nearerHigh;
            if (fromLow <= fromHigh) {
                high = inNearer ? above.left[high] : high;
                nth -= inNearer ? 0 : nearerLow + 1;
                low = inNearer ? low : below.left[low];
            } else {
                low = inNearer ? below.right[low] : low;
                nth -= inNearer ? 0 : nearerHigh + 1;
                high = inNearer ? high : above.right[high];
            }
        }
        return low == NONE
                ? above.valueOfRank(high, nth) - middle
                : middle - below.valueOfRank(low, below.count[low] - 1 - nth);
    }

    private double valueOfRank(int from, int rank) {
        int node = from;
        int ranksLeft = rank;
        while (ranksLeft != count[left[node]]) {
            boolean smaller = ranksLeft < count[left[node]];
            ranksLeft -= smaller ? 0 : count[left[node]] + 1;
            node = smaller ? left[node] : right[node];
        }
        return value[node];
    }

    private int add(int under, int node) {
        if (under == NONE || isHigher(node, under)) {
            split(under, node);
            count(node);
            return node;
        }
        if (isBefore(node, under)) {
            left[under] = add(left[under], node);
        } else {
            right[under] = add(right[under], node);
        }
        count[under]++;
        return under;
    }

    /** Hangs what lies before a node on its left, and the rest on its right. */
    private void split(int under, int node) {
        int before = node;
        int after = node;
        left[node] = NONE;
        right[node] = NONE;
        splitUnder(under, node, before, after);
    }

    private void splitUnder(int under, int node, int before, int after) {
        if (under == NONE) {
            return;
        }
        if (isBefore(under, node)) {
            int rest = right[under];
            hangBefore(before, under, node);
            right[under] = NONE;
            splitUnder(rest, node, under, after);
        } else {
            int rest = left[under];
            hangAfter(after, under, node);
            left[under] = NONE;
            splitUnder(rest, node, before, under);
        }
        count(under);
    }

    private void hangBefore(int parent, int child, int node) {
        if (parent == node) {
            left[node] = child;
        } else {
            right[parent] = child;
        }
    }

    private void hangAfter(int parent, int child, int node) {
        if (parent == node) {
            right[node] = child;
        } else {
            left[parent] = child;
        }
    }

    private int take(int under, int node) {
        if (under == node) {
            return merge(left[node], right[node]);
        }
        if (isBefore(node, under)) {
            left[under] = take(left[under], node);
        } else {
            right[under] = take(right[under], node);
        }
        count[under]--;
        return under;
    }

    private int merge(int before, int after) {
        if (before == NONE || after == NONE) {
            return before + after;
        }
        if (isHigher(before, after)) {
            right[before] = merge(right[before], after);
            count(before);
            return before;
        }
        left[after] = merge(before, left[after]);
        count(after);
        return after;
    }

    private void count(int node) {
        count[node] = count[left[node]] + count[right[node]] + 1;
    }

    private boolean isBefore(int node, int other) {
        return value[node] < value[other] || (value[node] == value[other] && node < other);
    }

    /** Tells which of two nodes stands nearer the root: by numbers as good as random, the same in every run. */
    private static boolean isHigher(int node, int other) {
        return mixed(node) > mixed(other);
    }

    private static int mixed(int node) {
        int mixed = (node ^ (node >>> 16)) * 0x85EBCA6B;
        mixed = (mixed ^ (mixed >>> 13)) * 0xC2B2AE35;
        return mixed ^ (mixed >>> 16);
    }
}
