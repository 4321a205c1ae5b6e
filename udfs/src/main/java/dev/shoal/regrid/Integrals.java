package dev.shoal.regrid;

/**
 * Adds up integrals over target cells. A cell takes {@code A sum(w x valid)} from the source, {@code A} its area; its
 * value stands for the part of it that had values ({@link Normalisation#FRACAREA}), for all of it
 * ({@link Normalisation#DESTAREA}), or is the integral already ({@link Normalisation#NONE}).
 */
final class Integrals {
    private final int sourceCells;
    private final Rows rows;
    private final double[] area;
    private final Normalisation normalisation;
    private final Conservation report;

    Integrals(int sourceCells, Rows rows, double[] area, Normalisation normalisation, Conservation report) {
        this.sourceCells = sourceCells;
        this.rows = rows;
        this.area = area;
        this.normalisation = normalisation;
        this.report = report;
    }

    void add(int fields, double[] source, double[] target) {
        each(fields, source, target, true);
    }

    void addTarget(int fields, double[] source, double[] target) {
        each(fields, source, target, false);
    }

    private void each(int fields, double[] source, double[] target, boolean both) {
        int cells = rows.cells();
        for (int k = 0; k < fields * cells; k++) {
            cell(k % cells, source, k / cells * sourceCells, target[k], both);
        }
    }

    private void cell(int cell, double[] source, int from, double value, boolean both) {
        double sum = 0;
        double valid = 0;
        for (int e = rows.start()[cell]; e < rows.start()[cell + 1]; e++) {
            double each = source[from + rows.column()[e]];
            boolean there = !Double.isNaN(each) && rows.weight()[e] != 0;
            sum += there ? rows.weight()[e] * each : 0;
            valid += there ? rows.weight()[e] : 0;
        }
        if (both) {
            report.addSource(sum, area[cell]);
        }
        if (!Double.isNaN(value)) {
            report.addTarget(value, part(cell, valid));
        }
    }

    private double part(int cell, double valid) {
        return switch (normalisation) {
            case FRACAREA -> valid * area[cell];
            case DESTAREA -> area[cell];
            case NONE -> 1;
        };
    }
}
