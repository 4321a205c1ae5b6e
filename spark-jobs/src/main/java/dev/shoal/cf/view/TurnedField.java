package dev.shoal.cf.view;

import dev.shoal.cf.Packing;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.Window;
import dev.shoal.regrid.vector.Faces;
import dev.shoal.regrid.vector.GridAngle;
import java.io.IOException;
import java.util.Arrays;

/**
 * The eastward or the northward component of a vector whose components are stored along the grid. The last two axes of
 * all variables are rows and columns.
 *
 * @param header of what comes out, on the cells' centres
 * @param along the stored component along the columns
 * @param across the stored component to its left
 * @param angle of the grid at the cells' centres, row by row
 * @param component which of the two it is
 * @param place where the components are stored
 */
record TurnedField(
        VariableHeader header,
        VariableHeader along,
        VariableHeader across,
        GridAngle angle,
        Component component,
        Place place)
        implements DerivedField {

    /** A component of a vector. */
    enum Component {
        EAST,
        NORTH
    }

    /** Where components are stored. */
    enum Place {
        CENTRES,
        /** Each between the centres, along its own direction. */
        FACES
    }

    @Override
    public double[] values(ArrayFile file, Window window) throws IOException {
        double[] first = centred(file, along, Faces.Axis.X, window);
        double[] second = centred(file, across, Faces.Axis.Y, window);
        int[] points = points(window);
        if (points.length > 0) {
            angle.part(points).toEastNorth(first.length / points.length, first, second);
        }
        return component == Component.EAST ? first : second;
    }

    private int[] points(Window window) {
        int y = window.rank() - 2;
        int columns = (int) window.length(y + 1);
        int width = (int) header.shape()[y + 1];
        int[] points = new int[Math.toIntExact(window.length(y) * columns)];
        for (int i = 0; i < points.length; i++) {
            points[i] = ((int) window.start(y) + i / columns) * width + (int) window.start(y + 1) + i % columns;
        }
        return points;
    }

    /** Reads a component and brings it to the centres of cells, where it lies on their faces. */
    private double[] centred(ArrayFile file, VariableHeader source, Faces.Axis way, Window window) throws IOException {
        int axis = window.rank() - (way == Faces.Axis.X ? 1 : 2);
        if (place == Place.CENTRES) {
            return Packing.of(source).decode(file.read(source, window));
        }
        int shift = source.shape()[axis] > header.shape()[axis] ? -1 : 0;
        long first = window.start(axis) - 1 - shift;
        long end = window.end(axis) - shift;
        long from = Math.max(0, first);
        long to = Math.min(source.shape()[axis], end);
        double[] read = Packing.of(source).decode(file.read(source, window.with(axis, from, to)));
        return centres(read, way, window, (int) (to - from), (int) (from - first));
    }

    /**
     * Makes values at centres.
     *
     * @param read values of the faces that the file has
     * @param inside how many of them along the way
     * @param offset how many are lacking before them
     */
    private static double[] centres(double[] read, Faces.Axis way, Window window, int inside, int offset) {
        int rows = (int) window.length(window.rank() - 2);
        int columns = (int) window.length(window.rank() - 1);
        int faceRows = rows + (way == Faces.Axis.Y ? 1 : 0);
        int faceColumns = columns + (way == Faces.Axis.X ? 1 : 0);
        double[] faces = new double[faceRows * faceColumns];
        double[] cells = new double[rows * columns];
        double[] values = new double[Math.toIntExact(window.size())];
        Faces before = new Faces(way, -1, false);
        for (int field = 0; field < values.length / cells.length; field++) {
            Arrays.fill(faces, Double.NaN);
            if (way == Faces.Axis.X) {
                for (int row = 0; row < rows; row++) {
                    int at = (field * rows + row) * inside;
                    System.arraycopy(read, at, faces, row * faceColumns + offset, inside);
                }
            } else {
                System.arraycopy(read, field * inside * columns, faces, offset * columns, inside * columns);
            }
            before.toCentres(faceRows, faceColumns, faces, rows, columns, cells);
            System.arraycopy(cells, 0, values, field * cells.length, cells.length);
        }
        return values;
    }
}
