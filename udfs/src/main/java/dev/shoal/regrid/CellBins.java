package dev.shoal.regrid;

import java.util.Arrays;

/**
 * An index of cells by bins of longitude and latitude, about as many as there are cells at most: each bin lists the
 * cells whose boxes meet it. Takes 4 bytes a bin and 4 a listing. Safe to search from many threads.
 */
final class CellBins {
    private static final double TURN = 360;
    private static final double HALF_TURN = 180;

    private final CellBoxes boxes;
    private final double south;
    private final double height;
    private final double width;
    private final int rows;
    private final int columns;
    private final int[] binStart;
    private final int[] cell;

    CellBins(CellBoxes boxes) {
        this.boxes = boxes;
        double low = 90;
        double high = -90;
        double heights = 0;
        int cells = 0;
        for (int k = 0; k < boxes.count(); k++) {
            if (boxes.exists(k)) {
                cells++;
                heights += boxes.north(k) - boxes.south(k);
                low = Math.min(low, boxes.south(k));
                high = Math.max(high, boxes.north(k));
            }
        }
        south = Math.max(-90, low);
        double mean = cells == 0 ? HALF_TURN : heights / cells;
        double most = Math.sqrt(cells + 1.0);
        rows = (int) Math.max(1, Math.min(most, (high - low) / mean));
        columns = (int) Math.max(1, Math.min(2 * most, TURN / mean));
        height = Math.max(1e-6, high - low) / rows;
        width = TURN / columns;
        binStart = new int[Math.multiplyExact(rows, columns) + 1];
        count();
        cell = new int[binStart[rows * columns]];
        fill();
    }

    /**
     * Finds the cells whose boxes meet another.
     *
     * @param found overwritten from its start, made longer as need be
     */
    void find(CellBox box, IntList found) {
        found.clear();
        int last = row(box.north);
        int columnsAcross = across(box.west, box.width);
        for (int row = row(box.south); row <= last; row++) {
            for (int k = 0; k < columnsAcross; k++) {
                int bin = bin(row, box.west, k);
                for (int e = binStart[bin]; e < binStart[bin + 1]; e++) {
                    if (boxes.meets(cell[e], box)) {
                        found.add(cell[e]);
                    }
                }
            }
        }
        found.sortAndDropRepeated();
    }

    private void count() {
        for (int k = 0; k < boxes.count(); k++) {
            if (boxes.exists(k)) {
                int across = across(boxes.west(k), boxes.width(k));
                for (int row = row(boxes.south(k)); row <= row(boxes.north(k)); row++) {
                    for (int i = 0; i < across; i++) {
                        binStart[bin(row, boxes.west(k), i) + 1]++;
                    }
                }
            }
        }
        for (int bin = 0; bin + 1 < binStart.length; bin++) {
            binStart[bin + 1] = Math.addExact(binStart[bin + 1], binStart[bin]);
        }
    }

    private void fill() {
        int[] next = Arrays.copyOf(binStart, binStart.length);
        for (int k = 0; k < boxes.count(); k++) {
            if (boxes.exists(k)) {
                int across = across(boxes.west(k), boxes.width(k));
                for (int row = row(boxes.south(k)); row <= row(boxes.north(k)); row++) {
                    for (int i = 0; i < across; i++) {
                        cell[next[bin(row, boxes.west(k), i)]++] = k;
                    }
                }
            }
        }
    }

    private int bin(int row, float west, int across) {
        return row * columns + (column(west) + across) % columns;
    }

    private int row(float lat) {
        return (int) Math.max(0, Math.min(rows - 1, Math.floor((lat - south) / height)));
    }

    private int column(float lon) {
        return (int) Math.min(columns - 1, Math.floor((lon + HALF_TURN) / width));
    }

    /** Returns the number of columns that a way east meets. */
    private int across(float west, float way) {
        double end = (west + HALF_TURN + way) / width;
        return (int) Math.min(columns, Math.floor(end) - column(west) + 1);
    }
}
