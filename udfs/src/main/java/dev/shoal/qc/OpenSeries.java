package dev.shoal.qc;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A series that still grows: samples come in any portions and, down to a horizon, in any order, and after each portion
 * every sample has the flags that a whole series of all that has come would give it.
 *
 * <p>Only what later samples can still change, and what those need around them, is held: the memory is that of the
 * tests' windows and of what lies beyond the horizon. Not safe for several threads.
 */
public final class OpenSeries implements Serializable {

    private static final long serialVersionUID = 1;

    /** Order in which samples are judged: by time, and of one time by where they come from. */
    private static final Comparator<OpenSample> ORDER = Comparator.comparingLong(OpenSample::timeMicros)
            .thenComparing(OpenSample::source)
            .thenComparingLong(OpenSample::index);

    private final OpenSuites suites;
    private final String platform;
    private final ArrayList<OpenSample> held;
    private final BitSet there;
    private int open;
    private long horizonMicros;

    /**
     * Begins a series.
     *
     * @param suites what is judged
     * @param platform id of what carries the sensor
     */
    public OpenSeries(OpenSuites suites, String platform) {
        this(suites, platform, State.NONE);
    }

    /**
     * Goes on with a series where it was left.
     *
     * @param suites what was judged before; other ones would not understand the state
     * @param platform id of what carries the sensor
     * @param state as {@link #state} gave it
     */
    public OpenSeries(OpenSuites suites, String platform, State state) {
        this.suites = suites;
        this.platform = platform;
        this.held = new ArrayList<>(state.held());
        this.there = BitSet.valueOf(new long[0]);
        this.there.or(state.there());
        this.open = state.open();
        this.horizonMicros = state.horizonMicros();
    }

    /** Returns all that must be kept to go on with the series later. */
    public State state() {
        return new State(held, open, horizonMicros, there);
    }

    /**
     * Takes samples up.
     *
     * @param samples in any order; one of a source and index that is held takes that one's place
     * @param horizon time before which no sample will come any more, microseconds since 1970 UTC
     * @return samples that are new or whose flags changed, in order, and those that came too late
     */
    public Portion add(List<OpenSample> samples, long horizon) {
        List<OpenSample> late = new ArrayList<>();
        Map<String, OpenSample> fresh = new HashMap<>();
        for (OpenSample sample : samples) {
            if (sample.timeMicros() == Series.NO_TIME || sample.timeMicros() < horizonMicros) {
                late.add(sample);
            } else {
                fresh.put(sample.key(), sample);
            }
        }
        List<OpenSample> open = held.subList(this.open, held.size());
        open.removeIf(sample -> fresh.containsKey(sample.key()));
        open.addAll(fresh.values());
        fresh.values().forEach(this::look);
        open.sort(ORDER);
        List<OpenSample> changed = judge();
        horizonMicros = Math.max(horizonMicros, horizon);
        settle();
        return new Portion(changed, late);
    }

    /** Returns how many samples are held. */
    public int held() {
        return held.size();
    }

    /** Finds out which columns the series has: one that never held a number is not there. */
    private void look(OpenSample sample) {
        for (int column = there.nextClearBit(0);
                column < sample.values().length;
                column = there.nextClearBit(column + 1)) {
            there.set(column, !Double.isNaN(sample.values()[column]));
        }
    }

    /** Returns the tests of a variable that cannot judge what has come of the series, each with the reason. */
    public List<QcSuite.Unrun> unrun(int variable) {
        return suites.suites().get(variable).unrun(suites.series(variable, times(), columns(), platform));
    }

    private List<OpenSample> judge() {
        int size = held.size();
        byte[][] flags = new byte[suites.variables().size()][size];
        int[][] raised = new int[flags.length][size];
        Map<String, double[]> columns = columns();
        long[] times = times();
        for (int variable = 0; variable < flags.length; variable++) {
            suites.suites()
                    .get(variable)
                    .flag(suites.series(variable, times, columns, platform), flags[variable], raised[variable]);
        }
        List<OpenSample> changed = new ArrayList<>();
        for (int i = open; i < size; i++) {
            OpenSample judged = held.get(i).judged(column(flags, i), column(raised, i));
            if (!judged.isJudgedAs(held.get(i))) {
                changed.add(judged);
            }
            held.set(i, judged);
        }
        return changed;
    }

    private long[] times() {
        return held.stream().mapToLong(OpenSample::timeMicros).toArray();
    }

    private Map<String, double[]> columns() {
        Map<String, double[]> columns = new TreeMap<>();
        for (int column = there.nextSetBit(0); column >= 0; column = there.nextSetBit(column + 1)) {
            int place = column;
            columns.put(
                    suites.columns().get(column),
                    held.stream().mapToDouble(sample -> sample.values()[place]).toArray());
        }
        double[] missing = new double[held.size()];
        Arrays.fill(missing, Double.NaN);
        suites.variables().forEach(variable -> columns.putIfAbsent(variable, missing));
        return columns;
    }

    private static byte[] column(byte[][] flags, int i) {
        byte[] column = new byte[flags.length];
        for (int variable = 0; variable < column.length; variable++) {
            column[variable] = flags[variable][i];
        }
        return column;
    }

    private static int[] column(int[][] raised, int i) {
        return Arrays.stream(raised).mapToInt(bits -> bits[i]).toArray();
    }

    /** Lets go of samples that nothing can change any more and that no other needs. */
    private void settle() {
        Reach reach = suites.reach();
        int closed = open;
        while (closed < held.size() && held.get(closed).timeMicros() < horizonMicros) {
            closed++;
        }
        double newest = horizonMicros - reach.secondsAfter() * Series.MICROS_PER_SECOND;
        while (open < closed
                && open + reach.samplesAfter() < closed
                && held.get(open).timeMicros() < newest) {
            open++;
        }
        int needed = Math.min(firstNeededBeyondTheHorizon(reach), firstNeededByOpen(reach));
        held.subList(0, needed).clear();
        open -= needed;
    }

    private int firstNeededByOpen(Reach reach) {
        long[] times = times();
        return open == times.length
                ? times.length
                : reach.firstNeeded(new Series(times, new double[times.length], times.length), open);
    }

    /** Returns the first sample that one still to come would look at: it can lie right after those that are closed. */
    private int firstNeededBeyondTheHorizon(Reach reach) {
        int closed = open;
        while (closed < held.size() && held.get(closed).timeMicros() < horizonMicros) {
            closed++;
        }
        int first = (int) Math.max(0, closed - Math.min(closed, reach.samplesBefore()));
        double earliest = horizonMicros - reach.secondsBefore() * Series.MICROS_PER_SECOND;
        while (first > 0 && held.get(first - 1).timeMicros() >= earliest) {
            first--;
        }
        return first;
    }

    /**
     * What came of a portion.
     *
     * @param changed samples that are new or whose flags are others than before, with these
     * @param late samples without a time or from before the horizon, which are not judged
     */
    public record Portion(List<OpenSample> changed, List<OpenSample> late) {}

    /**
     * All that is kept of a series from one portion to the next.
     *
     * @param held samples that can still change, and those that they need around them, in order
     * @param open the first that can still change
     * @param horizonMicros time before which no sample is taken any more
     * @param there columns that have held a number
     */
    public record State(List<OpenSample> held, int open, long horizonMicros, BitSet there) {

        /** That of a series of which nothing has come. */
        public static final State NONE = new State(List.of(), 0, Long.MIN_VALUE, new BitSet());

        /** Copies the list. */
        public State {
            held = List.copyOf(held);
        }
    }
}
