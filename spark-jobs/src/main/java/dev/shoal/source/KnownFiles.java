package dev.shoal.source;

import dev.shoal.zarr.ArchiveEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/**
 * What headers and coordinates of files say, kept from query to query: a file whose size and time of change are as they
 * were is not opened again for planning. Of a store they say nothing of what lies in it, so stores are always opened.
 * Safe for use by several threads.
 */
final class KnownFiles {

    /** Files that are kept; those that were asked for last. */
    private static final int MOST_FILES = 100_000;

    /** Coordinates that are kept, 64 MiB of them. */
    private static final long ROOM = 1 << 23;

    /**
     * A state of a file and what is known of it.
     *
     * @param size in bytes
     * @param modifiedMillis time of the last change
     * @param facts of that state
     */
    private record Known(long size, long modifiedMillis, FileFacts facts) {

        boolean isOf(ArchiveEntry entry) {
            return size == entry.size() && modifiedMillis == entry.modifiedMillis();
        }
    }

    private final Map<String, Known> files = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MOST_FILES;
        }
    };
    private final SharedParts parts = new SharedParts(ROOM);

    /**
     * What was asked.
     *
     * @param facts of each file, in the order asked
     * @param opened files that were opened for it
     */
    record Answer(List<FileFacts> facts, long opened) {}

    /** Tells whether all files are known as they are now. */
    synchronized boolean holds(List<ArchiveEntry> entries) {
        return entries.stream().allMatch(this::isKnown);
    }

    private boolean isKnown(ArchiveEntry entry) {
        Known known = files.get(entry.path());
        return known != null && known.isOf(entry) && entry.kind() == ArchiveEntry.Kind.FILE;
    }

    /** Returns what is known of each file; those that are not known, or have changed, are opened. */
    synchronized Answer facts(SparkSession spark, List<ArchiveEntry> entries) {
        List<ArchiveEntry> unknown = new ArrayList<>();
        for (ArchiveEntry entry : entries) {
            if (!isKnown(entry)) {
                unknown.add(entry);
            }
        }
        List<FileFacts> read = unknown.isEmpty() ? List.of() : FactsJob.read(spark, unknown);
        Map<String, FileFacts> fresh = new LinkedHashMap<>();
        for (int i = 0; i < read.size(); i++) {
            fresh.put(unknown.get(i).path(), keep(unknown.get(i), read.get(i)));
        }
        List<FileFacts> facts = new ArrayList<>();
        for (ArchiveEntry entry : entries) {
            FileFacts found = fresh.get(entry.path());
            Known known = files.get(entry.path());
            facts.add(found == null && known != null ? known.facts() : found);
        }
        return new Answer(facts, unknown.size());
    }

    private FileFacts keep(ArchiveEntry entry, FileFacts facts) {
        if (facts instanceof FileFacts.Unusable || entry.kind() != ArchiveEntry.Kind.FILE) {
            files.remove(entry.path());
            return facts;
        }
        FileFacts shared = parts.of(facts);
        files.put(entry.path(), new Known(entry.size(), entry.modifiedMillis(), shared));
        return shared;
    }
}
