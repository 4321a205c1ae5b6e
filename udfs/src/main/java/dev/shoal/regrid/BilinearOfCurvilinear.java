package dev.shoal.regrid;

import java.util.Arrays;

/**
 * Bilinear weights from a curvilinear grid. Goes once over the source's quadrilaterals and, for each, over the target
 * points in its box; the target is rectilinear, so those are found by two searches and no index of the source is
 * needed.
 *
 * <p>Which geometry is used is decided by the target point alone (see {@link Method#BILINEAR}), so the quadrilaterals
 * that compete for it fit together without gaps. Of several that hold it the one with the lowest number wins.
 */
final class BilinearOfCurvilinear {
    private static final double PLANE_LIMIT = 80;
    private static final double INSIDE = 1e-9;
    private static final double SNAP = 1e-11;

    private final CurvilinearGrid source;
    private final GridWindow window;
    private final SortedCells rows;
    private final SortedCells columns;
    private final Quads quads;
    private final Spacing spacing;
    private final QuadMap map = new QuadMap();
    private final Quad quad = new Quad();
    private final int[] best;
    private final double[] bestExcess;
    private final double[] s;
    private final double[] t;

    BilinearOfCurvilinear(CurvilinearGrid source, RectilinearGrid target, GridWindow window) {
        this.source = source;
        this.window = window;
        this.rows = SortedCells.latitudes(target.lat(), window.y0(), window.y1());
        this.columns = SortedCells.longitudes(target.lon(), window.x0(), window.x1());
        this.quads = new Quads(source);
        this.spacing = Spacing.of(source);
        int cells = window.size();
        this.best = new int[cells];
        this.bestExcess = new double[cells];
        this.s = new double[cells];
        this.t = new double[cells];
        Arrays.fill(best, -1);
        Arrays.fill(bestExcess, Axis.EDGE);
    }

    Weights weights() {
        for (int number = 0; number < quads.end(); number++) {
            if (quads.exists(number)) {
                quads.corners(number, quad.corners);
                scatter(number);
            }
        }
        WeightList list = new WeightList(best.length, 4);
        for (int cell = 0; cell < best.length; cell++) {
            if (best[cell] >= 0) {
                add(list, cell);
            }
            list.endCell();
        }
        return list.toWeights(source.ny(), source.nx(), window);
    }

    private void scatter(int number) {
        if (!quad.load(source) || !rows.isWithin(quad.south - quad.reach(), quad.north + quad.reach())) {
            return;
        }
        if (quad.isBroken(spacing)) {
            return;
        }
        scatterInPlane(number);
        if (quad.north + quad.reach() > PLANE_LIMIT || quad.south - quad.reach() < -PLANE_LIMIT) {
            scatterOnSphere(number);
        }
    }

    private void scatterInPlane(int number) {
        if (quad.width() >= 180) {
            return;
        }
        double margin = 2 * Axis.EDGE * (quad.north - quad.south) + INSIDE;
        int end = rows.from(Math.nextUp(Math.min(quad.north + margin, PLANE_LIMIT)));
        for (int row = rows.from(Math.max(quad.south - margin, -PLANE_LIMIT)); row < end; row++) {
            double aside = 2 * Axis.EDGE * quad.width() + INSIDE;
            double west = Longitudes.normal(quad.west - aside);
            double east = west + quad.width() + 2 * aside;
            tryPlane(number, row, columns.from(west), columns.from(Math.nextUp(east)));
            if (east >= 180) {
                tryPlane(number, row, 0, columns.from(Math.nextUp(east - 360)));
            }
        }
    }

    private void tryPlane(int number, int row, int from, int end) {
        for (int column = from; column < end; column++) {
            quad.seenInPlane(rows.value(row), columns.value(column));
            map.solve(quad.x, quad.y);
            keep(number, rows.position(row), columns.position(column));
        }
    }

    private void scatterOnSphere(int number) {
        double reach = quad.reach();
        boolean allAround = quad.width() >= 180 || quad.north + reach >= 90 || quad.south - reach <= -90;
        int end = rows.from(Math.nextUp(quad.north + reach));
        for (int row = rows.from(quad.south - reach); row < end; row++) {
            if (Math.abs(rows.value(row)) <= PLANE_LIMIT) {
                continue;
            }
            double aside = allAround ? 180 : quad.width() * 0.01 + INSIDE;
            double west = allAround ? -180 : Longitudes.normal(quad.west - aside);
            double east = allAround ? 180 : west + quad.width() + 2 * aside;
            trySphere(number, row, columns.from(west), columns.from(Math.nextUp(east)));
            if (east >= 180 && !allAround) {
                trySphere(number, row, 0, columns.from(Math.nextUp(east - 360)));
            }
        }
    }

    private void trySphere(int number, int row, int from, int end) {
        for (int column = from; column < end; column++) {
            if (quad.seenOnSphere(rows.value(row), columns.value(column))) {
                map.solve(quad.x, quad.y);
                keep(number, rows.position(row), columns.position(column));
            }
        }
    }

    private void keep(int number, int row, int column) {
        double excess = map.excess() <= INSIDE ? 0 : map.excess();
        int cell = row * window.columns() + column;
        boolean edge = best[cell] < 0 && excess == bestExcess[cell];
        if (excess < bestExcess[cell] || edge) {
            best[cell] = number;
            bestExcess[cell] = excess;
            s[cell] = snapped(map.s());
            t[cell] = snapped(map.t());
        }
    }

    private void add(WeightList list, int cell) {
        quads.corners(best[cell], quad.corners);
        list.add(quad.corners[0], (1 - s[cell]) * (1 - t[cell]));
        list.add(quad.corners[1], s[cell] * (1 - t[cell]));
        list.add(quad.corners[2], s[cell] * t[cell]);
        list.add(quad.corners[3], (1 - s[cell]) * t[cell]);
    }

    private static double snapped(double share) {
        if (share < SNAP) {
            return 0;
        }
        return share > 1 - SNAP ? 1 : share;
    }
}
