package dev.shoal.regrid;

import java.util.Arrays;

/**
 * Boxes in space, and boxes around them, for finding those that hold a point. Immutable, and safe to share between
 * threads.
 */
final class BoxTree {
    /** Numbers of a box: least x, y and z, then greatest x, y and z. */
    static final int NUMBERS = 6;

    private static final int FAN = 4;
    private static final float ROUNDING = 1.2e-7f;

    private final float[][] level;

    /**
     * Builds the tree.
     *
     * @param leaves boxes one after the other; those that follow each other had better lie near each other. Taken over
     */
    BoxTree(float[] leaves) {
        int levels = 1;
        for (int boxes = leaves.length / NUMBERS; boxes > FAN; boxes = (boxes + FAN - 1) / FAN) {
            levels++;
        }
        level = new float[levels][];
        level[0] = leaves;
        for (int k = 1; k < levels; k++) {
            level[k] = around(level[k - 1]);
        }
    }

    /** Returns boxes that hold nothing. */
    static float[] empty(int boxes) {
        float[] box = new float[Math.multiplyExact(NUMBERS, boxes)];
        for (int i = 0; i < box.length; i++) {
            box[i] = i % NUMBERS < 3 ? Float.POSITIVE_INFINITY : Float.NEGATIVE_INFINITY;
        }
        return box;
    }

    /** Stretches a box of a list so that it holds a point and everything up to {@code margin} away from it. */
    static void stretch(float[] boxes, int box, double[] unit, int point, double margin) {
        for (int along = 0; along < 3; along++) {
            int least = NUMBERS * box + along;
            double value = unit[3 * point + along];
            boxes[least] = Math.min(boxes[least], (float) (value - margin) - ROUNDING);
            boxes[least + 3] = Math.max(boxes[least + 3], (float) (value + margin) + ROUNDING);
        }
    }

    private static float[] around(float[] inner) {
        int boxes = inner.length / NUMBERS;
        float[] outer = empty((boxes + FAN - 1) / FAN);
        for (int box = 0; box < boxes; box++) {
            int to = box / FAN * NUMBERS;
            for (int along = 0; along < 3; along++) {
                outer[to + along] = Math.min(outer[to + along], inner[box * NUMBERS + along]);
                outer[to + along + 3] = Math.max(outer[to + along + 3], inner[box * NUMBERS + along + 3]);
            }
        }
        return outer;
    }

    /** Goes through the boxes that hold a point. For one thread. */
    final class Search {
        private int[] waiting = new int[64];
        private byte[] waitingLevel = new byte[64];
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
            int top = level.length - 1;
            push(top, 0, level[top].length / NUMBERS);
        }

        /** Returns the next leaf whose box holds the point, in any order; -1 after the last. */
        int next() {
            while (depth > 0) {
                depth--;
                int box = waiting[depth];
                int at = waitingLevel[depth];
                if (at == 0) {
                    return box;
                }
                push(at - 1, FAN * box, Math.min(FAN * (box + 1), level[at - 1].length / NUMBERS));
            }
            return -1;
        }

        private void push(int at, int from, int end) {
            float[] boxes = level[at];
            for (int box = from; box < end; box++) {
                int first = NUMBERS * box;
                boolean holds = x >= boxes[first] && x <= boxes[first + 3] && y >= boxes[first + 1]
                        && y <= boxes[first + 4] && z >= boxes[first + 2] && z <= boxes[first + 5];
                if (holds) {
                    push(at, box);
                }
            }
        }

        private void push(int at, int box) {
            if (depth == waiting.length) {
                waiting = Arrays.copyOf(waiting, 2 * depth);
                waitingLevel = Arrays.copyOf(waitingLevel, 2 * depth);
            }
            waiting[depth] = box;
            waitingLevel[depth] = (byte) at;
            depth++;
        }
    }
}
