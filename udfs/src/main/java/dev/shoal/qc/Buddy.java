package dev.shoal.qc;

import static dev.shoal.qc.Parameter.Kind.NUMBER;
import static dev.shoal.qc.Parameter.Kind.WHOLE;

import dev.shoal.qc.neighbour.BuddyCheck;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * Flags observations that lie many standard deviations from the mean of those of other platforms near them (titanlib's
 * buddy check).
 *
 * @param check how far, how many, how much and how often
 */
public record Buddy(BuddyCheck check) implements NeighbourhoodTest {

    static final TestType TYPE = new TestType(
            "buddy",
            "shoal",
            "buddy_test",
            Stream.concat(
                            Near.PARAMETERS.stream(),
                            Stream.of(
                                    Parameter.optional(Near.FEWEST, WHOLE),
                                    Parameter.optional("suspect_deviations", NUMBER),
                                    Parameter.required("fail_deviations", NUMBER),
                                    Parameter.required("min_deviation", NUMBER),
                                    Parameter.optional("depth_gradient", NUMBER),
                                    Parameter.optional("iterations", WHOLE)))
                    .toList(),
            arguments -> new Buddy(new BuddyCheck(
                    Near.surroundings(arguments),
                    arguments.whole(Near.FEWEST, 5),
                    arguments.number("suspect_deviations", Spike.OFF),
                    arguments.number("fail_deviations"),
                    arguments.number("min_deviation"),
                    arguments.number("depth_gradient", 0),
                    arguments.whole("iterations", 1))));

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public SortedMap<String, String> parameters() {
        ParameterText text = Near.text(check.around())
                .with(Near.FEWEST, check.fewest())
                .with("fail_deviations", check.fail())
                .with("min_deviation", check.leastDeviation())
                .with("depth_gradient", check.gradient())
                .with("iterations", check.iterations());
        return (check.suspect() == Spike.OFF ? text : text.with("suspect_deviations", check.suspect())).byName();
    }

    @Override
    public String describe() {
        return "buddy: " + Thresholds.describe(check.suspect(), check.fail(), " deviations")
                + " from the mean of at least " + check.fewest() + " others" + Near.describe(check.around()) + ", "
                + check.iterations() + " rounds";
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
