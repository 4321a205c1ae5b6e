package dev.shoal.stage;

import dev.shoal.regrid.GridWindow;
import java.io.IOException;

/** Fields that are brought to another grid and not judged: all steps and levels of a batch at once. */
final class FieldRegridding implements FieldWork {

    private final UnitBlock block;
    private final FieldTransform.Weighted transform;
    private double[] source = new double[0];
    private double[] target = new double[0];

    FieldRegridding(UnitBlock block, FieldTransform.Weighted transform) {
        this.block = block;
        this.transform = transform;
    }

    @Override
    public void carry(FieldReader reader, FieldBatch batch) throws IOException {
        GridWindow window = transform.source();
        int fields = batch.count() * block.levels();
        source = room(source, fields, window.size());
        target = room(target, fields, block.fieldSize());
        reader.read(
                batch.steps(), block.levelRange(), FieldWork.rows(window), FieldWork.columns(window), source);
        transform.values(fields, source, target);
        block.put(batch.firstTarget(), target, fields * block.fieldSize());
    }

    private static double[] room(double[] had, int fields, int cells) {
        int wanted = Math.multiplyExact(fields, cells);
        return had.length < wanted ? new double[wanted] : had;
    }
}
