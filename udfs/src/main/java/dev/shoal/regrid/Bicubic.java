package dev.shoal.regrid;

/**
 * Bicubic weights from grids with rows: where a target lies between four cells, and how far along and across, is what
 * the bilinear weights say; the cubic ones reach to the 16 around.
 *
 * <p>On a rectilinear grid the slopes are those of parabolas over the axes' own steps. On a curvilinear grid rows and
 * columns are taken as evenly numbered, and the place between the four is the one where the cubic means of the 16
 * positions meet the target: with the bilinear place, which SCRIP takes, the values would only be as exact as bilinear
 * ones wherever the grid is bent.
 */
final class Bicubic implements Weigher {
    private final Grid source;
    private final Lattice lattice;
    private final Weigher inside;
    private final Weigher bilinear;

    private Bicubic(Grid source, Lattice lattice, Scheme scheme, int threads) {
        Scheme linear = Scheme.of(Method.BILINEAR);
        this.source = source;
        this.lattice = lattice;
        this.inside = Weigher.of(source, linear, threads);
        this.bilinear = scheme.reach() == Reach.WITHIN_SOURCE
                ? inside
                : Weigher.of(source, linear.within(scheme.reach()), threads);
    }

    static Weigher of(Grid source, Scheme scheme, int threads) {
        if (source instanceof RectilinearGrid grid) {
            return new Bicubic(grid, Lattice.of(grid), scheme, threads);
        }
        if (source instanceof CurvilinearGrid grid) {
            return new Bicubic(grid, Lattice.of(grid), scheme, threads);
        }
        throw new IllegalArgumentException("Cannot regrid by bicubic from a " + source
                + ": it has no rows and columns, expected a rectilinear or curvilinear grid. Take bilinear, or"
                + " conservative2 where its cells' corners are known.");
    }

    @Override
    public Weights weights(Grid target, GridWindow window) {
        Weights within = inside.weights(target, window);
        Weights base = bilinear == inside ? within : bilinear.weights(target, window);
        return base.refined(new CubicDifference(differences(within, target)));
    }

    private Weights differences(Weights within, Grid target) {
        GridWindow window = within.target();
        CubicPlace place = source instanceof RectilinearGrid grid
                ? new CubicPlaceOnAxes(grid, lattice)
                : new CubicPlaceInSpace((CurvilinearGrid) source, lattice);
        WeightList list = new WeightList(window.size(), 16);
        for (int y = window.y0(); y < window.y1(); y++) {
            for (int x = window.x0(); x < window.x1(); x++) {
                int[] corner = within.sourcesOf(y, x);
                if (corner.length > 0) {
                    double[] share = within.weightsOf(y, x);
                    add(list, place.find(corner, share, target.lat(y, x), target.lon(y, x)), corner, share);
                }
                list.endCell();
            }
        }
        return list.toWeights(source.ny(), source.nx(), window);
    }

    private static void add(WeightList list, CubicPatch patch, int[] corner, double[] share) {
        for (int k = 0; k < patch.cell.length; k++) {
            double difference = patch.weight[k] - taken(patch.cell[k], corner, share);
            if (difference != 0) {
                list.add(patch.cell[k], difference);
            }
        }
    }

    /** Returns a cell's bilinear weight, once: on a small grid a cell may be there twice. */
    private static double taken(int cell, int[] corner, double[] share) {
        for (int k = 0; k < corner.length; k++) {
            if (corner[k] == cell) {
                double found = share[k];
                share[k] = 0;
                return found;
            }
        }
        return 0;
    }
}
