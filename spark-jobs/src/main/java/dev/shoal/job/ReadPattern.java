package dev.shoal.job;

import dev.shoal.plan.AccessBox;
import dev.shoal.stage.StageException;
import java.util.Arrays;
import java.util.Locale;

/**
 * Ways to read an array as a person names them: {@code map}, {@code series}, {@code point}, {@code box=time:30,lat:40}.
 */
final class ReadPattern {

    private ReadPattern() {}

    /**
     * Returns what is read at once.
     *
     * @throws StageException where the pattern is unknown
     */
    static AccessBox box(String text, AdvisedArray array) {
        long[] shape = new long[array.shape().length];
        Arrays.fill(shape, 1);
        int last = shape.length - 1;
        switch (text.replaceFirst("=.*", "")) {
            case "map" -> {
                shape[last] = array.shape()[last];
                shape[last - 1] = array.shape()[last - 1];
            }
            case "series" -> {
                int time = time(array);
                shape[time] = array.shape()[time];
            }
            case "box" -> lengths(text, array, shape);
            case "point" -> {
                // Nothing but the one cell.
            }
            default -> throw unknown(text);
        }
        return new AccessBox(text, shape);
    }

    /** The first axis is time where none is called so. */
    private static int time(AdvisedArray array) {
        for (int axis = 0; axis < array.dimensions().size(); axis++) {
            if (array.dimensions().get(axis).toLowerCase(Locale.ROOT).startsWith("time")) {
                return axis;
            }
        }
        return 0;
    }

    private static void lengths(String text, AdvisedArray array, long[] shape) {
        for (String part : text.replaceFirst("[^=]*=?", "").split(",", -1)) {
            String[] pair = part.split(":", -1);
            if (pair.length != 2 || !pair[1].matches("[1-9][0-9]{0,17}")) {
                throw unknown(text);
            }
            int axis = array.axis(pair[0]);
            if (axis >= 0) {
                shape[axis] = Math.min(array.shape()[axis], Long.parseLong(pair[1]));
            }
        }
    }

    private static StageException unknown(String text) {
        return StageException.configuration("Cannot advise on reads of '" + text
                + "': expected map, series, point or box=NAME:LENGTH,... such as box=time:30,lat:40. Correct --read.");
    }
}
