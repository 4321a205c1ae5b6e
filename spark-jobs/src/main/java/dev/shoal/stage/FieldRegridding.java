package dev.shoal.stage;

import dev.shoal.cf.FieldReader;
import dev.shoal.regrid.GridWindow;
import java.io.IOException;

/**
 * Fields that are brought to another grid and not judged: all steps and levels of a batch at once, in the precision
 * that they are written in.
 */
final class FieldRegridding implements FieldWork {

    private final UnitBlock block;
    private final FieldTransform.Weighted transform;
    private final boolean tellsFraction;
    private Narrow narrow = new Narrow(0, 0, 0);
    private Wide wide = new Wide(0, 0, 0);

    FieldRegridding(UnitBlock block, FieldTransform.Weighted transform) {
        this.block = block;
        this.transform = transform;
        this.tellsFraction = block.fractions().length > 0;
    }

    @Override
    public void carry(FieldReader reader, FieldBatch batch) throws IOException {
        int fields = batch.count() * block.levels();
        int read = Math.multiplyExact(fields, transform.source().size());
        int made = Math.multiplyExact(fields, block.fieldSize());
        if (block.holdsFloats()) {
            narrow = narrow.source.length < read ? new Narrow(read, made, tellsFraction ? made : 0) : narrow;
            carryFloats(reader, batch, fields);
        } else {
            wide = wide.source.length < read ? new Wide(read, made, tellsFraction ? made : 0) : wide;
            carryDoubles(reader, batch, fields);
        }
    }

    private void carryFloats(FieldReader reader, FieldBatch batch, int fields) throws IOException {
        GridWindow window = transform.source();
        reader.read(
                batch.steps(),
                block.levelRange(),
                FieldWork.rows(window),
                FieldWork.columns(window),
                narrow.source);
        if (tellsFraction) {
            transform.stencil().apply(fields, narrow.source, transform.rule(), narrow.target, narrow.fractions);
            block.putFractions(batch.firstTarget(), narrow.fractions, fields * block.fieldSize());
        } else {
            transform.stencil().apply(fields, narrow.source, transform.rule(), narrow.target);
        }
        block.put(batch.firstTarget(), narrow.target, fields * block.fieldSize());
    }

    private void carryDoubles(FieldReader reader, FieldBatch batch, int fields) throws IOException {
        GridWindow window = transform.source();
        reader.read(
                batch.steps(), block.levelRange(), FieldWork.rows(window), FieldWork.columns(window), wide.source);
        if (tellsFraction) {
            transform.stencil().apply(fields, wide.source, transform.rule(), wide.target, wide.fractions);
            block.putFractions(batch.firstTarget(), wide.fractions, fields * block.fieldSize());
        } else {
            transform.stencil().apply(fields, wide.source, transform.rule(), wide.target);
        }
        block.put(batch.firstTarget(), wide.target, fields * block.fieldSize());
    }

    /** The arrays of fields in single precision, used again from batch to batch. */
    private static final class Narrow {
        private final float[] source;
        private final float[] target;
        private final float[] fractions;

        Narrow(int read, int made, int told) {
            source = new float[read];
            target = new float[made];
            fractions = new float[told];
        }
    }

    /** The arrays of fields in double precision, used again from batch to batch. */
    private static final class Wide {
        private final double[] source;
        private final double[] target;
        private final double[] fractions;

        Wide(int read, int made, int told) {
            source = new double[read];
            target = new double[made];
            fractions = new double[told];
        }
    }
}
