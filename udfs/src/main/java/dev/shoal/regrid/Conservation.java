package dev.shoal.regrid;

import dev.shoal.regrid.time.ExactSums;
import java.io.Serializable;
import java.util.Locale;

/**
 * How well integrals are kept: those of the source and of the target, over all fields and blocks that were added. Sums
 * are exact and rounded once, so neither the order nor the sharing out between tasks matters. Not thread-safe; one for
 * each task, merged afterwards.
 *
 * <p>{@link Stencil#integrate} adds the source as far as it overlaps the target, by the areas of the overlaps. So it
 * tells what was lost by application: cells that {@link MissingRule#leastValidWeight} made missing, and rounding. To
 * judge the weights too, the source is added by its cells' own areas ({@link #addSource}) and the target alone
 * ({@link Stencil#integrateTarget}); then every source cell must lie within the target grid.
 */
public final class Conservation implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int SOURCE = 0;
    private static final int TARGET = 1;

    private final ExactSums sums = new ExactSums(2);

    /**
     * Adds fields of a source by the areas of its cells.
     *
     * @param fields number of fields, one after the other in {@code values}
     * @param values NaN means missing; not changed
     * @param areas of the cells of one field, in steradians
     */
    public void addSource(int fields, double[] values, double[] areas) {
        for (int k = 0; k < fields * areas.length; k++) {
            if (!Double.isNaN(values[k])) {
                sums.addProduct(SOURCE, values[k], areas[k % areas.length]);
            }
        }
    }

    /** Adds what a cell takes from the source, as a mean over some area. */
    void addSource(double value, double area) {
        sums.addProduct(SOURCE, value, area);
    }

    /** Adds a target value over some area. */
    void addTarget(double value, double area) {
        sums.addProduct(TARGET, value, area);
    }

    /** Adds what another has added up. */
    public void merge(Conservation other) {
        sums.merge(other.sums);
    }

    /** Returns the integral of the source, in the variable's unit times steradians. */
    public double sourceIntegral() {
        return sums.sum(SOURCE);
    }

    /** Returns the integral of the target, in the variable's unit times steradians. */
    public double targetIntegral() {
        return sums.sum(TARGET);
    }

    /** Returns the difference of the integrals to that of the source; 0 where both are 0. */
    public double relativeDifference() {
        double difference = targetIntegral() - sourceIntegral();
        return difference == 0 ? 0 : Math.abs(difference / sourceIntegral());
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "source %.17g, target %.17g, relative difference %.2g",
                sourceIntegral(),
                targetIntegral(),
                relativeDifference());
    }
}
