package dev.shoal.regrid;

/** The weights are all there is. */
enum NoRefinement implements Refinement {
    /** There is only one. */
    ONLY;

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
    public Addends over(GridWindow source) {
        return Addends.NONE;
    }

    @Override
    public Weights addedTo(Weights weights) {
        return weights;
    }

    @Override
    public long bytes() {
        return 0;
    }
}
