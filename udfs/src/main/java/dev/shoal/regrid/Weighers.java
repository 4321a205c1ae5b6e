package dev.shoal.regrid;

/** Finds the way of making weights for a kind of grid and a method. */
final class Weighers {

    private Weighers() {}

    static Weigher of(Grid source, Scheme scheme, int threads) {
        Weigher weigher = unchecked(source, scheme);
        return (target, window) -> {
            Weights.checkWindow(target, window);
            return weigher.weights(target, window);
        };
    }

    private static Weigher unchecked(Grid source, Scheme scheme) {
        return switch (scheme.method()) {
            case NEAREST -> nearest(source);
            case BILINEAR -> bilinear(source);
            default ->
                throw new IllegalArgumentException("Cannot regrid by " + scheme.key() + " from a " + source + ".");
        };
    }

    private static Weigher nearest(Grid source) {
        if (source instanceof RectilinearGrid grid) {
            NearestOfRectilinear nearest = new NearestOfRectilinear(grid);
            return (target, window) -> nearest.weights(rectilinear(target), window);
        }
        CurvilinearGrid grid = (CurvilinearGrid) source;
        return (target, window) -> new NearestOfCurvilinear(grid, rectilinear(target), window).weights();
    }

    private static Weigher bilinear(Grid source) {
        if (source instanceof RectilinearGrid grid) {
            return (target, window) -> BilinearOfRectilinear.weights(grid, rectilinear(target), window);
        }
        CurvilinearGrid grid = (CurvilinearGrid) source;
        return (target, window) -> new BilinearOfCurvilinear(grid, rectilinear(target), window).weights();
    }

    private static RectilinearGrid rectilinear(Grid target) {
        return (RectilinearGrid) target;
    }
}
