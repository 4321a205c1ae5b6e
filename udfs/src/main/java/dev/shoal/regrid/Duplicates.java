package dev.shoal.regrid;

import java.util.BitSet;

/**
 * Cells that occur more than once in a grid: the overlapping columns of grids round the Earth, the row or the half row
 * beyond the fold of a tripolar one. Weights by area take the others alone, so that each part of the sphere counts
 * once.
 *
 * <p>They are found by their places: cells with corners where all corners are the same, columns whose bounds are,
 * others where the points are, to within a thousandth of the cell. Of the same cells the one that lies farthest from
 * the edges of the grid's arrays is kept, since halos need not hold values; of several as far inside the one with the
 * lowest number. A rectilinear grid keeps the first of its columns that are the same.
 *
 * @param cells the numbers of those to be left out; not to be changed
 */
public record Duplicates(BitSet cells) {
    private static final double SAME = 1e-3;

    /**
     * Finds the cells of a grid that occur more than once.
     *
     * @throws IllegalArgumentException where the grid has points alone
     */
    public static Duplicates of(Grid grid) {
        if (grid instanceof RectilinearGrid rectilinear) {
            BitSet columns = ofColumns(new CellColumns(rectilinear));
            BitSet cells = new BitSet();
            columns.stream().forEach(column -> {
                for (int row = 0; row < grid.ny(); row++) {
                    cells.set(row * grid.nx() + column);
                }
            });
            return new Duplicates(cells);
        }
        CellPolygons cells = CellPolygons.of(grid, 1);
        return new Duplicates(DuplicateSearch.of(grid, cells, CellBoxes.of(cells, grid.size(), 1)));
    }

    /** Returns the number of cells to be left out. */
    public int count() {
        return cells.cardinality();
    }

    /** Tells whether a cell is to be left out since another is the same. */
    public boolean contains(int cell) {
        return cells.get(cell);
    }

    /** Returns the columns that are the same as one before them. */
    static BitSet ofColumns(CellColumns columns) {
        BitSet same = new BitSet();
        Intervals byLongitude = columns.byLongitude();
        IntList found = new IntList();
        for (int i = 0; i < columns.count(); i++) {
            byLongitude.findAround(columns.west(i), columns.width(i), found);
            for (int k = 0; k < found.size() && found.at(k) < i; k++) {
                double apart = SAME * columns.width(i);
                int other = found.at(k);
                boolean west = Math.abs(Longitudes.step(columns.west(other), columns.west(i))) <= apart;
                boolean east = Math.abs(columns.width(other) - columns.width(i)) <= apart;
                if (west && east && !same.get(other)) {
                    same.set(i);
                }
            }
        }
        return same;
    }
}
