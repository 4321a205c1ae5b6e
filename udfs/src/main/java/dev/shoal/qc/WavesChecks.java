package dev.shoal.qc;

import dev.shoal.qc.flag.QcFlag;
import dev.shoal.qc.manual.DeviationFromMean;
import dev.shoal.qc.manual.DeviationRate;
import dev.shoal.qc.manual.WaveBulk;
import dev.shoal.qc.manual.WaveBurst;
import dev.shoal.qc.manual.WaveSpectrum;
import java.util.Arrays;
import java.util.List;

/**
 * The tests of QARTOD's manual for in-situ surface waves, version 2.1. A burst is the samples between two multiples of
 * its length in time, so that every part of a series knows where bursts begin.
 */
final class WavesChecks {

    private static final String MODULE = "waves";
    private static final String BURST = "burst";
    private static final String FAIL_SPAN = "fail_span";
    private static final String SUSPECT_SPAN = "suspect_span";

    static final List<QartodCheck> ALL = List.of(
            waves("wave_gap", "gap_test", "test 9")
                    .values("variable")
                    .number(BURST)
                    .whole("max_missing")
                    .reaching(WavesChecks::burst)
                    .judging((s, x) -> {
                        int longest = s.whole("max_missing");
                        return new BurstJudge(
                                x,
                                seconds(s),
                                (values, flags) ->
                                        Arrays.fill(flags, WaveBurst.gap(values, 0, values.length, longest)));
                    }),
            waves("wave_spike", "spike_test", "test 10")
                    .values("variable")
                    .number(BURST)
                    .number("deviations", 4)
                    .whole("passes", 3)
                    .number("max_percent", 10)
                    .reaching(WavesChecks::burst)
                    .judging((s, x) -> {
                        double deviations = s.number("deviations");
                        int passes = s.whole("passes");
                        double percent = s.number("max_percent");
                        return new BurstJudge(
                                x,
                                seconds(s),
                                (values, flags) ->
                                        WaveBurst.spikes(values, 0, values.length, deviations, passes, percent, flags));
                    }),
            waves("wave_range", "range_test", "test 11")
                    .values("variable")
                    .span(FAIL_SPAN)
                    .maybeSpan(SUSPECT_SPAN)
                    .judging((s, x) -> spans(s, x)),
            waves("wave_segment_shift", "segment_shift_test", "test 12")
                    .values("variable")
                    .number(BURST)
                    .whole("segment")
                    .number(QartodCheck.FAIL)
                    .reaching(WavesChecks::burst)
                    .judging(WavesChecks::segments),
            waves("wave_acceleration", "acceleration_test", "test 13")
                    .values("acceleration")
                    .number("gravities", 0.5)
                    .judging((s, x) -> {
                        double gravities = s.number("gravities");
                        return i -> WaveBurst.acceleration(x.column(0)[i], gravities);
                    }),
            waves("wave_displacement", "displacement_test", "test 13, by displacement")
                    .values("displacement")
                    .number("gravities", 0.5)
                    .reaching(s -> Reach.samples(1, 1))
                    .judging((s, x) -> {
                        double gravities = s.number("gravities");
                        return i -> WaveBurst.acceleration(
                                x.earlier(0, i), x.column(0)[i], x.later(0, i), interval(x, i), gravities);
                    }),
            waves("wave_check_factor", "check_factor_test", "test 14")
                    .values("factor")
                    .number(QartodCheck.SUSPECT)
                    .number(QartodCheck.FAIL, QartodCheck.OFF)
                    .judging((s, x) -> {
                        double suspect = s.suspect();
                        double fail = s.fail();
                        return i -> WaveSpectrum.checkFactor(x.column(0)[i], suspect, fail);
                    }),
            waves("wave_mean_deviation", "mean_deviation_test", "test 15")
                    .values("variable")
                    .number("period")
                    .number("suspect_deviations")
                    .number("fail_deviations", QartodCheck.OFF)
                    .whole("min_count", DeviationRate.FEWEST)
                    .reaching(s -> Reach.seconds(s.number("period"), 0))
                    .judging((s, x) -> {
                        DeviationFromMean deviation = new DeviationFromMean(
                                Math.round(s.number("period") * Series.MICROS_PER_SECOND),
                                s.whole("min_count"),
                                s.number("suspect_deviations"),
                                s.number("fail_deviations"));
                        return i -> deviation.next(x.times()[i], x.column(0)[i]);
                    }),
            WaterChecks.repetitions(MODULE, "wave_flat_line", "flat_line_test", "waves 2.1, test 16"),
            waves("wave_frequency", "operational_frequency_test", "test 17")
                    .values("frequency")
                    .span(FAIL_SPAN)
                    .maybeSpan(SUSPECT_SPAN)
                    .judging((s, x) -> spans(s, x)),
            waves("wave_low_frequency", "low_frequency_test", "test 18")
                    .values("energy")
                    .maybeBeside("direction")
                    .span(SUSPECT_SPAN)
                    .maybeNumbers("sector")
                    .judging(WavesChecks::lowFrequency),
            waves("wave_height", "bulk_height_test", "test 19")
                    .values("height")
                    .span(FAIL_SPAN)
                    .judging((s, x) -> {
                        Span span = CurrentsChecks.span(s, FAIL_SPAN);
                        return i -> WaveBulk.height(x.column(0)[i], span.low(), span.high());
                    }),
            waves("wave_parameter", "bulk_parameter_test", "test 19")
                    .values("variable")
                    .beside("height")
                    .span(SUSPECT_SPAN)
                    .span("height_span")
                    .judging((s, x) -> {
                        Span span = CurrentsChecks.span(s, SUSPECT_SPAN);
                        Span heights = CurrentsChecks.span(s, "height_span");
                        return i -> WaveBulk.parameter(
                                x.column(0)[i],
                                span.low(),
                                span.high(),
                                WaveBulk.height(x.column(1)[i], heights.low(), heights.high()));
                    }),
            waves("wave_height_change", "height_change_test", "test 20")
                    .values("height")
                    .number(QartodCheck.SUSPECT, QartodCheck.OFF)
                    .number(QartodCheck.FAIL)
                    .reaching(s -> Reach.samples(1, 0))
                    .judging((s, x) -> {
                        double suspect = s.suspect();
                        double fail = s.fail();
                        return i -> WaveBulk.change(x.column(0)[i], x.earlier(0, i), suspect, fail);
                    }));

    private WavesChecks() {}

    private static QartodCheck waves(String name, String function, String test) {
        return QartodCheck.of(MODULE, name, function, "waves 2.1, " + test);
    }

    private static Reach burst(QartodSettings settings) {
        return Reach.seconds(seconds(settings), seconds(settings));
    }

    private static double seconds(QartodSettings settings) {
        double seconds = settings.number(BURST);
        if (!(seconds > 0) || Double.isInfinite(seconds)) {
            throw new IllegalArgumentException(
                    "found a burst of " + seconds + " s, expected one above 0: the time from one burst to the next.");
        }
        return seconds;
    }

    private static QartodCheck.Judge spans(QartodSettings s, QartodSamples x) {
        Span fail = CurrentsChecks.span(s, FAIL_SPAN);
        Span suspect = s.has(SUSPECT_SPAN) ? CurrentsChecks.span(s, SUSPECT_SPAN) : fail;
        return i -> WaveBurst.range(x.column(0)[i], fail.low(), fail.high(), suspect.low(), suspect.high());
    }

    private static QartodCheck.Judge segments(QartodSettings s, QartodSamples x) {
        int segment = s.whole("segment");
        double shift = s.fail();
        if (segment < 1) {
            throw new IllegalArgumentException("found a segment of " + segment + " samples, expected at least 1.");
        }
        return new BurstJudge(
                x,
                seconds(s),
                (values, flags) ->
                        Arrays.fill(flags, WaveBurst.segmentShift(values, 0, values.length, segment, shift)));
    }

    /** Returns the time from a sample to the next, where it is that from the one before; otherwise NaN. */
    private static double interval(QartodSamples x, int i) {
        if (i == 0 || i + 1 == x.size()) {
            return Double.NaN;
        }
        long before = x.times()[i - 1];
        long time = x.times()[i];
        long after = x.times()[i + 1];
        boolean known = before != Series.NO_TIME && time != Series.NO_TIME && after != Series.NO_TIME;
        boolean even = known && time > before && Math.abs((after - time) - (time - before)) <= (time - before) / 100;
        return even ? (after - before) / (2 * Series.MICROS_PER_SECOND) : Double.NaN;
    }

    private static QartodCheck.Judge lowFrequency(QartodSettings s, QartodSamples x) {
        Span energy = CurrentsChecks.span(s, SUSPECT_SPAN);
        double[] sector = s.has("sector") ? s.numbers("sector") : new double[] {0, 360};
        if (sector.length != 2 || s.has("sector") != s.has("direction")) {
            throw new IllegalArgumentException("found " + (s.has("sector") ? "a sector" : "no sector") + " and "
                    + (s.has("direction") ? "a direction" : "no direction")
                    + ", expected both or none, a sector of two numbers.");
        }
        return i -> WaveSpectrum.lowFrequency(
                x.column(0)[i], x.column(1)[i], energy.low(), energy.high(), sector[0], sector[1]);
    }

    /** Judges the samples of one burst together. */
    private static final class BurstJudge implements QartodCheck.Judge {

        private final QartodSamples samples;
        private final double micros;
        private final OneBurst judge;
        private byte[] flags = new byte[0];
        private int next;
        private int end;

        BurstJudge(QartodSamples samples, double seconds, OneBurst judge) {
            this.samples = samples;
            this.micros = seconds * Series.MICROS_PER_SECOND;
            this.judge = judge;
        }

        @Override
        public byte flag(int i) {
            if (samples.times()[i] == Series.NO_TIME) {
                return QcFlag.UNKNOWN;
            }
            if (i >= end) {
                read(i);
            }
            return flags[next++];
        }

        private void read(int start) {
            double[] values = new double[16];
            int size = 0;
            end = start;
            for (int i = start; i < samples.size(); i++) {
                boolean timed = samples.times()[i] != Series.NO_TIME;
                if (timed && burst(i) != burst(start)) {
                    break;
                }
                if (timed) {
                    values = size == values.length ? Arrays.copyOf(values, 2 * size) : values;
                    values[size++] = samples.column(0)[i];
                    end = i + 1;
                }
            }
            flags = new byte[size];
            next = 0;
            judge.flag(Arrays.copyOf(values, size), flags);
        }

        private double burst(int i) {
            return Math.floor(samples.times()[i] / micros);
        }
    }

    private interface OneBurst {
        void flag(double[] values, byte[] flags);
    }
}
