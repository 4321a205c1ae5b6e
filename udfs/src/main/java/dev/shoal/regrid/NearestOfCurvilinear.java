package dev.shoal.regrid;

import java.util.Arrays;

/** Nearest-point weights from a curvilinear grid, by a tree over the points that can matter for the target's rows. */
final class NearestOfCurvilinear {
    private final CurvilinearGrid source;
    private final RectilinearGrid target;
    private final GridWindow window;
    private final Spacing spacing;

    NearestOfCurvilinear(CurvilinearGrid source, RectilinearGrid target, GridWindow window) {
        this.source = source;
        this.target = target;
        this.window = window;
        this.spacing = Spacing.of(source);
    }

    Weights weights() {
        WeightList list = new WeightList(window.size(), 1);
        if (!window.isEmpty()) {
            collect(list, treeAround());
        }
        return list.toWeights(source.ny(), source.nx(), window);
    }

    private void collect(WeightList list, KdTree tree) {
        for (int y = window.y0(); y < window.y1(); y++) {
            for (int x = window.x0(); x < window.x1(); x++) {
                KdTree.Found found = tree.nearest(Sphere.unit(target.lat()[y], target.lon()[x]), spacing.longest2());
                if (found.point >= 0 && found.distance2 <= reach2(found.point)) {
                    list.add(found.point, 1);
                }
                list.endCell();
            }
        }
    }

    /**
     * Builds a tree of the points at latitudes within the longest reach of the window's rows; no other can be taken.
     */
    private KdTree treeAround() {
        double margin = 1.01 * Sphere.degrees(spacing.longest2()) + 1e-6;
        double south = Math.min(target.lat()[window.y0()], target.lat()[window.y1() - 1]) - margin;
        double north = Math.max(target.lat()[window.y0()], target.lat()[window.y1() - 1]) + margin;
        int[] point = new int[source.lat().length];
        int count = 0;
        for (int k = 0; k < point.length; k++) {
            if (source.lat()[k] >= south && source.lat()[k] <= north) {
                point[count++] = k;
            }
        }
        return new KdTree(Arrays.copyOf(point, count), coordinates(point, count));
    }

    private double[][] coordinates(int[] point, int count) {
        double[][] coordinate = new double[3][count];
        for (int i = 0; i < count; i++) {
            double[] unit = Sphere.unit(source.lat()[point[i]], source.lon()[point[i]]);
            for (int axis = 0; axis < coordinate.length; axis++) {
                coordinate[axis][i] = unit[axis];
            }
        }
        return coordinate;
    }

    /** Returns the squared chord to the farthest of a point's neighbours that are neighbours on the sphere too. */
    private double reach2(int point) {
        int column = point % source.nx();
        double before = column > 0 ? step2(point, point - 1, spacing.row2()) : 0;
        double after = column + 1 < source.nx() ? step2(point, point + 1, spacing.row2()) : 0;
        double above = step2(point, point - source.nx(), spacing.column2());
        double below = step2(point, point + source.nx(), spacing.column2());
        return Math.max(Math.max(before, after), Math.max(above, below));
    }

    private double step2(int point, int neighbour, double longest2) {
        if (neighbour < 0 || neighbour >= source.lat().length) {
            return 0;
        }
        double step2 = Spacing.between(source, point, neighbour);
        return step2 <= longest2 ? step2 : 0;
    }
}
