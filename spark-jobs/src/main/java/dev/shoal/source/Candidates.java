package dev.shoal.source;

import dev.shoal.zarr.ArchiveEntry;
import java.util.List;
import java.util.Set;

/**
 * The files that may have rows within bounds, and what is known of them.
 *
 * @param files that the inventory does not exclude
 * @param facts of each, in the same order
 * @param excluded by the inventory
 * @param opened headers that were opened to know the facts
 */
record Candidates(ArchiveFiles files, List<FileFacts> facts, long excluded, long opened) {

    /**
     * Finds them: by the inventory where not all are known, and of the rest by opening those that are not known.
     *
     * @throws SourceException where a file cannot be read; names it
     */
    static Candidates of(ArchiveFiles files, RowKind rows, CoordinateRanges ranges) {
        Set<String> outside = files.known().holds(files.entries())
                ? Set.of()
                : Inventory.outside(files.spark(), files.options().inventory(), files.entries(), rows, ranges);
        List<ArchiveEntry> entries = files.entries().stream()
                .filter(entry -> !outside.contains(entry.path()))
                .toList();
        ArchiveFiles inside = files.with(entries);
        KnownFiles.Answer answer = inside.facts();
        for (FileFacts facts : answer.facts()) {
            if (facts instanceof FileFacts.Unusable unusable) {
                throw new SourceException(unusable.reason());
            }
        }
        return new Candidates(inside, answer.facts(), outside.size(), answer.opened());
    }
}
