package dev.shoal.cf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Puts the steps of a time axis together by the periods of its calendar.
 *
 * <p>A step with bounds belongs to the period that the middle of its bounds is in, so that a day's mean stamped at its
 * end is not the next day's; it weighs as much as it lasts. A step without bounds belongs to the period of its time,
 * and all weigh the same. A step is never divided.
 */
public final class TimePeriods {
    private final Resampling by;
    private final CfCalendar calendar;
    private final long[] at;
    private final long[] weight;
    private final double unit;

    /**
     * Takes an axis.
     *
     * @param times microseconds of the calendar since its 1970-01-01, of each step
     * @param bounds first and end of each step, shape {@code (steps, 2)}; empty where there are none
     */
    private TimePeriods(Resampling by, CfCalendar calendar, long[] times, long[] bounds) {
        this.by = by;
        this.calendar = calendar;
        this.at = times.clone();
        this.weight = new long[times.length];
        Arrays.fill(weight, 1);
        if (bounds.length == 0) {
            this.unit = usualStep(times);
            return;
        }
        long common = 0;
        for (int i = 0; i < at.length; i++) {
            weight[i] = Math.abs(bounds[2 * i + 1] - bounds[2 * i]);
            at[i] = Math.min(bounds[2 * i], bounds[2 * i + 1]) + weight[i] / 2;
            common = divisor(common, weight[i]);
        }
        for (int i = 0; i < at.length; i++) {
            weight[i] /= common;
        }
        this.unit = (double) common;
    }

    /**
     * Returns the periods that have steps, in order of time; those of a climatology in order of the year.
     *
     * @param times microseconds of the calendar since its 1970-01-01, of each step, in any order
     * @param bounds first and end of each step, shape {@code (steps, 2)}; empty where there are none, or where any step
     *     lasts no time
     * @throws IllegalArgumentException where a step has no time
     */
    public static List<TimePeriod> of(Resampling by, CfCalendar calendar, long[] times, long[] bounds) {
        if (bounds.length != 0 && bounds.length != 2 * times.length) {
            throw new IllegalArgumentException("Cannot put times together: there are " + bounds.length + " bounds for "
                    + times.length + " steps, expected two for each.");
        }
        for (long[] numbers : new long[][] {times, bounds}) {
            if (Arrays.stream(numbers).anyMatch(number -> number == TimeUnits.MISSING)) {
                throw new IllegalArgumentException(
                        "Cannot put times together by " + by + ": a step has no time. Leave that step out.");
            }
        }
        boolean last = IntStream.range(0, bounds.length / 2).allMatch(i -> bounds[2 * i] != bounds[2 * i + 1]);
        return new TimePeriods(by, calendar, times, last ? bounds : new long[0]).periods();
    }

    private List<TimePeriod> periods() {
        Map<Long, List<Integer>> starts = new TreeMap<>();
        for (int step = 0; step < at.length; step++) {
            starts.computeIfAbsent(by.around(at[step], calendar)[0], start -> new ArrayList<>())
                    .add(step);
        }
        if (by.climatology()) {
            return climatology(starts);
        }
        List<TimePeriod> periods = new ArrayList<>();
        starts.forEach((start, steps) -> periods.add(period(steps)));
        return periods;
    }

    private TimePeriod period(List<Integer> steps) {
        long[] around = by.around(at[steps.get(0)], calendar);
        if (by.unit() == Resampling.Unit.ALL) {
            long half = (long) (unit / 2);
            around[0] =
                    steps.stream().mapToLong(i -> at[i] - half(i, half)).min().orElseThrow();
            around[1] =
                    steps.stream().mapToLong(i -> at[i] + half(i, half)).max().orElseThrow();
        }
        return made(steps, around[1] - around[0], around[0], around[1], (around[0] + around[1]) / 2);
    }

    /** Half of what a step lasts, where its bounds are known; else half of the usual step. */
    private long half(int step, long usual) {
        return weight[step] == 1 ? usual : (long) (weight[step] * unit / 2);
    }

    private TimePeriod made(List<Integer> steps, long room, long start, long end, long middle) {
        int[] places = steps.stream()
                .sorted((a, b) -> Long.compare(at[a], at[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        long[] weights = Arrays.stream(places).mapToLong(place -> weight[place]).toArray();
        long sum = Arrays.stream(weights).sum();
        long expected = unit > 0 ? Math.max(sum, Math.round(room / unit)) : sum;
        return new TimePeriod(places, weights, expected, start, end, middle);
    }

    private List<TimePeriod> climatology(Map<Long, List<Integer>> starts) {
        Map<Integer, List<Long>> same = new TreeMap<>();
        starts.keySet()
                .forEach(start -> same.computeIfAbsent(Resampling.ofYear(start, calendar), key -> new ArrayList<>())
                        .add(start));
        long year = yearOfLabels(same);
        List<TimePeriod> periods = new ArrayList<>();
        for (List<Long> years : same.values()) {
            periods.add(overYears(years, starts, year));
        }
        periods.sort((a, b) -> Long.compare(a.at(), b.at()));
        return periods;
    }

    /** A year that all labels can be in, in order: one with 29 February where that has steps. */
    private long yearOfLabels(Map<Integer, List<Long>> same) {
        List<Long> leap = same.getOrDefault(229, List.of());
        return leap.isEmpty()
                ? same.values().stream()
                        .mapToLong(years -> yearOf(years.get(0)))
                        .max()
                        .orElseThrow()
                : Resampling.year(leap.get(0), calendar);
    }

    private TimePeriod overYears(List<Long> years, Map<Long, List<Integer>> starts, long labelled) {
        List<Integer> steps = new ArrayList<>();
        years.forEach(start -> steps.addAll(starts.getOrDefault(start, List.of())));
        long first = years.get(0);
        long last = years.get(years.size() - 1);
        long room = 0;
        for (long year = Resampling.year(first, calendar); year <= Resampling.year(last, calendar); year++) {
            long[] one = by.inYear(first, year, calendar);
            room += by.isIn(first, year, calendar) ? one[1] - one[0] : 0;
        }
        long began = labelled - yearOf(first) + Resampling.year(first, calendar);
        long[] label = by.inYear(first, began, calendar);
        return made(steps, room, first, by.around(last, calendar)[1], (label[0] + label[1]) / 2);
    }

    /** Returns the year that a period belongs to; a winter that begins in December to the next one. */
    private long yearOf(long start) {
        boolean winter = by.unit() == Resampling.Unit.SEASON && Resampling.ofYear(start, calendar) / 100 == 12;
        return Resampling.year(start, calendar) + (winter ? 1 : 0);
    }

    /** The mean of the gaps that are about as wide as most; 0 where there is no gap. */
    private static double usualStep(long[] times) {
        long[] sorted = Arrays.stream(times).sorted().toArray();
        long[] gaps = IntStream.range(1, sorted.length)
                .mapToLong(i -> sorted[i] - sorted[i - 1])
                .filter(gap -> gap > 0)
                .sorted()
                .toArray();
        double middle = gaps.length == 0 ? 0 : gaps[gaps.length / 2];
        return Arrays.stream(gaps)
                .filter(gap -> Math.abs(gap - middle) <= 0.3 * middle)
                .average()
                .orElse(0);
    }

    private static long divisor(long a, long b) {
        return b == 0 ? a : divisor(b, a % b);
    }
}
