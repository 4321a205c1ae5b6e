package dev.shoal.regrid;

import java.util.Arrays;
import java.util.BitSet;

/** Fills target cells from the source points nearest to them of those that have a value in the field. */
final class PointFiller implements Filler.FieldFiller {
    private final Extrapolation extrapolation;
    private final Grid source;
    private final Grid target;
    private final GridWindow window;
    private final double[] unit;
    /** Points that the tree holds; holes of the grid, which it does not, may be among them. */
    private BitSet valid = new BitSet();

    /** Target cells that the rows are of. */
    private BitSet missing = new BitSet();

    private PointTree tree;
    private Rows rows = Rows.of(new int[1], new int[0], new double[0]);

    PointFiller(Extrapolation extrapolation, Grid source, Grid target, GridWindow window) {
        this.extrapolation = extrapolation;
        this.source = source;
        this.target = target;
        this.window = window;
        this.unit = UnitVectors.of(source, 1);
        this.valid.set(0, source.size());
        this.tree = PointTree.of(source, unit, 1);
    }

    @Override
    public void fill(double[] values, int from, double[] filled) {
        BitSet gone = holes(filled, 0, filled.length);
        if (gone.isEmpty()) {
            return;
        }
        BitSet there = holes(values, from, source.size());
        there.flip(0, source.size());
        boolean sameSource = there.equals(valid);
        if (!sameSource) {
            valid = there;
            tree = treeOf(valid);
        }
        if (!sameSource || !gone.equals(missing)) {
            missing = gone;
            rows = found();
        }
        apply(values, from, filled);
    }

    private void apply(double[] values, int from, double[] filled) {
        int row = 0;
        for (int cell = missing.nextSetBit(0); cell >= 0; cell = missing.nextSetBit(cell + 1)) {
            double sum = 0;
            for (int e = rows.start()[row]; e < rows.start()[row + 1]; e++) {
                sum += rows.weight()[e] * values[from + rows.column()[e]];
            }
            filled[cell] = rows.start()[row] < rows.start()[row + 1] ? sum : Double.NaN;
            row++;
        }
    }

    /** Returns a tree of some of the source's points. */
    private PointTree treeOf(BitSet points) {
        double[] some = unit.clone();
        for (int k = points.nextClearBit(0); k < source.size(); k = points.nextClearBit(k + 1)) {
            Arrays.fill(some, 3 * k, 3 * k + 3, Double.NaN);
        }
        return PointTree.of(source, some, 1);
    }

    private static BitSet holes(double[] values, int from, int count) {
        BitSet holes = new BitSet(count);
        for (int k = 0; k < count; k++) {
            if (Double.isNaN(values[from + k])) {
                holes.set(k);
            }
        }
        return holes;
    }

    /** Returns what each missing cell takes, by number of the source's points. */
    private Rows found() {
        int cells = missing.cardinality();
        int[] start = new int[cells + 1];
        int[] column = new int[Math.multiplyExact(cells, extrapolation.count())];
        double[] weight = new double[column.length];
        PointSearch search = new PointSearch(tree, extrapolation.count());
        TargetPoints points = new TargetPoints(target, window);
        int row = -1;
        int end = 0;
        int entries = 0;
        for (int cell = missing.nextSetBit(0); cell >= 0; cell = missing.nextSetBit(cell + 1)) {
            if (cell / window.columns() != row) {
                row = cell / window.columns();
                points.take(window.y0() + row);
            }
            entries = add(search, points, cell % window.columns(), column, weight, entries);
            start[++end] = entries;
        }
        return Rows.of(start, Arrays.copyOf(column, entries), Arrays.copyOf(weight, entries));
    }

    private int add(PointSearch search, TargetPoints at, int i, int[] column, double[] weight, int entries) {
        if (at.isHole(i) || tree.size() == 0) {
            return entries;
        }
        int count = search.find(at.x(i), at.y(i), at.z(i), within2());
        double[] share = new double[count];
        for (int rank = 0; rank < count; rank++) {
            double distance = Math.sqrt(search.distance2(rank));
            share[rank] = 1 / (distance > 0 ? distance : InverseDistance.NO_DISTANCE);
        }
        InverseDistance.normalise(share, count);
        for (int rank = 0; rank < count; rank++) {
            column[entries + rank] = search.point(rank);
            weight[entries + rank] = share[rank];
        }
        return entries + count;
    }

    /** Returns the squared chord of the reach. */
    private double within2() {
        double half = Math.sin(Math.toRadians(extrapolation.reachDegrees()) / 2);
        return 4 * half * half;
    }
}
