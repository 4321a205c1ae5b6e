package dev.shoal.qc;

import dev.shoal.qc.window.Spread;
import java.util.List;

/** Examples of ioos_qc's tests beyond the manual's first eight. */
final class IoosExamples {

    private static final long START = 1_577_836_800_000_000L;

    private static final long MINUTE = 60_000_000;

    private static final Climatology.Box ALL_YEAR = new Climatology.Box(
            new Season.Recurring(CalendarPeriod.MONTH, 12, 2), new Span(8, 12), new Span(5, 20), Span.ALL);

    private static final Climatology.Box SECONDS_BY_DEPTH = new Climatology.Box(
            new Season.Recurring(CalendarPeriod.SECOND, 10, 40), new Span(9, 11), Span.ALL, new Span(20, 900));

    private static final Climatology.Box DATES = new Climatology.Box(
            new Season.Dates(START + MINUTE / 2, START + MINUTE), new Span(0, 3), Span.ALL, new Span(0, 60));

    static final List<QcTest> ALL = List.of(
            new Climatology(List.of(ALL_YEAR)),
            new Climatology(List.of(ALL_YEAR, SECONDS_BY_DEPTH, DATES)),
            new Climatology(List.of(DATES, SECONDS_BY_DEPTH)),
            new AttenuatedSignal(0.5, 0.25, 3, 1, 0, Spread.STANDARD_DEVIATION),
            new AttenuatedSignal(0.5, 0.125, 4.5, 3, 0, Spread.RANGE),
            new AttenuatedSignal(2, 1, 20, 1, 8, Spread.STANDARD_DEVIATION),
            new AttenuatedSignal(3, 1, 0, 1, 0, Spread.STANDARD_DEVIATION),
            new DensityInversion(-0.125, -1),
            new DensityInversion(DensityInversion.OFF, 0),
            new PercentileRange(5, 95, 0),
            new PercentileRange(25, 50, 0.25),
            new ImpossibleDate(Moment.given(START + MINUTE), Long.MIN_VALUE, Long.MAX_VALUE),
            new ImpossibleDate(Moment.given(START + 3 * MINUTE), START + 5_000_000, START + MINUTE),
            new DataReception(0.01, Moment.given(START + MINUTE)),
            new TimeGap(0),
            new TimeGap(1.0 / 3600),
            new Syntax(4, Syntax.Unit.CHAR, ""),
            new Syntax(2, Syntax.Unit.BYTE, ","),
            new PressureIncreasing(),
            new DuplicateTimestamp(),
            new ValidRange(5, 11, ValidRange.Ends.LOW),
            new ValidRange(9.5, Double.POSITIVE_INFINITY, ValidRange.Ends.NEITHER),
            new ValidTime(START, START + MINUTE, ValidRange.Ends.HIGH));

    private IoosExamples() {}
}
