package dev.shoal.stage;

import dev.shoal.regrid.Extrapolation;
import dev.shoal.regrid.Filler;
import dev.shoal.regrid.Filling;
import dev.shoal.regrid.Grid;
import dev.shoal.regrid.GridWindow;
import java.util.List;

/**
 * The target cells that are made so that those wanted can be filled where they are missing: the same, or more of them
 * around. For one thread.
 */
final class FilledCells {

    private final GridWindow wanted;
    private final GridWindow made;
    private final List<Filler> filler;

    private FilledCells(GridWindow wanted, GridWindow made, List<Filler> filler) {
        this.wanted = wanted;
        this.made = made;
        this.filler = filler;
    }

    /** Returns how a window of a target is filled. */
    static FilledCells of(Extrapolation extrapolation, Grid source, Grid target, GridWindow wanted) {
        if (extrapolation.filling() == Filling.NONE) {
            return new FilledCells(wanted, wanted, List.of());
        }
        GridWindow made = extrapolation.targetHalo(target, wanted);
        return new FilledCells(wanted, made, List.of(new Filler(extrapolation, source, target, made)));
    }

    /** Returns the cells that are made. */
    GridWindow made() {
        return made;
    }

    /** Tells whether nothing is filled. */
    boolean isPlain() {
        return filler.isEmpty();
    }

    /** Tells whether the cells made are those wanted, and no others. */
    boolean madeAsWanted() {
        return made.equals(wanted);
    }

    /** Fills fields that follow each other, of the whole source where that is asked for. */
    void fill(int fields, float[] source, float[] target) {
        filler.forEach(known -> known.fill(fields, source, target));
    }

    /** Fills fields that follow each other, of the whole source where that is asked for. */
    void fill(int fields, double[] source, double[] target) {
        filler.forEach(known -> known.fill(fields, source, target));
    }

    /**
     * Cuts the cells wanted out of those made.
     *
     * @param from array of primitives, shape {@code (fields, made cells)}
     * @param to array of the same type, shape {@code (fields, wanted cells)}, overwritten
     */
    void cut(int fields, Object from, Object to) {
        int row = 0;
        for (int field = 0; field < fields; field++) {
            for (int y = wanted.y0(); y < wanted.y1(); y++) {
                int start = field * made.size() + (y - made.y0()) * made.columns() + wanted.x0() - made.x0();
                System.arraycopy(from, start, to, row++ * wanted.columns(), wanted.columns());
            }
        }
    }
}
