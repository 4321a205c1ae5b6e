package dev.shoal.qc;

import dev.shoal.qc.flag.QcFlag;
import java.io.Serializable;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * Flags values that the place does not give at that time of the year and depth (QARTOD test 5, climatology).
 *
 * <p>Of the boxes that hold a sample's time and depth the last one judges; the ends of its spans pass. A sample that no
 * box holds is {@link QcFlag#UNKNOWN}, or {@link QcFlag#MISSING} where it is not finite. Where the depth of a sample is
 * not known, only boxes for all depths hold it. As in ioos_qc, boxes judge infinite values like others, and a NaN that
 * is {@link QcFlag#MISSING} otherwise is {@link QcFlag#GOOD} in a box between depths. Calendars are those of UTC.
 *
 * @param boxes in the order in which they are asked, the last first
 */
public record Climatology(List<Box> boxes) implements SeriesTest {

    static final TestType TYPE = new TestType(
            "climatology",
            "qartod",
            "climatology_test",
            List.of(Parameter.required("config", Parameter.Kind.TREE)),
            arguments -> new Climatology(ClimatologyReader.boxes(arguments.tree("config"))));

    /**
     * What values are there in one season, perhaps between two depths.
     *
     * @param season when the box holds
     * @param suspect values outside are {@link QcFlag#SUSPECT}
     * @param fail values outside are {@link QcFlag#FAIL}; {@link Span#ALL} for none
     * @param depthMetres depths of the box, both ends within; {@link Span#ALL} for all, known or not
     */
    public record Box(Season season, Span suspect, Span fail, Span depthMetres) implements Serializable {

        boolean isForAllDepths() {
            return depthMetres.equals(Span.ALL);
        }

        boolean holdsDepth(double metres) {
            return metres >= depthMetres.low() && metres <= depthMetres.high() && Double.isFinite(metres);
        }

        private String json() {
            ParameterText text = ClimatologyReader.write(season).with("vspan", suspect);
            text = fail.equals(Span.ALL) ? text : text.with("fspan", fail);
            return QcSuite.json((isForAllDepths() ? text : text.with("zspan", depthMetres)).byName());
        }
    }

    /** Copies the list in. */
    public Climatology {
        boxes = List.copyOf(boxes);
    }

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public SortedMap<String, String> parameters() {
        String json = boxes.stream().map(Box::json).collect(Collectors.joining(", ", "[", "]"));
        return new ParameterText().withJson("config", json).byName();
    }

    @Override
    public String describe() {
        return "climatology: suspect or fail outside the spans of " + boxes.size()
                + (boxes.size() == 1 ? " box" : " boxes") + " of time and depth";
    }

    @Override
    public List<String> needs() {
        boolean allAskForDepth = !boxes.isEmpty() && boxes.stream().noneMatch(Box::isForAllDepths);
        return allAskForDepth ? List.of(Role.DEPTH) : List.of();
    }

    @Override
    public List<String> uses() {
        boolean someAskForDepth = boxes.stream().anyMatch(box -> !box.isForAllDepths());
        return someAskForDepth ? List.of(Role.DEPTH) : List.of();
    }

    @Override
    public Reach reach(Cadence cadence) {
        return Reach.NONE;
    }

    @Override
    public QcKernel kernel(Series series) {
        return new ClimatologyPass(boxes, series);
    }
}
