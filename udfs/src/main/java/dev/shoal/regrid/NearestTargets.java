package dev.shoal.regrid;

import java.lang.ref.WeakReference;
import java.util.Arrays;

/**
 * Weights by which each source point goes to the target point nearest to it ({@link Method#NEAREST_D2S}). The nearest
 * is looked for in the whole target grid, once for all of its windows. Safe to share between threads.
 */
final class NearestTargets implements Weigher {
    private final Grid source;
    private final Reach reach;
    private final int threads;
    private Sorted last;

    NearestTargets(Grid source, Reach reach, int threads) {
        this.source = source;
        this.reach = reach;
        this.threads = threads;
        this.last = new Sorted(new WeakReference<>(source), new int[1], new int[0]);
    }

    /**
     * Source points by the target cell they go to.
     *
     * @param target the grid that they go to
     * @param start first place of each target cell in {@code point}, and the end of the last
     * @param point numbers of source points, rising for each target cell
     */
    private record Sorted(WeakReference<Grid> target, int[] start, int[] point) {}

    @Override
    public Weights weights(Grid target, GridWindow window) {
        Sorted sorted = sorted(target);
        WeightList list = new WeightList(window.size(), 1);
        for (int row = window.y0(); row < window.y1(); row++) {
            for (int column = window.x0(); column < window.x1(); column++) {
                int cell = row * target.nx() + column;
                int end = sorted.start[cell + 1];
                for (int place = sorted.start[cell]; place < end; place++) {
                    list.add(sorted.point[place], 1.0 / (end - sorted.start[cell]));
                }
                list.endCell();
            }
        }
        return list.toWeights(source.ny(), source.nx(), window);
    }

    /** Windows of one target follow each other, and may be asked for at once: the first makes it for all. */
    private synchronized Sorted sorted(Grid target) {
        if (last.target.get() != target || last.start.length != target.size() + 1) {
            last = sort(target);
        }
        return last;
    }

    private Sorted sort(Grid target) {
        int[] nearest = nearest(target);
        int[] start = new int[target.size() + 1];
        int count = 0;
        for (int cell : nearest) {
            if (cell >= 0) {
                start[cell + 1]++;
                count++;
            }
        }
        Arrays.parallelPrefix(start, Integer::sum);
        int[] next = start.clone();
        int[] point = new int[count];
        for (int k = 0; k < nearest.length; k++) {
            if (nearest[k] >= 0) {
                point[next[nearest[k]]++] = k;
            }
        }
        return new Sorted(new WeakReference<>(target), start, point);
    }

    /** Returns the number of the target point nearest to each source point, -1 where there is none. */
    private int[] nearest(Grid target) {
        NearestPoints points = NearestPoints.of(target, reach, threads);
        int[] nearest = new int[source.size()];
        GridWindow[] parts = Weighers.parts(GridWindow.of(source), threads);
        Parallel.each(threads, parts.length, part -> {
            NearestPoint search = points.search();
            TargetPoints at = new TargetPoints(source, parts[part]);
            for (int row = parts[part].y0(); row < parts[part].y1(); row++) {
                at.take(row);
                for (int i = 0; i < parts[part].columns(); i++) {
                    nearest[at.number(i)] = at.isHole(i) ? -1 : search.of(at, i);
                }
            }
        });
        return nearest;
    }
}
