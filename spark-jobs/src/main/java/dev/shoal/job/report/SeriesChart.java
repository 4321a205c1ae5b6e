package dev.shoal.job.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;

/**
 * Values of one sensor over time, coloured by their quality flag, to zoom into.
 *
 * <p>Long series are thinned to what a screen can show; every suspect or failed value stays. The value axis spans what
 * is not suspect or failed; values beyond it are drawn at its edge.
 *
 * @param title above it
 * @param label of the value axis, with the unit
 * @param timeMillis shape (n), milliseconds since 1970 UTC, increasing; owned by the chart
 * @param values shape (n); NaN where missing; owned by the chart
 * @param flags shape (n), QARTOD codes: 1 good, 2 not evaluated, 3 suspect, 4 fail, 9 missing; owned by the chart
 */
public record SeriesChart(String title, String label, long[] timeMillis, double[] values, byte[] flags)
        implements Block {

    private static final int BUCKETS = 3000;

    /** Refuses arrays of different lengths. */
    public SeriesChart {
        if (timeMillis.length != values.length || flags.length != values.length) {
            throw new IllegalArgumentException("Cannot draw \"" + title + "\": " + timeMillis.length + " times, "
                    + values.length + " values, " + flags.length + " flags; expected as many of each.");
        }
    }

    @Override
    public void write(HtmlPage page) {
        int[] kept = Thinning.keep(values, flags, BUCKETS);
        ObjectNode chart = page.json();
        chart.put("kind", "series").put("gapMillis", gapMillis());
        ArrayNode times = chart.putArray("times");
        ArrayNode numbers = chart.putArray("values");
        ArrayNode codes = chart.putArray("flags");
        for (int at : kept) {
            times.add(timeMillis[at]);
            codes.add(flags[at]);
            if (Double.isNaN(values[at])) {
                numbers.addNull();
            } else {
                numbers.add((float) values[at]);
            }
        }
        page.raw("<figure class=\"card\">").heading(title, label).chart(chart).raw("</figure>\n");
    }

    /** Returns the distance of samples from which on the line is broken. */
    private double gapMillis() {
        if (timeMillis.length < 2) {
            return Double.MAX_VALUE;
        }
        long[] steps = new long[timeMillis.length - 1];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = timeMillis[i + 1] - timeMillis[i];
        }
        Arrays.sort(steps);
        long thinned = (timeMillis[timeMillis.length - 1] - timeMillis[0]) / BUCKETS;
        return 4.0 * Math.max(steps[steps.length / 2], thinned);
    }
}
