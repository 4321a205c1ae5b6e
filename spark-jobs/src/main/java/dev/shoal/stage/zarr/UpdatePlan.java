package dev.shoal.stage.zarr;

import dev.shoal.zarr.ZarrStore;
import java.util.List;

/**
 * What an update is to do; nothing has run yet.
 *
 * @param work to be done
 * @param update where steps go
 * @param state of the store that it was made for
 * @param notes for people
 */
record UpdatePlan(StoreWork work, Update update, String state, List<String> notes) {

    /** Returns what of a store must not change between planning and working: shapes and keys. */
    static String state(ZarrStore store) {
        StringBuilder state = new StringBuilder();
        store.arrays()
                .forEach(array -> state.append(array).append(array.separator()).append('\n'));
        return state.toString();
    }

    /** Tells whether documents change: steps are added, arrays are new. */
    boolean changesDocuments() {
        return update.added() > 0 || work.arrays().stream().anyMatch(TargetArray::isNew);
    }

    /** Tells whether readers of the old documents would see a step's values at another step. */
    boolean isClosing() {
        return work.arrays().stream()
                .anyMatch(target -> update.moves() && target.axis() >= 0 && !target.isNew() && !target.isApart());
    }

    /** Returns what becomes of steps. */
    StoreOutcome.Steps steps() {
        return new StoreOutcome.Steps(update.appended(), update.replaced(), update.prepended(), update.filled());
    }
}
