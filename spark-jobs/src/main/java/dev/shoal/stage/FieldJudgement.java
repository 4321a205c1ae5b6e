package dev.shoal.stage;

import dev.shoal.cf.FieldReader;
import dev.shoal.qc.flag.QcFlag;
import dev.shoal.regrid.GridWindow;
import dev.shoal.spec.OutputSpec.FailedValues;
import java.io.IOException;

/** Fields that are judged or brought to another grid: values as doubles, flags beside them. */
final class FieldJudgement implements FieldWork {

    private final GridSource source;
    private final FailedValues failed;
    private final UnitBlock block;
    private final FieldTransform transform;
    private final FieldScratch scratch;

    FieldJudgement(GridSource source, FailedValues failed, UnitBlock block, FieldTransform transform) {
        this.source = source;
        this.failed = failed;
        this.block = block;
        this.transform = transform;
        this.scratch = new FieldScratch(transform.source().size(), block.fieldSize());
    }

    @Override
    public void carry(FieldReader reader, FieldBatch batch) throws IOException {
        GridWindow window = transform.source();
        int fields = batch.count() * block.levels();
        reader.read(
                batch.steps(),
                block.levelRange(),
                FieldWork.rows(window),
                FieldWork.columns(window),
                scratch.read(fields));
        for (int field = 0; field < fields; field++) {
            scratch.take(field);
            judge();
            transform.values(scratch.source(), scratch.target(), scratch.fractions());
            if (source.flagged()) {
                transform.flags(scratch.sourceFlags(), scratch.targetFlags());
                flagFilled();
            }
            block.put(batch.firstTarget() + field / block.levels(), field % block.levels(), scratch);
        }
    }

    /** A value that was filled in where there is none was judged by no test. */
    private void flagFilled() {
        double[] values = scratch.target();
        byte[] flags = scratch.targetFlags();
        for (int i = 0; i < values.length; i++) {
            boolean none = flags[i] == QcFlag.MISSING || (flags[i] == QcFlag.FAIL && failed == FailedValues.MASK);
            if (none && !Double.isNaN(values[i])) {
                flags[i] = QcFlag.UNKNOWN;
            }
        }
    }

    /** Flags the source's values and, where the run says so, makes holes of those that failed. */
    private void judge() {
        if (!source.flagged()) {
            return;
        }
        double[] values = scratch.source();
        byte[] flags = scratch.sourceFlags();
        source.tests().flag(values, values.length, flags, scratch.raised());
        if (failed == FailedValues.MASK) {
            for (int i = 0; i < values.length; i++) {
                if (flags[i] == QcFlag.FAIL) {
                    values[i] = Double.NaN;
                }
            }
        }
    }
}
