package dev.shoal.qc;

import dev.shoal.qc.neighbour.Points;
import dev.shoal.qc.neighbour.Surroundings;
import java.util.List;

/** What the tests of neighbourhoods share: their parameters, and how a neighbourhood turns into points. */
final class Near {

    static final String RADIUS = "radius";
    static final String PERIOD = "period";
    static final String DEPTHS = "max_depth_difference";
    static final String FEWEST = "min_count";

    static final List<Parameter> PARAMETERS = List.of(
            Parameter.required(RADIUS, Parameter.Kind.NUMBER),
            Parameter.required(PERIOD, Parameter.Kind.NUMBER),
            Parameter.optional(DEPTHS, Parameter.Kind.NUMBER));

    private static final double EARTH_RADIUS_METRES = 6_371_000;

    private Near() {}

    static Surroundings surroundings(Arguments arguments) {
        return new Surroundings(
                arguments.number(RADIUS), arguments.number(PERIOD), arguments.number(DEPTHS, Double.POSITIVE_INFINITY));
    }

    static ParameterText text(Surroundings around) {
        ParameterText text = new ParameterText().with(RADIUS, around.metres()).with(PERIOD, around.seconds());
        return Double.isInfinite(around.heightMetres()) ? text : text.with(DEPTHS, around.heightMetres());
    }

    static String describe(Surroundings around) {
        String depths = Double.isInfinite(around.heightMetres()) ? "" : " and " + around.heightMetres() + " m of depth";
        return " within " + around.metres() + " m, " + around.seconds() + " s" + depths;
    }

    /** Returns the way over the ground that a chord of the surroundings spans. */
    static double metres(Surroundings around) {
        double half = Math.min(1, around.metres() / (2 * EARTH_RADIUS_METRES));
        return 2 * EARTH_RADIUS_METRES * Math.asin(half);
    }

    static Points points(Neighbourhood all) {
        return new Points(
                all.lat(), all.lon(), all.timeMicros(), all.depthMetres(), all.values(), all.platform(), all.size());
    }
}
