package dev.shoal.stage;

import dev.shoal.cf.FieldReader;
import java.io.IOException;

/** Fields that are written as they are read, as floats all the way. */
final class FieldCopy implements FieldWork {

    private final UnitBlock block;
    private float[] read = new float[0];

    FieldCopy(UnitBlock block) {
        this.block = block;
    }

    @Override
    public void carry(FieldReader reader, FieldBatch batch) throws IOException {
        int cells = Math.multiplyExact(batch.count() * block.levels(), block.fieldSize());
        if (read.length < cells) {
            read = new float[cells];
        }
        reader.read(
                batch.steps(),
                block.levelRange(),
                FieldWork.rows(block.horizontal()),
                FieldWork.columns(block.horizontal()),
                read);
        block.put(batch.firstTarget(), read, cells);
    }
}
