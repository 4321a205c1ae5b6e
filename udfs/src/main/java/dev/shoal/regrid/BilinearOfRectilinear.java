package dev.shoal.regrid;

/** Bilinear weights from a rectilinear grid, found axis by axis. */
final class BilinearOfRectilinear {

    private BilinearOfRectilinear() {}

    static Weights weights(RectilinearGrid source, RectilinearGrid target, GridWindow window) {
        Bracket[] rows = brackets(Axis.latitudes(source), target.lat(), window.y0(), window.y1());
        Bracket[] columns = brackets(Axis.longitudes(source), target.lon(), window.x0(), window.x1());
        WeightList list = new WeightList(window.size(), 4);
        for (Bracket row : rows) {
            for (Bracket column : columns) {
                if (row.inside() && column.inside()) {
                    along(list, row.lower() * source.nx(), column, 1 - row.fraction());
                    if (row.upper() != row.lower()) {
                        along(list, row.upper() * source.nx(), column, row.fraction());
                    }
                }
                list.endCell();
            }
        }
        return list.toWeights(source.ny(), source.nx(), window);
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
