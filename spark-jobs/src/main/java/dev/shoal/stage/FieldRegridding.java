package dev.shoal.stage;

import dev.shoal.cf.FieldReader;
import dev.shoal.regrid.GridWindow;
import java.io.IOException;
import java.util.Optional;

/**
 * Fields that are brought to another grid and not judged: all steps and levels of a batch at once, in the precision
 * that they are written in.
 */
final class FieldRegridding implements FieldWork {

    private final UnitBlock block;
    private final FieldTransform.Weighted transform;
    private final boolean tellsFraction;
    private final Optional<IntegralSums> sums;
    private final FloatFields narrow = new FloatFields();
    private final DoubleFields wide = new DoubleFields();

    FieldRegridding(UnitBlock block, FieldTransform.Weighted transform) {
        this.block = block;
        this.transform = transform;
        this.tellsFraction = block.fractions().length > 0;
        this.sums = transform.integrated()
                ? Optional.of(new IntegralSums(
                        transform.sourceAreas(),
                        transform.stencil().targetAreas(),
                        transform.rule().normalisation()))
                : Optional.empty();
    }

    @Override
    public void carry(FieldReader reader, FieldBatch batch) throws IOException {
        int fields = batch.count() * block.levels();
        int read = Math.multiplyExact(fields, transform.source().size());
        int made = Math.multiplyExact(fields, transform.filled().made().size());
        int told = tellsFraction || sums.isPresent() ? made : 0;
        if (block.holdsFloats()) {
            narrow.makeRoom(read, made, told);
            carryFloats(reader, batch, fields);
        } else {
            wide.makeRoom(read, made, told);
            carryDoubles(reader, batch, fields);
        }
    }

    private void carryFloats(FieldReader reader, FieldBatch batch, int fields) throws IOException {
        GridWindow window = transform.source();
        reader.read(
                batch.steps(), block.levelRange(), FieldWork.rows(window), FieldWork.columns(window), narrow.source);
        if (tellsFraction || sums.isPresent()) {
            transform.stencil().apply(fields, narrow.source, transform.rule(), narrow.target, narrow.fractions);
        } else {
            transform.stencil().apply(fields, narrow.source, transform.rule(), narrow.target);
        }
        sums.ifPresent(known -> known.add(fields, narrow.source, narrow.target, narrow.fractions));
        transform.filled().fill(fields, narrow.source, narrow.target);
        int count = fields * block.fieldSize();
        block.put(batch.firstTarget(), wanted(fields, narrow.target, count), count);
        if (tellsFraction) {
            block.putFractions(batch.firstTarget(), wanted(fields, narrow.fractions, count), count);
        }
    }

    private void carryDoubles(FieldReader reader, FieldBatch batch, int fields) throws IOException {
        GridWindow window = transform.source();
        reader.read(batch.steps(), block.levelRange(), FieldWork.rows(window), FieldWork.columns(window), wide.source);
        if (tellsFraction || sums.isPresent()) {
            transform.stencil().apply(fields, wide.source, transform.rule(), wide.target, wide.fractions);
        } else {
            transform.stencil().apply(fields, wide.source, transform.rule(), wide.target);
        }
        sums.ifPresent(known -> known.add(fields, wide.source, wide.target, wide.fractions));
        transform.filled().fill(fields, wide.source, wide.target);
        int count = fields * block.fieldSize();
        block.put(batch.firstTarget(), wanted(fields, wide.target, count), count);
        if (tellsFraction) {
            block.putFractions(batch.firstTarget(), wanted(fields, wide.fractions, count), count);
        }
    }

    private float[] wanted(int fields, float[] made, int count) {
        if (transform.filled().madeAsWanted()) {
            return made;
        }
        float[] cut = new float[count];
        transform.filled().cut(fields, made, cut);
        return cut;
    }

    private double[] wanted(int fields, double[] made, int count) {
        if (transform.filled().madeAsWanted()) {
            return made;
        }
        double[] cut = new double[count];
        transform.filled().cut(fields, made, cut);
        return cut;
    }

    @Override
    public Optional<Integral> integrals() {
        return sums.map(IntegralSums::integral);
    }

    /** The arrays of fields in single precision, used again from batch to batch. */
    private static final class FloatFields {
        private float[] source = new float[0];
        private float[] target = new float[0];
        private float[] fractions = new float[0];

        void makeRoom(int read, int made, int told) {
            source = source.length < read ? new float[read] : source;
            target = target.length < made ? new float[made] : target;
            fractions = fractions.length < told ? new float[told] : fractions;
        }
    }

    /** The arrays of fields in double precision, used again from batch to batch. */
    private static final class DoubleFields {
        private double[] source = new double[0];
        private double[] target = new double[0];
        private double[] fractions = new double[0];

        void makeRoom(int read, int made, int told) {
            source = source.length < read ? new double[read] : source;
            target = target.length < made ? new double[made] : target;
            fractions = fractions.length < told ? new double[told] : fractions;
        }
    }
}
