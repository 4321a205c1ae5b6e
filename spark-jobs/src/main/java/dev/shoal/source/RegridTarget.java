package dev.shoal.source;

import dev.shoal.qc.NearestName;
import dev.shoal.regrid.Grid;
import dev.shoal.regrid.Method;
import dev.shoal.regrid.MissingPolicy;
import dev.shoal.regrid.MissingRule;
import dev.shoal.regrid.Reach;
import dev.shoal.regrid.Scheme;
import dev.shoal.regrid.TargetGrids;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a call brings values, and how.
 *
 * @param grid the target
 * @param scheme the weights are made by
 * @param rule for missing values
 */
record RegridTarget(Grid grid, Scheme scheme, MissingRule rule) {

    /** Reads grid, method, policy and least valid share of a call. */
    static RegridTarget of(RegridCall call) {
        Method method = choice(call, "method", Method.class, Method.BILINEAR);
        MissingPolicy policy = choice(call, "policy", MissingPolicy.class, MissingPolicy.SHOAL);
        try {
            Grid grid = TargetGrids.named(call.required("grid"));
            MissingRule rule = MissingRule.of(policy);
            Optional<Double> least = call.optional("min_valid").map(Double::valueOf);
            return new RegridTarget(
                    grid,
                    Scheme.of(method).within(Reach.of(method, policy)),
                    least.map(rule::wanting).orElse(rule));
        } catch (IllegalArgumentException error) {
            throw RegridCall.problem(String.valueOf(error.getMessage()));
        }
    }

    private static <E extends Enum<E>> E choice(RegridCall call, String name, Class<E> type, E standard) {
        Optional<String> asked = call.optional(name);
        if (asked.isEmpty()) {
            return standard;
        }
        List<String> names = new ArrayList<>();
        for (E one : type.getEnumConstants()) {
            names.add(one.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            if (names.get(names.size() - 1)
                    .equals(asked.get().toLowerCase(Locale.ROOT).replace('_', '-'))) {
                return one;
            }
        }
        throw RegridCall.problem("there is no " + name + " " + asked.get() + "." + NearestName.hint(asked.get(), names)
                + " There are: " + String.join(", ", names));
    }
}
