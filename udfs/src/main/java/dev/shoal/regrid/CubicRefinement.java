package dev.shoal.regrid;

import java.util.Arrays;

/**
 * Cubic values in place of bilinear ones. Cubic weights are negative in part, so what is left of them when a value is
 * missing must not be scaled up: where one of the up to 16 is missing, the bilinear value stays.
 *
 * @param weights of the up to 16 cells, of which none is 0; none where the bilinear value stays anyway
 */
record CubicRefinement(Weights weights) implements Refinement {

    @Override
    public GridWindow needed(GridWindow target, GridWindow window) {
        return window.around(weights.sourceWindow(target.y0(), target.y1(), target.x0(), target.x1()));
    }

    @Override
    public Refinement window(GridWindow target) {
        return new CubicRefinement(weights.window(target.y0(), target.y1(), target.x0(), target.x1()));
    }

    @Override
    public Refinement joined(Refinement[] parts, GridWindow whole) {
        Weights[] all = Arrays.stream(parts)
                .map(part -> ((CubicRefinement) part).weights())
                .toArray(Weights[]::new);
        return new CubicRefinement(Weights.joined(all, whole));
    }

    @Override
    public Refiner over(GridWindow source) {
        return weights.over(source)::replace;
    }
}
