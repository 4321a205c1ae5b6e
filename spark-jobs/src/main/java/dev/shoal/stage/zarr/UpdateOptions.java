package dev.shoal.stage.zarr;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What an update may do beside replacing steps and appending others.
 *
 * @param insertions where steps may go in that push others back
 * @param added variables of the files that the store lacks and is to get; with some, no other variables are taken but
 *     those that are asked for, or all where steps are added
 */
public record UpdateOptions(Set<Insertion> insertions, List<String> added) implements Serializable {

    /** Nothing more. */
    public static final UpdateOptions NONE = new UpdateOptions(Set.of(), List.of());

    /** A place of steps that the store lacks, other than behind its last. */
    public enum Insertion {
        /** Before the store's first step. */
        PREPEND,
        /** Between two of its steps. */
        FILL_GAPS
    }

    /** Copies both. */
    public UpdateOptions {
        EnumSet<Insertion> copy = EnumSet.noneOf(Insertion.class);
        copy.addAll(insertions);
        insertions = copy;
        added = new ArrayList<>(added);
    }
}
