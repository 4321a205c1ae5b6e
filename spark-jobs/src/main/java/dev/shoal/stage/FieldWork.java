package dev.shoal.stage;

import dev.shoal.cf.FieldReader;
import dev.shoal.plan.Window;
import dev.shoal.regrid.GridWindow;
import java.io.IOException;
import java.util.Optional;

/** What a task does with the fields of one unit: from the open file into the unit's block. For one thread. */
sealed interface FieldWork permits FieldCopy, FieldRegridding, FieldJudgement {

    /**
     * Carries the fields of a batch over.
     *
     * @throws dev.shoal.netcdf.UnreadableException where the file is damaged; of this batch nothing is put then
     */
    void carry(FieldReader reader, FieldBatch batch) throws IOException;

    /** Returns what the fields kept of their integrals; nothing where it is not reported. */
    default Optional<Integral> integrals() {
        return Optional.empty();
    }

    /** Returns the work that a unit asks for. */
    static FieldWork of(GridJob job, GridSource source, UnitBlock block, FieldTransform transform) {
        if (transform instanceof FieldTransform.Weighted weighted && !source.flagged()) {
            return new FieldRegridding(block, weighted);
        }
        boolean copies = transform instanceof FieldTransform.Same && !source.flagged() && block.holdsFloats();
        return copies ? new FieldCopy(block) : new FieldJudgement(source, job.failed(), block, transform);
    }

    /** Returns the rows of a window. */
    static Window rows(GridWindow window) {
        return new Window(new long[] {window.y0()}, new long[] {window.y1()});
    }

    /** Returns the columns of a window. */
    static Window columns(GridWindow window) {
        return new Window(new long[] {window.x0()}, new long[] {window.x1()});
    }
}
