package dev.shoal.regrid;

/** The weights are all there is. */
enum NoRefinement implements Refinement {
    INSTANCE;

    @Override
    public GridWindow needed(GridWindow target, GridWindow window) {
        return window;
    }

    @Override
    public Refinement window(GridWindow target) {
        return this;
    }

    @Override
    public Refinement joined(Refinement[] parts, GridWindow whole) {
        return this;
    }

    @Override
    public Refiner over(GridWindow source) {
        return (values, from, rule, target, to) -> {};
    }
}
