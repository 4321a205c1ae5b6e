package dev.shoal.source;

import java.util.HashMap;
import java.util.Map;

/**
 * Keeps what the files of an archive have in common once, and coordinates only as far as there is room. Not safe for
 * use by several threads.
 */
final class SharedParts {

    private final Map<Object, Object> parts = new HashMap<>();
    private final long room;
    private long kept;

    /**
     * Makes it.
     *
     * @param room coordinates that may be kept
     */
    SharedParts(long room) {
        this.room = room;
    }

    /** Returns facts made of parts that are kept already; where there is no room, without coordinates. */
    FileFacts of(FileFacts facts) {
        if (!(facts instanceof FileFacts.Grids grids)) {
            return facts.shared(this::known);
        }
        long cost = grids.groups().stream()
                .flatMap(group -> group.places().stream())
                .mapToLong(this::cost)
                .sum();
        if (cost > room - kept) {
            return grids.withoutPlaces().shared(this::known);
        }
        kept += cost;
        return grids.shared(this::known);
    }

    private long cost(CellGeometry places) {
        long shared = parts.containsKey(places.grid()) ? 0 : places.sharedValues();
        return places.ownValues() + shared;
    }

    private Object known(Object part) {
        Object same = parts.putIfAbsent(part, part);
        return same == null ? part : same;
    }
}
