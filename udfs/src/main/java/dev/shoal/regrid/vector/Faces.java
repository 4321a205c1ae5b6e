package dev.shoal.regrid.vector;

import java.io.Serializable;

/**
 * Where the values of a staggered component lie: on the faces between the centres of cells, along one axis of a C-grid.
 *
 * <p>ROMS' {@code u} has one face fewer than cells along xi, and face 0 lies after cell 0; NEMO's {@code u} has as many
 * faces as cells, and face 0 lies after cell 0; MITgcm's {@code U} lies before its cell. The value of a cell is the
 * mean of those of its two faces that are valid; at the rim of the grid and along coasts, where one of them is missing,
 * it is the other's.
 *
 * @param axis along which the component is staggered
 * @param shift 0 where face 0 lies after cell 0, -1 where it lies before it
 * @param periodic whether the face beyond one end is that at the other
 */
public record Faces(Axis axis, int shift, boolean periodic) implements Serializable {

    /** An axis of a field. */
    public enum Axis {
        /** Along a row: u. */
        X,
        /** From row to row: v. */
        Y
    }

    /** Refuses a shift that no grid has. */
    public Faces {
        if (shift != 0 && shift != -1) {
            throw new IllegalArgumentException(
                    "Cannot place faces at a shift of " + shift + " cells, expected 0 (after) or -1 (before).");
        }
    }

    /** Returns the faces of ROMS and NEMO: face 0 lies after cell 0, and nothing beyond the rim. */
    public static Faces after(Axis axis) {
        return new Faces(axis, 0, false);
    }

    /**
     * Makes the values of cells.
     *
     * @param faceRows rows of faces
     * @param faceColumns columns of faces
     * @param faces shape {@code (faceRows, faceColumns)}; NaN means missing; not changed
     * @param rows of cells; as many as of faces, but along {@link Axis#Y} up to one more or fewer
     * @param columns of cells; as many as of faces, but along {@link Axis#X} up to one more or fewer
     * @param cells shape {@code (rows, columns)}, overwritten; NaN means missing
     */
    public void toCentres(int faceRows, int faceColumns, double[] faces, int rows, int columns, double[] cells) {
        checkShapes(faceRows, faceColumns, faces.length, rows, columns, cells.length);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double before;
                double after;
                if (axis == Axis.X) {
                    before = face(column - 1 - shift, faceColumns, faces, row * faceColumns, 1);
                    after = face(column - shift, faceColumns, faces, row * faceColumns, 1);
                } else {
                    before = face(row - 1 - shift, faceRows, faces, column, faceColumns);
                    after = face(row - shift, faceRows, faces, column, faceColumns);
                }
                double one = Double.isNaN(before) ? after : before;
                cells[row * columns + column] = Double.isNaN(after) ? one : 0.5 * (one + after);
            }
        }
    }

    private double face(int number, int count, double[] faces, int first, int stride) {
        if (number >= 0 && number < count) {
            return faces[first + number * stride];
        }
        return periodic ? faces[first + Math.floorMod(number, count) * stride] : Double.NaN;
    }

    private void checkShapes(int faceRows, int faceColumns, int faces, int rows, int columns, int cells) {
        int moreRows = Math.abs(faceRows - rows);
        int moreColumns = Math.abs(faceColumns - columns);
        boolean fits = axis == Axis.X ? moreRows == 0 && moreColumns <= 1 : moreColumns == 0 && moreRows <= 1;
        if (!fits || faces != faceRows * (long) faceColumns || cells != rows * (long) columns) {
            throw new IllegalArgumentException("Cannot bring values of " + faceRows + " x " + faceColumns
                    + " faces to " + rows + " x " + columns + " cells: expected as many along the other axis than "
                    + axis
                    + ", at most one more or fewer along it, and arrays of those sizes.");
        }
    }
}
