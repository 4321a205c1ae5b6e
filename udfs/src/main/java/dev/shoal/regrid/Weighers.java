package dev.shoal.regrid;

/** Finds the way of making weights for a kind of grid and a method. */
final class Weighers {
    private static final int PARTS_PER_THREAD = 4;
    private static final int LEAST_CELLS = 256;

    private Weighers() {}

    /**
     * Cuts a window into bands of rows, or of columns where it is one row, several for each thread; one where there is
     * one thread.
     */
    static GridWindow[] parts(GridWindow window, int threads) {
        Parallel.check(threads);
        boolean byRows = window.rows() > 1;
        int lines = byRows ? window.rows() : window.columns();
        int most = Math.min(lines, window.size() / LEAST_CELLS + 1);
        int count = threads == 1 ? 1 : Math.max(1, Math.min(PARTS_PER_THREAD * threads, most));
        GridWindow[] parts = new GridWindow[count];
        for (int k = 0; k < count; k++) {
            int start = Parallel.start(lines, count, k);
            int end = Parallel.start(lines, count, k + 1);
            parts[k] = byRows
                    ? new GridWindow(window.y0() + start, window.y0() + end, window.x0(), window.x1())
                    : new GridWindow(window.y0(), window.y1(), window.x0() + start, window.x0() + end);
        }
        return parts;
    }

    static Weigher of(Grid source, Scheme scheme, int threads) {
        Weigher weigher = unchecked(source, scheme, threads);
        return (target, window) -> {
            Weights.checkWindow(target, window);
            return weigher.weights(target, window).by(scheme.method());
        };
    }

    private static Weigher unchecked(Grid source, Scheme scheme, int threads) {
        return switch (scheme.method()) {
            case NEAREST -> PointWeighers.nearest(source, scheme.reach(), threads);
            case NEAREST_D2S -> PointWeighers.nearestTargets(source, scheme.reach(), threads);
            case INVERSE_DISTANCE -> PointWeighers.inverseDistance(source, scheme, threads);
            case BILINEAR -> PointWeighers.bilinear(source, scheme.reach(), threads);
            case BICUBIC -> Bicubic.of(source, scheme, threads);
            case CONSERVATIVE, LARGEST_AREA -> Conservative.of(source, scheme.edges(), threads);
            case CONSERVATIVE2 -> Conservative2.of(source, scheme.edges(), threads);
        };
    }
}
