package dev.shoal.qc;

import static dev.shoal.qc.Parameter.Kind.NUMBER;

import dev.shoal.qc.neighbour.MedianCheck;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * Flags observations that differ from the median of those of other platforms near them (QARTOD test 11, neighbour).
 *
 * @param check how far, how many and how much
 */
public record Neighbour(MedianCheck check) implements NeighbourhoodTest {

    static final TestType TYPE = new TestType(
            "neighbour",
            "qartod",
            "neighbor_test",
            Stream.concat(
                            Near.PARAMETERS.stream(),
                            Stream.of(
                                    Parameter.optional(Near.FEWEST, Parameter.Kind.WHOLE),
                                    Parameter.required("suspect_threshold", NUMBER),
                                    Parameter.optional("fail_threshold", NUMBER)))
                    .toList(),
            arguments -> new Neighbour(new MedianCheck(
                    Near.surroundings(arguments),
                    arguments.whole(Near.FEWEST, 1),
                    arguments.number("suspect_threshold"),
                    arguments.number("fail_threshold", Spike.OFF))));

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public SortedMap<String, String> parameters() {
        ParameterText text =
                Near.text(check.around()).with(Near.FEWEST, check.fewest()).with("suspect_threshold", check.suspect());
        return (check.fail() == Spike.OFF ? text : text.with("fail_threshold", check.fail())).byName();
    }

    @Override
    public String describe() {
        return "neighbour: " + Thresholds.describe(check.suspect(), check.fail(), "") + " from the median of at least "
                + check.fewest() + " others" + Near.describe(check.around());
    }

    @Override
    public double reachMetres() {
        return Near.metres(check.reach());
    }

    @Override
    public double reachSeconds() {
        return check.reach().seconds();
    }

    @Override
    public void flag(Neighbourhood all, byte[] flags) {
        check.flag(Near.points(all), all.judged(), flags);
    }
}
