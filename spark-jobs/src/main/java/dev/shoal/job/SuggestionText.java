package dev.shoal.job;

import dev.shoal.stage.QcSuggestion;
import dev.shoal.stage.QcSuggestion.Season;
import dev.shoal.stage.QcSuggestion.Spread;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes proposed thresholds as a configuration, each with the numbers that it comes from.
 *
 * <p>Spans reach beyond percentiles by a part of the width between the 0.5th and the 99.5th: a tenth for doubts, half
 * of it for failures; thresholds of single steps are three and six times the 99th percentile, so that spikes in a
 * hundredth of the values do not raise them.
 */
final class SuggestionText {

    private static final double DOUBT = 0.1;
    private static final double FAILURE = 0.5;
    private static final double DOUBTFUL_STEP = 3;
    private static final double FAILED_STEP = 6;
    private static final int FLAT_SAMPLES = 20;
    private static final int DIGITS = 4;

    private SuggestionText() {}

    static String of(QcSuggestion suggestion) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "# Thresholds proposed from data. Percentiles hold whatever the data hold: look before you use them.");
        for (Spread spread : suggestion.variables()) {
            lines.add(spread.column() + ":"
                    + String.format(
                            Locale.ROOT,
                            "  # %,d values%s",
                            spread.values(),
                            spread.units().isEmpty() ? "" : " in " + spread.units()));
            ranges(spread, lines);
            steps(spread, lines);
            List<Season> seasons = suggestion.months().stream()
                    .filter(season -> season.column().equals(spread.column()))
                    .toList();
            seasons(seasons, lines);
        }
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }

    private static void ranges(Spread spread, List<String> lines) {
        List<Double> at = spread.percentiles();
        double width = at.get(3) - at.get(1);
        lines.add("  gross_range:  # 0.05th to 99.95th percentile " + number(at.get(0)) + " to " + number(at.get(4))
                + ", median " + number(at.get(2)));
        lines.add("    fail_span: " + span(at.get(0) - FAILURE * width, at.get(4) + FAILURE * width));
        lines.add("    suspect_span: "
                + span(
                        Math.max(at.get(1) - DOUBT * width, at.get(0) - FAILURE * width),
                        Math.min(at.get(3) + DOUBT * width, at.get(4) + FAILURE * width)));
    }

    private static void steps(Spread spread, List<String> lines) {
        if (!spread.excess().isEmpty() && spread.excess().get(1) > 0) {
            double excess = spread.excess().get(1);
            lines.add("  spike:  # distance from the neighbours' mean: median "
                    + number(spread.excess().get(0)) + ", 99th percentile " + number(excess));
            lines.add("    suspect_threshold: " + number(DOUBTFUL_STEP * excess));
            lines.add("    fail_threshold: " + number(FAILED_STEP * excess));
        }
        if (!spread.change().isEmpty() && spread.change().get(1) > 0) {
            double change = spread.change().get(1);
            lines.add("  rate_of_change:  # a second: median "
                    + number(spread.change().get(0)) + ", 99th percentile " + number(change));
            lines.add("    threshold: " + number(DOUBTFUL_STEP * change));
        }
        if (spread.smallestStep() > 0 && spread.intervalSeconds() > 0) {
            lines.add("  flat_line:  # smallest change " + number(spread.smallestStep()) + ", samples every "
                    + number(spread.intervalSeconds()) + " s; " + FLAT_SAMPLES + " samples alike are doubtful");
            lines.add("    tolerance: " + number(spread.smallestStep() / 2));
            lines.add("    suspect_threshold: " + number(FLAT_SAMPLES * spread.intervalSeconds()));
            lines.add("    fail_threshold: " + number(2 * FLAT_SAMPLES * spread.intervalSeconds()));
        }
    }

    private static void seasons(List<Season> seasons, List<String> lines) {
        if (seasons.isEmpty()) {
            return;
        }
        boolean layered = seasons.stream().anyMatch(season -> season.topMetres() > 0);
        lines.add("  climatology:  # 1st to 99th percentile of each month" + (layered ? " and layer of depth" : "")
                + ", a tenth of their distance wider");
        lines.add("    config:");
        for (Season season : seasons) {
            double width = season.high() - season.low();
            lines.add("      - {period: month, tspan: [" + season.month() + ", " + season.month() + "], vspan: "
                    + span(season.low() - DOUBT * width, season.high() + DOUBT * width)
                    + (layered ? ", zspan: " + span(season.topMetres(), season.bottomMetres()) : "") + "}"
                    + String.format(Locale.ROOT, "  # %,d values", season.values()));
        }
    }

    private static String span(double low, double high) {
        return "[" + number(low) + ", " + number(high) + "]";
    }

    private static String number(double value) {
        return new BigDecimal(value)
                .round(new MathContext(DIGITS))
                .stripTrailingZeros()
                .toPlainString();
    }
}
