package dev.shoal.stage;

import dev.shoal.regrid.GridWindow;
import dev.shoal.regrid.MissingRule;
import dev.shoal.regrid.Stencil;
import dev.shoal.spec.OutputSpec;
import dev.shoal.spec.RegridSpec;

/** What becomes of one field on its way from a window of the source grid to a window of the target grid. */
sealed interface FieldTransform {

    /** Returns the source cells that are needed; empty where the target lies wholly outside the source. */
    GridWindow source();

    /**
     * Carries values over.
     *
     * @param source the source window, row by row; NaN is missing
     * @param target the target window, row by row, overwritten
     * @param fractions the share of each target cell that is made of valid values, overwritten
     */
    void values(double[] source, double[] target, double[] fractions);

    /**
     * Carries flags over.
     *
     * @param source the source window, row by row
     * @param target the target window, row by row, overwritten
     */
    void flags(byte[] source, byte[] target);

    /**
     * The target grid is the source's own.
     *
     * @param source the window on both
     */
    record Same(GridWindow source) implements FieldTransform {

        @Override
        public void values(double[] from, double[] to, double[] fractions) {
            System.arraycopy(from, 0, to, 0, source.size());
            for (int i = 0; i < source.size(); i++) {
                fractions[i] = Double.isNaN(from[i]) ? 0 : 1;
            }
        }

        @Override
        public void flags(byte[] from, byte[] to) {
            System.arraycopy(from, 0, to, 0, source.size());
        }
    }

    /**
     * Weights applied.
     *
     * @param source the window the weights need
     * @param stencil the weights over that window
     * @param sourceAreas what target cells take of each cell of the source window, where weights are areas
     * @param rule for missing values
     * @param failed whether failed values are among those carried over
     * @param filled the cells that the stencil makes, and how they are filled
     * @param report whether integrals are reported
     */
    record Weighted(
            GridWindow source,
            Stencil stencil,
            double[] sourceAreas,
            MissingRule rule,
            OutputSpec.FailedValues failed,
            FilledCells filled,
            RegridSpec.IntegralReport report)
            implements FieldTransform {

        /** Tells whether integrals of these cells are reported: of methods by area, where no cell is made twice. */
        boolean integrated() {
            return report == RegridSpec.IntegralReport.TOLD && filled.madeAsWanted();
        }

        @Override
        public void values(double[] from, double[] to, double[] fractions) {
            if (filled.isPlain()) {
                stencil.apply(1, from, rule, to, fractions);
                return;
            }
            double[] made = new double[filled.made().size()];
            double[] shares = new double[made.length];
            stencil.apply(1, from, rule, made, shares);
            filled.fill(1, from, made);
            filled.cut(1, made, to);
            filled.cut(1, shares, fractions);
        }

        @Override
        public void flags(byte[] from, byte[] to) {
            byte[] made = filled.madeAsWanted() ? to : new byte[filled.made().size()];
            if (failed == OutputSpec.FailedValues.KEEP) {
                stencil.worstOfKept(from, rule, made);
            } else {
                stencil.worstFlags(from, rule, made);
            }
            if (!filled.madeAsWanted()) {
                filled.cut(1, made, to);
            }
        }
    }
}
