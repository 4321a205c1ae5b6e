package dev.shoal.udf;

import dev.shoal.qc.Cadence;
import dev.shoal.qc.Companions;
import dev.shoal.qc.QcSuite;
import dev.shoal.qc.Reach;
import dev.shoal.qc.Role;
import dev.shoal.qc.Series;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * The numbers of one series, or of a piece of it with as much around it as the tests look at, and the flags of them.
 */
final class SeriesNumbers {

    private static final int FEW = 1024;

    private final JudgedTable table;
    private final double[][] numbers;
    private long[] times = new long[FEW];
    private byte[][] flags;
    private int[][] raised;
    private int size;

    SeriesNumbers(JudgedTable table) {
        this.table = table;
        this.numbers = new double[table.numbers().size()][FEW];
        this.flags = new byte[table.variables().size()][FEW];
        this.raised = new int[table.variables().size()][FEW];
    }

    int size() {
        return size;
    }

    long time(int i) {
        return times[i];
    }

    void clear() {
        size = 0;
    }

    /** Takes up a row to judge. */
    void add(InternalRow row) {
        if (size == times.length) {
            int capacity = Math.addExact(size, size);
            times = Arrays.copyOf(times, capacity);
            Arrays.setAll(numbers, column -> Arrays.copyOf(numbers[column], capacity));
        }
        times[size] = row.isNullAt(table.time()) ? Series.NO_TIME : row.getLong(table.time());
        for (int column = 0; column < numbers.length; column++) {
            int place = table.firstNumber() + column;
            numbers[column][size] = row.isNullAt(place) ? Double.NaN : row.getDouble(place);
        }
        size++;
    }

    /** Judges what is held. */
    void judge(String platform) {
        if (flags.length > 0 && flags[0].length < size) {
            flags = new byte[flags.length][times.length];
            raised = new int[raised.length][times.length];
        }
        List<String> names = table.numbers();
        for (int i = 0; i < flags.length; i++) {
            JudgedTable.Variable variable = table.variables().get(i);
            Map<String, double[]> beside = new HashMap<>();
            variable.beside().forEach((asked, column) -> {
                double[] found = numbers[names.indexOf(column)];
                if (hasNumber(found)) {
                    beside.put(asked, found);
                }
            });
            Companions companions = new Companions(beside, Map.of(), Map.of(Role.PLATFORM, platform), Optional.empty());
            double[] values = numbers[names.indexOf(variable.column())];
            QcSuite suite = variable.suite();
            suite.flag(new Series(times, values, size, Cadence.UNMEASURED, companions), flags[i], raised[i]);
        }
    }

    private boolean hasNumber(double[] column) {
        for (int i = 0; i < size; i++) {
            if (!Double.isNaN(column[i])) {
                return true;
            }
        }
        return false;
    }

    /** Puts the flags of a row into columns, a flag and the bits of its tests for each variable. */
    void flags(int i, InternalRow columns) {
        for (int variable = 0; variable < flags.length; variable++) {
            columns.setInt(2 * variable, flags[variable][i]);
            columns.setInt(2 * variable + 1, raised[variable][i]);
        }
    }

    /** Returns the end of the rows whose flags no row to come can change; their times ascend. */
    int settled(Reach reach) {
        int last = (int) Math.max(0, size - reach.samplesAfter());
        double seconds = reach.secondsAfter() * Series.MICROS_PER_SECOND;
        while (seconds > 0 && last > 0 && times[size - 1] <= times[last - 1] + seconds) {
            last--;
        }
        return last;
    }

    /**
     * Lets go of rows that none from one on needs.
     *
     * @param next the first row that is still to judge
     * @return how many rows have gone
     */
    int forget(Reach reach, int next) {
        int first = reach.equals(Reach.NONE) || size == 0 || numbers.length == 0
                ? next
                : reach.firstNeeded(new Series(times, numbers[0], size), Math.min(next, size - 1));
        System.arraycopy(times, first, times, 0, size - first);
        for (double[] column : numbers) {
            System.arraycopy(column, first, column, 0, size - first);
        }
        size -= first;
        return first;
    }
}
