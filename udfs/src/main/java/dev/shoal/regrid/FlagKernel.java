package dev.shoal.regrid;

import dev.shoal.qc.flag.QcFlag;

/** Carries flags over rows by a rule; {@link Stencil} says how. Sums are those that the values are made with. */
final class FlagKernel {
    private final Rows rows;
    private final RowRule rule;

    FlagKernel(Rows rows, RowRule rule) {
        this.rows = rows;
        this.rule = rule;
    }

    /** Makes flags of values whose failed sources were left out. */
    void worst(byte[] source, byte[] target) {
        for (int cell = 0; cell < rows.cells(); cell++) {
            target[cell] = rule.strict() ? strict(source, cell) : renormalised(source, cell);
        }
    }

    /** Makes flags of values whose failed sources were kept. */
    void worstOfKept(byte[] source, byte[] target) {
        for (int cell = 0; cell < rows.cells(); cell++) {
            double valid = 0;
            double magnitude = 0;
            boolean whole = true;
            byte worst = QcFlag.MISSING;
            for (int e = rows.start()[cell]; e < rows.start()[cell + 1]; e++) {
                byte flag = source[rows.column()[e]];
                whole &= flag != QcFlag.MISSING;
                if (flag != QcFlag.MISSING && rows.weight()[e] != 0) {
                    valid += rows.weight()[e];
                    magnitude += Math.abs(rows.weight()[e]);
                    worst = QcFlag.worse(worst, flag);
                }
            }
            boolean made = rule.strict() ? whole : rule.suffices(valid, magnitude, rows.total()[cell]);
            target[cell] = made ? worst : QcFlag.MISSING;
        }
    }

    private byte renormalised(byte[] source, int cell) {
        double valid = 0;
        double magnitude = 0;
        double failed = 0;
        double failedMagnitude = 0;
        byte worst = QcFlag.MISSING;
        for (int e = rows.start()[cell]; e < rows.start()[cell + 1]; e++) {
            byte flag = source[rows.column()[e]];
            double weight = rows.weight()[e];
            if (flag == QcFlag.FAIL) {
                failed += weight;
                failedMagnitude += Math.abs(weight);
            } else if (flag != QcFlag.MISSING && weight != 0) {
                valid += weight;
                magnitude += Math.abs(weight);
                worst = QcFlag.worse(worst, flag);
            }
        }
        double total = rows.total()[cell];
        boolean anyFailed = failedMagnitude > 0;
        if (rule.suffices(valid, magnitude, total)) {
            return anyFailed ? QcFlag.SUSPECT : worst;
        }
        boolean wouldDo = rule.suffices(valid + failed, magnitude + failedMagnitude, total);
        return anyFailed && wouldDo ? QcFlag.FAIL : QcFlag.MISSING;
    }

    private byte strict(byte[] source, int cell) {
        boolean failed = false;
        byte worst = QcFlag.MISSING;
        for (int e = rows.start()[cell]; e < rows.start()[cell + 1]; e++) {
            byte flag = source[rows.column()[e]];
            if (flag == QcFlag.MISSING) {
                return QcFlag.MISSING;
            }
            failed |= flag == QcFlag.FAIL;
            worst = rows.weight()[e] != 0 ? QcFlag.worse(worst, flag) : worst;
        }
        return failed ? QcFlag.FAIL : worst;
    }
}
