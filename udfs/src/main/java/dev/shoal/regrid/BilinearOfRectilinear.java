package dev.shoal.regrid;

/** Bilinear weights from a rectilinear grid, found axis by axis. Safe to share between threads. */
final class BilinearOfRectilinear implements PointMaker {
    private final int nx;
    private final Axis rows;
    private final Axis columns;

    BilinearOfRectilinear(RectilinearGrid source) {
        this.nx = source.nx();
        this.rows = Axis.latitudes(source);
        this.columns = Axis.longitudes(source);
    }

    @Override
    public void add(TargetPoints at, int i, WeightList list) {
        add(rows.bracket(at.lat(i)), columns.bracket(at.lon(i)), list);
    }

    /** Makes the weights of a rectilinear target, whose rows and columns are looked up once each. */
    Weights weights(RectilinearGrid source, RectilinearGrid target, GridWindow window) {
        Bracket[] row = brackets(rows, target.lat(), window.y0(), window.y1());
        Bracket[] column = brackets(columns, target.lon(), window.x0(), window.x1());
        WeightList list = new WeightList(window.size(), 4);
        for (Bracket y : row) {
            for (Bracket x : column) {
                add(y, x, list);
                list.endCell();
            }
        }
        return list.toWeights(source.ny(), source.nx(), window);
    }

    private void add(Bracket row, Bracket column, WeightList list) {
        if (row.inside() && column.inside()) {
            along(list, row.lower() * nx, column, 1 - row.fraction());
            if (row.upper() != row.lower()) {
                along(list, row.upper() * nx, column, row.fraction());
            }
        }
    }

    private static void along(WeightList list, int rowStart, Bracket column, double share) {
        list.add(rowStart + column.lower(), share * (1 - column.fraction()));
        if (column.upper() != column.lower()) {
            list.add(rowStart + column.upper(), share * column.fraction());
        }
    }

    private static Bracket[] brackets(Axis axis, double[] coordinates, int start, int end) {
        Bracket[] brackets = new Bracket[end - start];
        for (int i = start; i < end; i++) {
            brackets[i - start] = axis.bracket(coordinates[i]);
        }
        return brackets;
    }
}
