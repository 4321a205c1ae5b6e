package dev.shoal.regrid;

import java.util.Arrays;

/**
 * Boxes in space, four by four in larger ones up to one, for finding those that hold a point ({@link Holding}) or lie
 * near it ({@link Nearest}). Immutable, and safe to share between threads.
 *
 * <p>Box {@code k} holds the boxes {@code 4 k + 1} to {@code 4 k + 4}; the leaves are the last ones. A box is its
 * middle and half of its lengths, which are rounded up by so much that arithmetic in floats never takes a point for
 * outside that lies inside, nor for farther away than it is.
 */
final class BoxTree {
    private static final int NUMBERS = 6;
    private static final int FAN = 4;
    private static final float ROUNDING = 1e-6f;

    private final int boxes;
    private final int firstLeaf;
    private final float[] box;

    /** Builds the tree; leaves that follow each other had better lie near each other. */
    BoxTree(Leaves leaves) {
        int inner = 0;
        int width = 1;
        while (width < leaves.count()) {
            inner += width;
            width = Math.multiplyExact(width, FAN);
        }
        firstLeaf = inner;
        boxes = inner + leaves.count();
        box = new float[Math.multiplyExact(NUMBERS, boxes)];
        Arrays.fill(box, 0, NUMBERS * inner, Float.POSITIVE_INFINITY);
        for (int k = 0; k < inner; k++) {
            Arrays.fill(box, NUMBERS * k + 3, NUMBERS * k + NUMBERS, Float.NEGATIVE_INFINITY);
        }
        System.arraycopy(leaves.bound, 0, box, NUMBERS * inner, leaves.bound.length);
        for (int k = boxes - 1; k > 0; k--) {
            stretch((k - 1) / FAN, k);
        }
        for (int k = 0; k < boxes; k++) {
            centre(k);
        }
    }

    private void stretch(int outer, int inner) {
        for (int along = 0; along < 3; along++) {
            int least = NUMBERS * outer + along;
            box[least] = Math.min(box[least], box[NUMBERS * inner + along]);
            box[least + 3] = Math.max(box[least + 3], box[NUMBERS * inner + along + 3]);
        }
    }

    private void centre(int which) {
        for (int along = 0; along < 3; along++) {
            int at = NUMBERS * which + along;
            boolean empty = box[at] > box[at + 3];
            float middle = empty ? 0 : 0.5f * (box[at] + box[at + 3]);
            box[at + 3] = empty ? Float.NEGATIVE_INFINITY : Math.max(middle - box[at], box[at + 3] - middle) + ROUNDING;
            box[at] = middle;
        }
    }

    /** The bounds of the innermost boxes. Different ones may be stretched in different threads. */
    static final class Leaves {
        private final float[] bound;

        /** Makes boxes that hold nothing. */
        Leaves(int count) {
            bound = new float[Math.multiplyExact(NUMBERS, count)];
            for (int i = 0; i < bound.length; i++) {
                bound[i] = i % NUMBERS < 3 ? Float.POSITIVE_INFINITY : Float.NEGATIVE_INFINITY;
            }
        }

        int count() {
            return bound.length / NUMBERS;
        }

        /**
         * Stretches a box so that it holds a point and everything up to {@code margin} away from it.
         *
         * @param unit x, y and z of one point after the other
         */
        void stretch(int leaf, double[] unit, int point, double margin) {
            for (int along = 0; along < 3; along++) {
                int least = NUMBERS * leaf + along;
                double value = unit[3 * point + along];
                bound[least] = Math.min(bound[least], (float) (value - margin));
                bound[least + 3] = Math.max(bound[least + 3], (float) (value + margin));
            }
        }
    }

    /** Goes through the leaves that hold a point. For one thread. */
    final class Holding {
        private int[] waiting = new int[64];
        private int depth;
        private float x;
        private float y;
        private float z;

        /** Starts at a point. */
        void start(double atX, double atY, double atZ) {
            x = (float) atX;
            y = (float) atY;
            z = (float) atZ;
            depth = 0;
            if (boxes > 0) {
                waiting[depth++] = 0;
            }
        }

        /** Returns the next leaf that holds the point, in any order; -1 after the last. */
        int next() {
            while (depth > 0) {
                int at = waiting[--depth];
                if (at >= firstLeaf) {
                    return at - firstLeaf;
                }
                push(FAN * at + 1, Math.min(boxes, FAN * at + 1 + FAN));
            }
            return -1;
        }

        private void push(int from, int end) {
            if (depth + FAN > waiting.length) {
                waiting = Arrays.copyOf(waiting, 2 * waiting.length);
            }
            for (int k = from; k < end; k++) {
                int at = NUMBERS * k;
                if (Math.abs(x - box[at]) <= box[at + 3]
                        && Math.abs(y - box[at + 1]) <= box[at + 4]
                        && Math.abs(z - box[at + 2]) <= box[at + 5]) {
                    waiting[depth++] = k;
                }
            }
        }
    }

    /** Goes through the leaves near a point, the nearer the sooner. For one thread. */
    final class Nearest {
        private int[] waiting = new int[64];
        private float[] waiting2 = new float[64];
        private int depth;
        private float x;
        private float y;
        private float z;

        /** Starts at a point. */
        void start(double atX, double atY, double atZ) {
            x = (float) atX;
            y = (float) atY;
            z = (float) atZ;
            depth = 0;
            if (boxes > 0) {
                waiting2[depth] = 0;
                waiting[depth++] = 0;
            }
        }

        /** Returns the next leaf up to a squared distance away, which may have shrunk; -1 after the last. */
        int next(float limit2) {
            while (depth > 0) {
                depth--;
                if (waiting2[depth] <= limit2) {
                    int at = waiting[depth];
                    if (at >= firstLeaf) {
                        return at - firstLeaf;
                    }
                    push(FAN * at + 1, Math.min(boxes, FAN * at + 1 + FAN), limit2);
                }
            }
            return -1;
        }

        /** Puts boxes on the pile, the nearest on top. */
        private void push(int from, int end, float limit2) {
            if (depth + FAN > waiting.length) {
                waiting = Arrays.copyOf(waiting, 2 * waiting.length);
                waiting2 = Arrays.copyOf(waiting2, waiting.length);
            }
            int bottom = depth;
            for (int k = from; k < end; k++) {
                float distance2 = distance2(NUMBERS * k);
                if (distance2 <= limit2) {
                    int place = depth++;
                    while (place > bottom && waiting2[place - 1] < distance2) {
                        waiting[place] = waiting[place - 1];
                        waiting2[place] = waiting2[place - 1];
                        place--;
                    }
                    waiting[place] = k;
                    waiting2[place] = distance2;
                }
            }
        }

        /** Returns no more than the squared distance of any point in a box. */
        private float distance2(int at) {
            float dx = Math.abs(x - box[at]) - box[at + 3];
            float dy = Math.abs(y - box[at + 1]) - box[at + 4];
            float dz = Math.abs(z - box[at + 2]) - box[at + 5];
            // What is below 0 becomes 0.
            dx += Math.abs(dx);
            dy += Math.abs(dy);
            dz += Math.abs(dz);
            return 0.25f * (dx * dx + dy * dy + dz * dz);
        }
    }
}
