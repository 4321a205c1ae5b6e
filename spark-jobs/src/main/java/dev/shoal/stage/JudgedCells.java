package dev.shoal.stage;

import dev.shoal.qc.Neighbourhood;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Judges one cell after another; what is held is one cell. */
final class JudgedCells implements Iterator<Row> {

    /** Which observation, which test, what it said. */
    static final StructType SCHEMA = new StructType()
            .add("source_file", DataTypes.StringType, false)
            .add("source_index", DataTypes.LongType, false)
            .add("slot", DataTypes.IntegerType, false)
            .add("flag", DataTypes.IntegerType, false);

    private static final int CELL_FIELDS = 4;
    private static final int GUEST = 4;
    private static final int TIME = 5;
    private static final int FILE = 6;
    private static final int INDEX = 7;
    private static final int PLATFORM = 8;
    private static final int FIRST_NUMBER = 9;

    private final List<NeighbourhoodSlot> slots;
    private final PeekingIterator<Row> points;
    private final ArrayDeque<Row> ready = new ArrayDeque<>();

    /**
     * Makes the judge.
     *
     * @param points in the columns of {@link NeighbourPoints#SCHEMA}, cell by cell, in each those to be judged first
     */
    JudgedCells(List<NeighbourhoodSlot> slots, Iterator<Row> points) {
        this.slots = slots;
        this.points = new PeekingIterator<>(points);
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && points.hasNext()) {
            judge(cell());
        }
        return !ready.isEmpty();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.poll();
    }

    private List<Row> cell() {
        List<Row> cell = new ArrayList<>(List.of(points.next()));
        while (points.hasNext() && isSameCell(cell.get(0), points.peek())) {
            cell.add(points.next());
        }
        return cell;
    }

    private static boolean isSameCell(Row a, Row b) {
        for (int field = 0; field < CELL_FIELDS; field++) {
            if (!a.get(field).equals(b.get(field))) {
                return false;
            }
        }
        return true;
    }

    private void judge(List<Row> cell) {
        int judged =
                (int) cell.stream().filter(point -> !point.getBoolean(GUEST)).count();
        if (judged == 0) {
            return;
        }
        int slot = cell.get(0).getInt(0);
        Map<String, Integer> platforms = new HashMap<>();
        int[] platform = new int[cell.size()];
        Arrays.setAll(
                platform, i -> platforms.computeIfAbsent(cell.get(i).getString(PLATFORM), any -> platforms.size()));
        long[] time = new long[cell.size()];
        Arrays.setAll(time, i -> cell.get(i).getLong(TIME));
        byte[] flags = new byte[cell.size()];
        slots.get(slot)
                .test()
                .flag(
                        new Neighbourhood(
                                platform,
                                time,
                                numbers(cell, 0),
                                numbers(cell, 1),
                                numbers(cell, 2),
                                numbers(cell, 3),
                                judged),
                        flags);
        for (int i = 0; i < judged; i++) {
            Row point = cell.get(i);
            ready.add(RowFactory.create(point.get(FILE), point.get(INDEX), slot, (int) flags[i]));
        }
    }

    private static double[] numbers(List<Row> cell, int number) {
        double[] numbers = new double[cell.size()];
        Arrays.setAll(numbers, i -> cell.get(i).getDouble(FIRST_NUMBER + number));
        return numbers;
    }
}
