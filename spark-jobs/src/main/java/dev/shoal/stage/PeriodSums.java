package dev.shoal.stage;

import dev.shoal.cf.TimePeriod;
import dev.shoal.regrid.time.PeriodCells;
import dev.shoal.regrid.time.TimeStatistic;
import dev.shoal.spec.TimeSpec;

/** The cells of one unit over the steps of one period, taken in a batch at a time. For one thread. */
final class PeriodSums {

    private final TimeSpec how;
    private final UnitBlock block;
    private final int cells;
    private final PeriodCells values;
    private final PeriodCells fractions;
    private final double[] made;
    private final double[] share;

    /**
     * Makes room for a period.
     *
     * @param block that gets the periods' values
     */
    PeriodSums(TimeSpec how, UnitBlock block) {
        this.how = how;
        this.block = block;
        this.cells = block.levels() * block.fieldSize();
        this.values = new PeriodCells(how.statistic(), cells);
        this.fractions = new PeriodCells(TimeStatistic.MEAN, block.fractions().length > 0 ? cells : 0);
        this.made = new double[cells];
        this.share = new double[cells];
    }

    /**
     * Takes in steps that follow each other in a part of the same cells.
     *
     * @param first place of the first of them in the period
     * @param count of them
     */
    void add(UnitBlock part, TimePeriod period, int first, int count) {
        for (int step = 0; step < count; step++) {
            int place = first + step;
            long weight = period.weights()[place];
            if (part.values() instanceof float[] narrow) {
                values.add(place, weight, narrow, step * cells);
            } else {
                values.add(place, weight, (double[]) part.values(), step * cells);
            }
            if (part.fractions().length > 0) {
                fractions.add(place, weight, part.fractions(), step * cells);
            }
        }
    }

    /** Puts the period in its place, and forgets its steps. */
    void finish(TimePeriod period, int target) {
        if (block.fractions().length > 0) {
            fractions.finish(period.expected(), 0, made, share);
            for (int cell = 0; cell < cells; cell++) {
                made[cell] = Double.isNaN(made[cell]) ? 0 : made[cell] * share[cell];
            }
            block.putFractions(target, made, cells);
            fractions.clear();
        }
        values.finish(period.expected(), how.leastValidShare(), made, share);
        block.put(target, made, cells);
        values.clear();
    }
}
