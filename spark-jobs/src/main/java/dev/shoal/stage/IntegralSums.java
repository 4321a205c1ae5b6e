package dev.shoal.stage;

import dev.shoal.regrid.Normalisation;

/**
 * Adds up integrals over the cells of a unit: of the source by the areas that target cells take of it, where it has
 * values, and of the target over what its values stand for. Sums are taken by blocks, and those with what rounding
 * lost. For one thread.
 */
final class IntegralSums {

    private static final int BLOCK = 4096;

    private final double[] sourceAreas;
    private final double[] targetAreas;
    private final Normalisation normalisation;
    private final Sum source = new Sum();
    private final Sum target = new Sum();

    /**
     * Begins with nothing.
     *
     * @param sourceAreas what target cells take of each cell of the source window
     * @param targetAreas of the target cells
     * @param normalisation that values are made with
     */
    IntegralSums(double[] sourceAreas, double[] targetAreas, Normalisation normalisation) {
        this.sourceAreas = sourceAreas;
        this.targetAreas = targetAreas;
        this.normalisation = normalisation;
    }

    /** A sum that keeps what rounding takes from it (Neumaier 1974). */
    private static final class Sum {
        private double high;
        private double lost;

        void add(double value) {
            double sum = high + value;
            lost += Math.abs(high) >= Math.abs(value) ? high - sum + value : value - sum + high;
            high = sum;
        }
    }

    /** Adds fields of single precision that follow each other, with the valid shares of target cells. */
    void add(int fields, float[] values, float[] made, float[] shares) {
        for (int field = 0; field < fields; field++) {
            for (int from = 0; from < sourceAreas.length; from += BLOCK) {
                int start = field * sourceAreas.length;
                double sum = 0;
                for (int i = from; i < Math.min(sourceAreas.length, from + BLOCK); i++) {
                    float value = values[start + i];
                    sum += Float.isNaN(value) ? 0 : value * sourceAreas[i];
                }
                source.add(sum);
            }
            int start = field * targetAreas.length;
            for (int i = 0; i < targetAreas.length; i++) {
                addTarget(made[start + i], shares[start + i], targetAreas[i]);
            }
        }
    }

    /** Adds fields of double precision that follow each other, with the valid shares of target cells. */
    void add(int fields, double[] values, double[] made, double[] shares) {
        for (int field = 0; field < fields; field++) {
            for (int from = 0; from < sourceAreas.length; from += BLOCK) {
                int start = field * sourceAreas.length;
                double sum = 0;
                for (int i = from; i < Math.min(sourceAreas.length, from + BLOCK); i++) {
                    double value = values[start + i];
                    sum += Double.isNaN(value) ? 0 : value * sourceAreas[i];
                }
                source.add(sum);
            }
            int start = field * targetAreas.length;
            for (int i = 0; i < targetAreas.length; i++) {
                addTarget(made[start + i], shares[start + i], targetAreas[i]);
            }
        }
    }

    private void addTarget(double value, double share, double area) {
        if (!Double.isNaN(value)) {
            target.add(
                    switch (normalisation) {
                        case FRACAREA -> value * share * area;
                        case DESTAREA -> value * area;
                        case NONE -> value;
                    });
        }
    }

    /** Returns the integrals of what was added. */
    Integral integral() {
        return new Integral(source.high + source.lost, target.high + target.lost);
    }
}
