package dev.shoal.regrid;

/**
 * Finds the nearest points of a {@link PointTree}: one after the other by distance, those as near, to a float's
 * precision, by number. For one thread; holds the last answer, from which the next search starts, so that places that
 * follow each other are found quickly. What is found does not depend on that.
 */
final class PointSearch {
    private final PointTree tree;
    private final BoxTree.Nearest boxes;
    private double x;
    private double y;
    private double z;
    private final int[] place;
    private final float[] distance2;
    private int count;
    private float limit2;
    private float beyond2;

    /** Makes a search for up to {@code most} points. */
    PointSearch(PointTree tree, int most) {
        this.tree = tree;
        this.boxes = tree.boxes().new Nearest();
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
    int find(double atX, double atY, double atZ, double within2) {
        return find(atX, atY, atZ, -1, firstLimit2(atX, atY, atZ, (float) within2));
    }

    /** Finds the nearest points to a place that do not lie in that place itself; returns how many there are. */
    int findElsewhere(double atX, double atY, double atZ) {
        return find(atX, atY, atZ, 0, Float.MAX_VALUE);
    }

    /** Returns the number of the point found that has this rank, the nearest first. */
    int point(int rank) {
        return tree.point(place[rank]);
    }

    /** Returns the squared distance of the point found that has this rank. */
    float distance2(int rank) {
        return distance2[rank];
    }

    private int find(double atX, double atY, double atZ, float nothingUpTo2, float from2) {
        x = atX;
        y = atY;
        z = atZ;
        beyond2 = nothingUpTo2;
        limit2 = from2;
        count = 0;
        boxes.start(x, y, z);
        for (int leaf = boxes.next(limit2); leaf >= 0; leaf = boxes.next(limit2)) {
            for (int place = tree.start(leaf); place < tree.end(leaf); place++) {
                consider(place);
            }
        }
        return count;
    }

    /** Of the points beside the last answer, as many as are looked for are no farther than this. */
    private float firstLimit2(double atX, double atY, double atZ, float within2) {
        if (count < place.length || count == 0) {
            return within2;
        }
        if (count == 1) {
            float nearest2 = within2;
            int leaf = tree.leaf(place[0]);
            for (int each = tree.start(leaf); each < tree.end(leaf); each++) {
                nearest2 = Math.min(nearest2, tree.distance2(each, atX, atY, atZ));
            }
            return nearest2;
        }
        float farthest2 = 0;
        for (int i = 0; i < count; i++) {
            farthest2 = Math.max(farthest2, tree.distance2(place[i], atX, atY, atZ));
        }
        return Math.min(within2, farthest2);
    }

    private void consider(int candidate) {
        float candidate2 = tree.distance2(candidate, x, y, z);
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
