package dev.shoal.regrid;

/**
 * Finds the nearest points of a {@link PointTree}: one after the other by distance, those as near, to a float's
 * precision, by number. For one thread; holds the last answer, from which the next search starts, so that places that
 * follow each other are found quickly. What is found does not depend on that.
 */
final class PointSearch {
    private final PointTree tree;
    private final double[] at = new double[3];
    private final int[] place;
    private final float[] distance2;
    private int count;
    private float limit2;
    private float beyond2;

    /** Makes a search for up to {@code most} points. */
    PointSearch(PointTree tree, int most) {
        this.tree = tree;
        int found = Math.min(most, tree.size());
        this.place = new int[found];
        this.distance2 = new float[found];
    }

    /**
     * Finds the nearest points to a place.
     *
     * @param within2 squared distance beyond which none is looked for
     * @return how many were found
     */
    int find(double x, double y, double z, double within2) {
        return find(x, y, z, -1, firstLimit2(x, y, z, (float) within2));
    }

    /** Finds the nearest points to a place that do not lie in that place itself; returns how many there are. */
    int findElsewhere(double x, double y, double z) {
        return find(x, y, z, 0, Float.MAX_VALUE);
    }

    /** Returns the number of the point found that has this rank, the nearest first. */
    int point(int rank) {
        return tree.point(place[rank]);
    }

    /** Returns the squared distance of the point found that has this rank. */
    float distance2(int rank) {
        return distance2[rank];
    }

    private int find(double x, double y, double z, float nothingUpTo2, float from2) {
        at[0] = x;
        at[1] = y;
        at[2] = z;
        beyond2 = nothingUpTo2;
        limit2 = from2;
        count = 0;
        search(0, tree.size());
        return count;
    }

    /** The points of the last answer are no nearer than this, so neither are the nearest ones. */
    private float firstLimit2(double x, double y, double z, float within2) {
        if (count < place.length) {
            return within2;
        }
        float farthest2 = 0;
        for (int i = 0; i < count; i++) {
            farthest2 = Math.max(farthest2, tree.distance2(place[i], x, y, z));
        }
        return Math.min(within2, farthest2);
    }

    private void search(int first, int last) {
        int start = first;
        int end = last;
        while (end - start > PointTree.LEAF) {
            int middle = (start + end) >>> 1;
            int along = tree.axis(middle);
            double aside = at[along] - tree.coordinate(middle, along);
            boolean before = aside <= 0;
            search(before ? start : middle + 1, before ? middle : end);
            // Rounding keeps order, so no point behind the plane is nearer than the plane's own rounded distance.
            if ((float) (aside * aside) > limit2) {
                return;
            }
            consider(middle);
            start = before ? middle + 1 : start;
            end = before ? end : middle;
        }
        for (int i = start; i < end; i++) {
            consider(i);
        }
    }

    private void consider(int candidate) {
        float candidate2 = tree.distance2(candidate, at[0], at[1], at[2]);
        if (candidate2 <= limit2 && candidate2 > beyond2) {
            insert(candidate, candidate2);
        }
    }

    private void insert(int candidate, float candidate2) {
        int number = tree.point(candidate);
        int rank = count;
        while (rank > 0 && isBefore(candidate2, number, rank - 1)) {
            rank--;
        }
        if (rank == place.length) {
            return;
        }
        int moved = Math.min(count, place.length - 1) - rank;
        System.arraycopy(place, rank, place, rank + 1, moved);
        System.arraycopy(distance2, rank, distance2, rank + 1, moved);
        place[rank] = candidate;
        distance2[rank] = candidate2;
        count = Math.min(count + 1, place.length);
        if (count == place.length) {
            limit2 = Math.min(limit2, distance2[count - 1]);
        }
    }

    private boolean isBefore(float candidate2, int number, int rank) {
        return candidate2 < distance2[rank] || (candidate2 == distance2[rank] && number < tree.point(place[rank]));
    }
}
