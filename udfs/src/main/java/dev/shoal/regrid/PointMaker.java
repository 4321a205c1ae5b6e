package dev.shoal.regrid;

/** Makes the weights of one target point after another, in one thread. */
interface PointMaker {

    /** Adds the contributions to point {@code i} of the row that {@code at} is in; none where it gets no value. */
    void add(TargetPoints at, int i, WeightList list);

    /** Makes the weights of a window, its points row by row; those without a position have none. */
    default Weights weights(Grid source, Grid target, GridWindow window, int perCell) {
        WeightList list = new WeightList(window.size(), perCell);
        TargetPoints points = new TargetPoints(target, window);
        for (int row = window.y0(); row < window.y1(); row++) {
            points.take(row);
            for (int i = 0; i < window.columns(); i++) {
                if (!points.isHole(i)) {
                    add(points, i, list);
                }
                list.endCell();
            }
        }
        return list.toWeights(source.ny(), source.nx(), window);
    }
}
