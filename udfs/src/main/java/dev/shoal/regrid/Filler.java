package dev.shoal.regrid;

/**
 * Fills the missing values of a window of a target grid. Keeps what it found for the last field, which serves every
 * further one with the same holes. For one thread.
 *
 * <p>Law: a filled value depends on the field, the grids and the extrapolation alone, to the last bit, and not on the
 * window or the number of fields at a time; for the cells of a window {@code wanted} that holds where the filler was
 * made for {@link Extrapolation#targetHalo} of it.
 */
public final class Filler {
    private final int sourceCells;
    private final int targetCells;
    private final FieldFiller filler;

    /** Makes ready for a window of a target grid. Refuses what {@link Extrapolation#check} refuses. */
    public Filler(Extrapolation extrapolation, Grid source, Grid target, GridWindow window) {
        extrapolation.check(target);
        this.sourceCells = source.size();
        this.targetCells = window.size();
        this.filler = switch (extrapolation.filling()) {
            case NONE -> (values, from, filled) -> {};
            case NEAREST, INVERSE_DISTANCE -> new PointFiller(extrapolation, source, target, window);
            case CREEP -> new CreepFiller(extrapolation.count(), target, window);
        };
    }

    /** Fills one field. */
    interface FieldFiller {
        /**
         * Fills what is missing.
         *
         * @param source the whole field from {@code from} on; NaN means missing; not changed
         * @param target the window, changed where it is NaN
         */
        void fill(double[] source, int from, double[] target);
    }

    /**
     * Fills fields that follow each other.
     *
     * @param fields number of fields
     * @param source all cells of the source grid, one field after the other, NaN means missing; not changed; not looked
     *     at where {@link Extrapolation#sourceHalo} does not ask for it
     * @param target the window's cells, one field after the other; NaN is filled
     */
    public void fill(int fields, double[] source, double[] target) {
        double[] one = new double[targetCells];
        for (int field = 0; field < fields; field++) {
            System.arraycopy(target, field * targetCells, one, 0, targetCells);
            filler.fill(source, field * sourceCells, one);
            System.arraycopy(one, 0, target, field * targetCells, targetCells);
        }
    }

    /** Fills fields of single precision; a value is that of double precision, rounded. */
    public void fill(int fields, float[] source, float[] target) {
        double[] one = new double[targetCells];
        for (int field = 0; field < fields; field++) {
            widen(target, field * targetCells, one);
            filler.fill(part(source, field), 0, one);
            for (int cell = 0; cell < targetCells; cell++) {
                target[field * targetCells + cell] = (float) one[cell];
            }
        }
    }

    private double[] part(float[] source, int field) {
        double[] part = new double[Math.min(sourceCells, source.length)];
        widen(source, field * part.length, part);
        return part;
    }

    private static void widen(float[] from, int start, double[] to) {
        for (int k = 0; k < to.length; k++) {
            to[k] = from[start + k];
        }
    }
}
