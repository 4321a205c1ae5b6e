package dev.shoal.regrid;

/**
 * First moments of the overlaps of two rectilinear grids whose cells lie between parallels and meridians, about the
 * centroids of the source's cells.
 */
final class MomentsOfRectilinear {
    private static final double TURN = 360;

    private final RectilinearGrid source;
    private final CellRows rows;
    private final CellColumns columns;

    MomentsOfRectilinear(RectilinearGrid source) {
        this.source = source;
        this.rows = new CellRows(source);
        this.columns = new CellColumns(source);
    }

    /**
     * Reckons the moments of the overlaps that weights are of.
     *
     * @return to the east and to the north in turn, by the target cells' areas
     */
    Weights of(Weights weights, RectilinearGrid target) {
        GridWindow window = weights.target();
        CellRows targetRows = new CellRows(target, window.y0(), window.y1());
        CellColumns targetColumns = new CellColumns(target, window.x0(), window.x1());
        WeightList list = new WeightList(window.size(), 0, Math.multiplyExact(2, weights.entries()));
        for (int y = 0; y < window.rows(); y++) {
            for (int x = 0; x < window.columns(); x++) {
                double area = targetRows.height(y) * targetColumns.radians(x);
                for (int cell : weights.sourcesOf(window.y0() + y, window.x0() + x)) {
                    add(list, cell, targetRows, y, targetColumns, x, area);
                }
                list.endCell();
            }
        }
        return list.toWeights(source.ny(), Math.multiplyExact(2, source.nx()), window);
    }

    private void add(
            WeightList list, int cell, CellRows targetRows, int y, CellColumns targetColumns, int x, double area) {
        int row = cell / source.nx();
        int column = cell - row * source.nx();
        double south = Math.max(rows.south(row), targetRows.south(y));
        double north = Math.min(rows.north(row), targetRows.north(y));
        double half = 0.5 * columns.width(column);
        RectangleMoment whole = RectangleMoment.of(rows.south(row), rows.north(row), -half, half);
        double length = Math.hypot(whole.outward(), whole.along());
        double cosine = whole.outward() / length;
        double sine = whole.along() / length;
        double ahead = columns.west(column) - targetColumns.west(x);
        ahead -= TURN * Math.floor(ahead / TURN);
        double east = 0;
        double toNorth = 0;
        for (double begin = ahead; begin > -TURN - half; begin -= TURN) {
            double west = Math.max(0, begin) - begin - half;
            double end = Math.min(targetColumns.width(x), begin + 2 * half) - begin - half;
            if (end > west) {
                RectangleMoment part = RectangleMoment.of(south, north, west, end);
                east += part.east();
                toNorth += part.along() * cosine - part.outward() * sine;
            }
        }
        list.add(2 * cell, east / area);
        list.add(2 * cell + 1, toNorth / area);
    }
}
