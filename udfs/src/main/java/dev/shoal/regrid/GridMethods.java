package dev.shoal.regrid;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Which methods can be used from a grid and to it, found by trying each on a part of it.
 *
 * @param from for every method why it cannot be used from the grid; empty where it can
 * @param to for every method why it cannot be used to the grid; empty where it can
 */
public record GridMethods(Map<Method, String> from, Map<Method, String> to) {
    /** Larger grids are tried on a part. */
    private static final int MOST_CELLS = 100_000;

    private static final int PART = 32;

    /** Copies the maps. */
    public GridMethods {
        from = Collections.unmodifiableMap(new EnumMap<>(from));
        to = Collections.unmodifiableMap(new EnumMap<>(to));
    }

    /** Tries every method. */
    public static GridMethods of(Grid grid) {
        Grid part = part(grid);
        Grid other = TargetGrids.named("r16x8");
        Map<Method, String> from = new EnumMap<>(Method.class);
        Map<Method, String> to = new EnumMap<>(Method.class);
        for (Method method : Method.values()) {
            from.put(method, reason(part, other, method));
            to.put(method, reason(other, part, method));
        }
        return new GridMethods(from, to);
    }

    private static String reason(Grid source, Grid target, Method method) {
        try {
            Weights made = Weigher.of(source, Scheme.of(method)).weights(target, new GridWindow(0, 1, 0, 1));
            return made.target().size() == 1 ? "" : "it gives no weights";
        } catch (IllegalArgumentException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    /** Returns a part of a large grid that has what the whole has; the whole where a part would be holes alone. */
    private static Grid part(Grid grid) {
        if (grid.size() <= MOST_CELLS) {
            return grid;
        }
        if (grid instanceof UnstructuredGrid mesh) {
            return part(mesh);
        }
        int y = Math.max(0, grid.ny() / 2 - PART / 2);
        int x = Math.max(0, grid.nx() / 2 - PART / 2);
        GridWindow window = new GridWindow(y, Math.min(grid.ny(), y + PART), x, Math.min(grid.nx(), x + PART));
        if (grid instanceof RectilinearGrid rectilinear) {
            return new RectilinearGrid(
                    Arrays.copyOfRange(rectilinear.lat(), window.y0(), window.y1()),
                    Arrays.copyOfRange(rectilinear.lon(), window.x0(), window.x1()));
        }
        return part((CurvilinearGrid) grid, window);
    }

    private static Grid part(CurvilinearGrid grid, GridWindow window) {
        CellCorners corners = grid.corners();
        double[] lat = rows(grid.lat(), grid.nx(), 1, window);
        double[] lon = rows(grid.lon(), grid.nx(), 1, window);
        if (Arrays.stream(lat).allMatch(Double::isNaN)) {
            return grid;
        }
        CellCorners own = corners.isEmpty()
                ? corners
                : new CellCorners(
                        corners.most(),
                        rows(corners.lat(), grid.nx(), corners.most(), window),
                        rows(corners.lon(), grid.nx(), corners.most(), window));
        return new CurvilinearGrid(window.rows(), window.columns(), lat, lon, own);
    }

    private static double[] rows(double[] values, int nx, int most, GridWindow window) {
        double[] part = new double[window.size() * most];
        int length = window.columns() * most;
        for (int row = 0; row < window.rows(); row++) {
            System.arraycopy(values, ((row + window.y0()) * nx + window.x0()) * most, part, row * length, length);
        }
        return part;
    }

    private static Grid part(UnstructuredGrid grid) {
        int most = grid.corners().most();
        double[] lat = Arrays.copyOf(grid.lat(), MOST_CELLS);
        if (Arrays.stream(lat).allMatch(Double::isNaN)) {
            return grid;
        }
        CellCorners corners = grid.corners().isEmpty()
                ? CellCorners.NONE
                : new CellCorners(
                        most,
                        Arrays.copyOf(grid.corners().lat(), MOST_CELLS * most),
                        Arrays.copyOf(grid.corners().lon(), MOST_CELLS * most));
        int[] node = grid.triangles().node();
        int[] kept = new int[node.length];
        int count = 0;
        for (int i = 0; i < node.length; i += 3) {
            if (Math.max(node[i], Math.max(node[i + 1], node[i + 2])) < MOST_CELLS) {
                System.arraycopy(node, i, kept, count, 3);
                count += 3;
            }
        }
        return new UnstructuredGrid(
                lat, Arrays.copyOf(grid.lon(), MOST_CELLS), corners, new Triangles(Arrays.copyOf(kept, count)));
    }
}
