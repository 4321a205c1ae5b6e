package dev.shoal.regrid.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FacesTest {
    private static final double NONE = Double.NaN;

    private static double[] centres(Faces faces, int rows, int columns, double[] values, int toRows, int toColumns) {
        double[] cells = new double[toRows * toColumns];
        faces.toCentres(rows, columns, values, toRows, toColumns, cells);
        return cells;
    }

    @Test
    void romsHasOneFaceFewerThanCells() {
        assertThat(centres(Faces.after(Faces.Axis.X), 2, 2, new double[] {1, 3, 5, NONE}, 2, 3))
                .containsExactly(1, 2, 3, 5, 5, NONE);
        assertThat(centres(Faces.after(Faces.Axis.Y), 2, 2, new double[] {1, 3, 5, NONE}, 3, 2))
                .containsExactly(1, 3, 3, 3, 5, NONE);
    }

    @Test
    void nemoHasAFaceAfterEveryCell() {
        double[] faces = {1, 3, 5};
        assertThat(centres(Faces.after(Faces.Axis.X), 1, 3, faces, 1, 3)).containsExactly(1, 2, 4);
        assertThat(centres(new Faces(Faces.Axis.X, 0, true), 1, 3, faces, 1, 3)).containsExactly(3, 2, 4);
    }

    @Test
    void facesMayLieBeforeTheirCells() {
        double[] faces = {1, 3, 5};
        assertThat(centres(new Faces(Faces.Axis.X, -1, false), 1, 3, faces, 1, 3))
                .containsExactly(2, 4, 5);
        assertThat(centres(new Faces(Faces.Axis.X, -1, true), 1, 3, faces, 1, 3))
                .containsExactly(2, 4, 3);
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThatThrownBy(() -> new Faces(Faces.Axis.X, 1, false)).hasMessageContaining("at a shift of 1 cells");
        assertThatThrownBy(() -> centres(Faces.after(Faces.Axis.X), 2, 2, new double[4], 3, 2))
                .hasMessageContaining("values of 2 x 2 faces to 3 x 2 cells");
    }
}
