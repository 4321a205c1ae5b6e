package dev.shoal.stage;

import dev.shoal.qc.Series;
import java.util.Arrays;

/**
 * Observations of one series in columns, in order of time, source file and index; those without a time come first. What
 * is grouped, sorted and judged is blocks, not rows: a row of a data frame takes a microsecond, a row of a block some
 * nanoseconds.
 *
 * <p>The arrays are owned by the block, at least {@code size} long, and not changed once it is made.
 *
 * @param size number of observations, at least 1
 * @param timeMicros since 1970 UTC, {@link Series#NO_TIME} where missing
 * @param numbers latitude, longitude, depth, then the columns of {@link ObservationTable#columns}; NaN where missing
 * @param files source files
 * @param file for each observation the place of its source file in {@code files}; empty where there is only one
 * @param index number of the observation in its file
 * @param chunk storage chunk that held it
 * @param flags for each data column one flag an observation; empty before the block is judged
 * @param raised for each data column the bits of the tests that said suspect or fail; empty before the block is judged
 */
record ObservationBlock(
        int size,
        long[] timeMicros,
        double[][] numbers,
        String[] files,
        int[] file,
        long[] index,
        long[] chunk,
        byte[][] flags,
        int[][] raised) {

    /** The most observations in a block. */
    static final int MOST = 16_384;

    /** Place of the latitude in {@link #numbers}. */
    static final int LAT = 0;

    /** Place of the longitude. */
    static final int LON = 1;

    /** Place of the depth. */
    static final int DEPTH = 2;

    /** Place of the table's first column. */
    static final int FIRST_COLUMN = 3;

    static final byte[][] NO_FLAGS = {};
    static final int[][] NO_TESTS = {};

    /** Returns the source file of an observation. */
    String fileOf(int i) {
        return file.length == 0 ? files[0] : files[file[i]];
    }

    /** Returns the first time, {@link Series#NO_TIME} where the block holds observations without one. */
    long first() {
        return timeMicros[0];
    }

    /** Returns the last time. */
    long last() {
        return timeMicros[size - 1];
    }

    /** Compares observations by time, source file and index, the order of every series. */
    int compare(int i, ObservationBlock other, int j) {
        int order = Long.compare(timeMicros[i], other.timeMicros[j]);
        if (order == 0) {
            order = fileOf(i).compareTo(other.fileOf(j));
        }
        return order == 0 ? Long.compare(index[i], other.index[j]) : order;
    }

    /** Returns the same observations judged. */
    ObservationBlock with(byte[][] judgedFlags, int[][] judgedRaised) {
        return new ObservationBlock(size, timeMicros, numbers, files, file, index, chunk, judgedFlags, judgedRaised);
    }

    /** Returns some of the observations; the arrays are copies. */
    ObservationBlock part(int start, int end) {
        if (start == 0 && end == size) {
            return this;
        }
        double[][] some = new double[numbers.length][];
        Arrays.setAll(some, column -> Arrays.copyOfRange(numbers[column], start, end));
        byte[][] someFlags = new byte[flags.length][];
        Arrays.setAll(someFlags, column -> Arrays.copyOfRange(flags[column], start, end));
        int[][] someRaised = new int[raised.length][];
        Arrays.setAll(someRaised, column -> Arrays.copyOfRange(raised[column], start, end));
        return new ObservationBlock(
                end - start,
                Arrays.copyOfRange(timeMicros, start, end),
                some,
                files,
                file.length == 0 ? file : Arrays.copyOfRange(file, start, end),
                Arrays.copyOfRange(index, start, end),
                Arrays.copyOfRange(chunk, start, end),
                someFlags,
                someRaised);
    }

    /** Returns the observations at some places, which ascend; the arrays are copies. */
    ObservationBlock pick(int[] places) {
        int count = places.length;
        ObservationBlock some = new ObservationBlock(
                count,
                new long[count],
                new double[numbers.length][count],
                files,
                new int[file.length == 0 ? 0 : count],
                new long[count],
                new long[count],
                new byte[flags.length][count],
                new int[raised.length][count]);
        for (int i = 0; i < count; i++) {
            some.set(i, this, places[i]);
        }
        return some;
    }

    private void set(int i, ObservationBlock from, int place) {
        timeMicros[i] = from.timeMicros[place];
        index[i] = from.index[place];
        chunk[i] = from.chunk[place];
        for (int column = 0; column < numbers.length; column++) {
            numbers[column][i] = from.numbers[column][place];
        }
        for (int column = 0; column < flags.length; column++) {
            flags[column][i] = from.flags[column][place];
            raised[column][i] = from.raised[column][place];
        }
        if (file.length > 0) {
            file[i] = from.file[place];
        }
    }
}
