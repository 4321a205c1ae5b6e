package dev.shoal.stage;

import dev.shoal.spec.OutputSpec;
import java.util.List;

/**
 * Chooses how many steps lie in a chunk where nobody says so: few enough that there are chunks for many tasks, but no
 * chunk so small that it is not worth an object. It depends on the data alone, not on who does the work.
 */
final class TimeChunks {

    private static final int LEAST_CHUNKS = 16;
    private static final long LEAST_BYTES = 1L << 20;
    private static final long MOST_BYTES = 16L << 20;
    private static final int MOST_STEPS = 512;

    private TimeChunks() {}

    /** Returns the output with a length of chunks along time, unless it has one. */
    static OutputSpec chosen(OutputSpec form, List<FileDescription> files, long targetCells) {
        if (form.chunks().containsKey(GridStoreLayout.TIME)) {
            return form;
        }
        long steps = 0;
        long levels = 1;
        for (FileDescription file : files) {
            int most = 0;
            for (GridDescription field : file.grids()) {
                most = Math.max(most, field.time().count());
                levels = Math.max(levels, field.vertical().count());
            }
            steps += most;
        }
        return steps == 0 ? form : form.withChunk(GridStoreLayout.TIME, length(steps, levels, targetCells));
    }

    /** Returns the steps of a chunk of one level. */
    static int length(long steps, long levels, long targetCells) {
        long fieldBytes = Math.max(1, targetCells * Float.BYTES);
        long along = Math.max(1, (LEAST_CHUNKS + levels - 1) / levels);
        long even = (steps + along - 1) / along;
        long least = (LEAST_BYTES + fieldBytes - 1) / fieldBytes;
        long most = Math.max(1, MOST_BYTES / fieldBytes);
        long chosen = Math.min(Math.max(even, least), most);
        return (int) Math.max(1, Math.min(Math.min(MOST_STEPS, steps), chosen));
    }
}
