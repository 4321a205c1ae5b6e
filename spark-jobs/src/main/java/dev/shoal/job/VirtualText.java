package dev.shoal.job;

import dev.shoal.stage.zarr.VirtualDraft;
import dev.shoal.zarr.virtual.Conflict;
import java.util.ArrayList;
import java.util.List;

/** What making a virtual store would do, for people. */
final class VirtualText {

    private VirtualText() {}

    /** Returns a text of some lines. */
    static String of(VirtualDraft draft) {
        List<String> lines = new ArrayList<>(draft.notes());
        if (draft.conflicts().isEmpty()) {
            draft.arrays().forEach(array -> lines.add(line(array)));
            lines.add("Would refer to " + Counted.of(draft.chunks(), "chunk") + " of "
                    + Counted.of(draft.arrays().size(), "array") + " in " + Counted.of(draft.files(), "file") + " ("
                    + draft.store() + ").");
        } else {
            draft.conflicts().stream().map(Conflict::message).forEach(lines::add);
            long files =
                    draft.conflicts().stream().map(Conflict::file).distinct().count();
            lines.add("Would make nothing: " + files + " of " + Counted.of(draft.files(), "file")
                    + " disagree with the others (" + draft.store() + ").");
        }
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }

    private static String line(VirtualDraft.Line array) {
        List<String> axes = new ArrayList<>();
        for (int axis = 0; axis < array.dimensions().size(); axis++) {
            axes.add(array.dimensions().get(axis) + " "
                    + Counted.number(array.shape().get(axis)));
        }
        String held = array.held() ? "held in the store" : Counted.of(array.chunks(), "chunk");
        String copied = array.copiedRows() == 0 ? "" : ", " + Counted.of(array.copiedRows(), "row") + " of them copied";
        return "  " + array.name() + " (" + String.join(", ", axes) + ") " + array.type() + ": " + held + copied;
    }
}
