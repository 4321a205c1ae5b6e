package dev.shoal.zarr.v3;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shoal.zarr.array.Lengths;
import java.util.List;

/** The codecs {@code transpose} before the one that makes bytes of an array. */
final class TransposeNodes {

    private TransposeNodes() {}

    /** Returns the array's axis that each stored axis is, slowest first. */
    static int[] order(List<Extension> codecs, int rank) {
        int[] order = new int[rank];
        for (int axis = 0; axis < rank; axis++) {
            order[axis] = axis;
        }
        boolean filtered = false;
        for (Extension codec : codecs) {
            if (codec.name().equals("transpose")) {
                order = then(order, said(codec.configuration().path("order"), rank));
                if (filtered) {
                    throw new IllegalArgumentException("codec transpose behind a filter, expected it before");
                }
            }
            filtered |= !codec.name().equals("transpose");
        }
        return order;
    }

    private static int[] then(int[] before, int[] said) {
        int[] order = new int[said.length];
        for (int axis = 0; axis < order.length; axis++) {
            order[axis] = before[said[axis]];
        }
        return order;
    }

    /** The letters are of drafts of the specification. */
    private static int[] said(JsonNode json, int rank) {
        int[] order = new int[rank];
        boolean[] seen = new boolean[rank];
        long[] said = json.isTextual() ? new long[0] : Lengths.of(json, "order of codec transpose");
        for (int axis = 0; axis < rank; axis++) {
            long from = axis < said.length ? said[axis] : -1;
            if (json.isTextual()) {
                from = json.textValue().equals("F") ? rank - 1L - axis : axis;
            }
            if (from < 0 || from >= rank || seen[(int) from]) {
                throw new IllegalArgumentException(
                        "order " + json + " of codec transpose, expected each of " + rank + " axes once");
            }
            seen[(int) from] = true;
            order[axis] = (int) from;
        }
        return order;
    }
}
