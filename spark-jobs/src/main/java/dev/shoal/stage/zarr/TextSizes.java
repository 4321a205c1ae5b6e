package dev.shoal.stage.zarr;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.ChunkGrid;
import dev.shoal.plan.Window;
import java.io.IOException;
import java.util.Arrays;

/** What texts take in memory, where their type tells no width. */
final class TextSizes {

    /** Of a text in Java beside its letters: two objects with their headers, and the reference to it. */
    private static final int TEXT_BYTES = 48;

    /** Texts that are looked at of elements that lie end to end. */
    private static final long SAMPLE = 1 << 16;

    private TextSizes() {}

    /** Returns the bytes that texts take, not told apart where they are one. */
    static long bytes(String[] texts) {
        long bytes = 0;
        for (String text : texts) {
            bytes += bytes(text);
        }
        return bytes;
    }

    private static long bytes(String text) {
        boolean narrow = true;
        for (int i = 0; narrow && i < text.length(); i++) {
            narrow = text.charAt(i) <= 0xff;
        }
        return TEXT_BYTES + (narrow ? text.length() : 2L * text.length());
    }

    /**
     * Returns the bytes that a text of a variable takes on average, as the first, the middle and the last chunk have
     * it, whichever has the longest.
     *
     * @throws IOException where they cannot be read
     */
    static int mean(ArrayFile file, VariableHeader variable) throws IOException {
        if (variable.size() == 0) {
            return TEXT_BYTES;
        }
        ChunkGrid grid = new ChunkGrid(variable.shape(), sampled(variable));
        long most = TEXT_BYTES;
        for (long ordinal : new long[] {0, grid.count() / 2, grid.count() - 1}) {
            Window window = grid.window(grid.index(ordinal));
            String[] texts = (String[]) file.read(variable, window).values();
            most = Math.max(most, (bytes(texts) + texts.length - 1) / texts.length);
        }
        return (int) Math.min(Integer.MAX_VALUE, most);
    }

    private static long[] sampled(VariableHeader variable) {
        if (variable.storage().chunked()) {
            return variable.storage().chunk();
        }
        long[] box = new long[variable.rank()];
        Arrays.fill(box, 1);
        long left = SAMPLE;
        for (int axis = box.length - 1; axis >= 0; axis--) {
            box[axis] = Math.max(1, Math.min(variable.shape()[axis], left));
            left /= box[axis];
        }
        return box;
    }
}
