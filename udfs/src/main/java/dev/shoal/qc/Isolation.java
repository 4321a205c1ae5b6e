package dev.shoal.qc;

import dev.shoal.qc.flag.QcFlag;
import dev.shoal.qc.neighbour.IsolationCheck;
import dev.shoal.qc.neighbour.Surroundings;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * Doubts observations that have too few others around them to be compared with (titanlib's isolation check, with time).
 *
 * <p>Others are observations with a value, of other platforms. A value without a place or time is
 * {@link QcFlag#UNKNOWN}.
 *
 * @param check how far and how many
 */
public record Isolation(IsolationCheck check) implements NeighbourhoodTest {

    static final TestType TYPE = new TestType(
            "isolation",
            "shoal",
            "isolation_test",
            Stream.concat(Near.PARAMETERS.stream(), Stream.of(Parameter.required(Near.FEWEST, Parameter.Kind.WHOLE)))
                    .toList(),
            arguments -> new Isolation(new IsolationCheck(Near.surroundings(arguments), arguments.whole(Near.FEWEST))));

    /** Makes a test that does not look at depths. */
    public Isolation(double radiusMetres, double seconds, int fewest) {
        this(new IsolationCheck(new Surroundings(radiusMetres, seconds, Double.POSITIVE_INFINITY), fewest));
    }

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public SortedMap<String, String> parameters() {
        return Near.text(check.around()).with(Near.FEWEST, check.fewest()).byName();
    }

    @Override
    public String describe() {
        return "isolation: suspect with fewer than " + check.fewest() + " others" + Near.describe(check.around());
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
