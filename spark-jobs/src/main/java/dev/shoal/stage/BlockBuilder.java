package dev.shoal.stage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A block of one series in the making: observations come in any order. */
final class BlockBuilder {

    private static final int FEW = 64;

    private final int columns;
    private int size;
    private long[] timeMicros = new long[FEW];
    private final double[][] numbers;
    private final List<String> files = new ArrayList<>();
    private int[] file = {};
    private long[] index = new long[FEW];
    private long[] chunk = new long[FEW];
    private int currentFile;

    /**
     * Begins a block.
     *
     * @param columns numbers of an observation, see {@link ObservationBlock#numbers}
     */
    BlockBuilder(int columns) {
        this.columns = columns;
        this.numbers = new double[columns][FEW];
    }

    int size() {
        return size;
    }

    boolean isFull() {
        return size == ObservationBlock.MOST;
    }

    /** Returns how many more observations there is room for. */
    int room() {
        return ObservationBlock.MOST - size;
    }

    /** Returns the place of the next observation, which the caller fills; its numbers are not set. */
    int next(long time, String sourceFile, long sourceIndex, long sourceChunk) {
        reserve(1);
        timeMicros[size] = time;
        takeFile(sourceFile, 1);
        index[size] = sourceIndex;
        chunk[size] = sourceChunk;
        return size++;
    }

    /** Sets a number of an observation. */
    void set(int column, int place, double number) {
        numbers[column][place] = number;
    }

    /** Takes some observations of another block. */
    void take(ObservationBlock from, int start, int end) {
        int count = end - start;
        reserve(count);
        System.arraycopy(from.timeMicros(), start, timeMicros, size, count);
        for (int column = 0; column < columns; column++) {
            System.arraycopy(from.numbers()[column], start, numbers[column], size, count);
        }
        System.arraycopy(from.index(), start, index, size, count);
        System.arraycopy(from.chunk(), start, chunk, size, count);
        int at = start;
        while (at < end) {
            int run = at + 1;
            while (run < end && (from.file().length == 0 || from.file()[run] == from.file()[at])) {
                run = from.file().length == 0 ? end : run + 1;
            }
            takeFile(from.fileOf(at), run - at);
            size += run - at;
            at = run;
        }
    }

    private void takeFile(String sourceFile, int count) {
        if (files.isEmpty() || !files.get(currentFile).equals(sourceFile)) {
            currentFile = files.indexOf(sourceFile);
            if (currentFile < 0) {
                currentFile = files.size();
                files.add(sourceFile);
            }
            if (files.size() > 1 && file.length == 0) {
                file = new int[timeMicros.length];
            }
        }
        if (file.length > 0) {
            Arrays.fill(file, size, size + count, currentFile);
        }
    }

    private void reserve(int more) {
        int needed = size + more;
        if (needed <= timeMicros.length) {
            return;
        }
        int capacity = Math.max(needed, Math.min(ObservationBlock.MOST, timeMicros.length * 4));
        timeMicros = Arrays.copyOf(timeMicros, capacity);
        for (int column = 0; column < columns; column++) {
            numbers[column] = Arrays.copyOf(numbers[column], capacity);
        }
        index = Arrays.copyOf(index, capacity);
        chunk = Arrays.copyOf(chunk, capacity);
        file = file.length == 0 ? file : Arrays.copyOf(file, capacity);
    }

    /** Returns the observations in the order of a series; the builder must not be used afterwards. */
    ObservationBlock build() {
        ObservationBlock block = new ObservationBlock(
                size,
                timeMicros,
                numbers,
                files.toArray(String[]::new),
                file,
                index,
                chunk,
                ObservationBlock.NO_FLAGS,
                ObservationBlock.NO_TESTS);
        for (int i = 1; i < size; i++) {
            if (block.compare(i - 1, block, i) > 0) {
                return sorted(block);
            }
        }
        return block;
    }

    private ObservationBlock sorted(ObservationBlock block) {
        Comparator<Integer> order = (i, j) -> block.compare(i, block, j);
        int[] places = IntStream.range(0, size)
                .boxed()
                .sorted(order)
                .mapToInt(Integer::intValue)
                .toArray();
        BlockBuilder ordered = new BlockBuilder(columns);
        for (int place : places) {
            ordered.take(block, place, place + 1);
        }
        return ordered.asOrdered();
    }

    private ObservationBlock asOrdered() {
        return new ObservationBlock(
                size,
                timeMicros,
                numbers,
                files.toArray(String[]::new),
                file,
                index,
                chunk,
                ObservationBlock.NO_FLAGS,
                ObservationBlock.NO_TESTS);
    }
}
