package dev.shoal.qc;

import static dev.shoal.qc.Parameter.Kind.NUMBER;
import static dev.shoal.qc.Parameter.Kind.WHOLE;

import dev.shoal.qc.neighbour.ConsistencyCheck;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * Flags observations that an analysis of those around them does not support (spatial consistency test, after titanlib).
 *
 * @param check how far, how many, by which scales and how often
 */
public record SpatialConsistency(ConsistencyCheck check) implements NeighbourhoodTest {

    static final TestType TYPE = new TestType(
            "spatial_consistency",
            "shoal",
            "spatial_consistency_test",
            Stream.concat(
                            Near.PARAMETERS.stream(),
                            Stream.of(
                                    Parameter.optional(Near.FEWEST, WHOLE),
                                    Parameter.optional("max_count", WHOLE),
                                    Parameter.optional(
                                            "background", Parameter.wordOf(ConsistencyCheck.Background.class)),
                                    Parameter.optional("min_scale", NUMBER),
                                    Parameter.optional("depth_scale", NUMBER),
                                    Parameter.optional("period_scale", NUMBER),
                                    Parameter.optional("error_ratio", NUMBER),
                                    Parameter.optional("min_variance", NUMBER),
                                    Parameter.optional("fail_above", NUMBER),
                                    Parameter.optional("fail_below", NUMBER),
                                    Parameter.optional("iterations", WHOLE)))
                    .toList(),
            SpatialConsistency::of);

    private static SpatialConsistency of(Arguments arguments) {
        return new SpatialConsistency(new ConsistencyCheck(
                Near.surroundings(arguments),
                arguments.whole(Near.FEWEST, 5),
                arguments.whole("max_count", 100),
                arguments.word("background", ConsistencyCheck.Background.MEDIAN),
                arguments.number("min_scale", 10_000),
                arguments.number("depth_scale", Double.POSITIVE_INFINITY),
                arguments.number("period_scale", Double.POSITIVE_INFINITY),
                arguments.number("error_ratio", 0.5),
                arguments.number("min_variance", 0.01),
                arguments.number("fail_above", 4),
                arguments.number("fail_below", 4),
                arguments.whole("iterations", 1)));
    }

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public SortedMap<String, String> parameters() {
        return Near.text(check.around())
                .with(Near.FEWEST, check.fewest())
                .with("max_count", check.most())
                .with("background", check.background().name().toLowerCase(Locale.ROOT))
                .with("min_scale", check.leastScale())
                .with("depth_scale", check.heightScale())
                .with("period_scale", check.secondsScale())
                .with("error_ratio", check.errorRatio())
                .with("min_variance", check.leastVariance())
                .with("fail_above", check.failAbove())
                .with("fail_below", check.failBelow())
                .with("iterations", check.iterations())
                .byName();
    }

    @Override
    public String describe() {
        return "spatial consistency: fail with a probability of gross error above " + check.failAbove()
                + " for greater and " + check.failBelow() + " for smaller values, among " + check.fewest() + " to "
                + check.most() + " observations" + Near.describe(check.around()) + ", " + check.iterations()
                + " rounds";
    }

    @Override
    public double reachMetres() {
        return Near.metres(check.around()) * check.iterations();
    }

    @Override
    public double reachSeconds() {
        return check.reach().seconds();
    }

    @Override
    public void flag(Neighbourhood all, byte[] flags) {
        byte[] every = new byte[all.size()];
        check.flag(Near.points(all), every);
        System.arraycopy(every, 0, flags, 0, all.judged());
    }
}
