package dev.shoal.qc.argo;

/** Chooses a value by rank without sorting all. */
final class Selection {

    private Selection() {}

    /**
     * Returns the middle value of an odd number.
     *
     * @param values none NaN; left in another order
     */
    static double middle(double[] values) {
        int rank = values.length / 2;
        int low = 0;
        int high = values.length - 1;
        while (low < high) {
            double pivot = values[(low + high) >>> 1];
            int left = low;
            int right = high;
            while (left <= right) {
                while (values[left] < pivot) {
                    left++;
                }
                while (values[right] > pivot) {
                    right--;
                }
                if (left <= right) {
                    swap(values, left++, right--);
                }
            }
            if (rank <= right) {
                high = right;
            } else if (rank >= left) {
                low = left;
            } else {
                return values[rank];
            }
        }
        return values[rank];
    }

    private static void swap(double[] values, int a, int b) {
        double kept = values[a];
        values[a] = values[b];
        values[b] = kept;
    }
}
