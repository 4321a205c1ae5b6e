package dev.shoal.stage.zarr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What part of a store work is on: the chunks along the append dimension that it puts, by array, and whether it changes
 * documents. Work on parts that share nothing may go on at the same time.
 *
 * @param chunks first and one past the last chunk, by path of the array
 * @param documents whether arrays grow, move or are added
 */
record StoreClaim(Map<String, Range> chunks, boolean documents) implements Serializable {

    private static final String CHUNKS = "chunks";
    private static final String DOCUMENTS = "documents";

    /** Copies the map. */
    StoreClaim {
        chunks = new LinkedHashMap<>(chunks);
    }

    /**
     * Chunks along one axis.
     *
     * @param start the first
     * @param end one past the last
     */
    record Range(long start, long end) implements Serializable {

        private boolean touches(Range other) {
            return start < other.end && other.start < end;
        }
    }

    /** Returns what a piece of work is on. */
    static StoreClaim of(StoreWork work) {
        Map<String, Range> chunks = new LinkedHashMap<>();
        boolean documents = false;
        for (TargetArray target : work.arrays()) {
            documents |= target.isNew() || !target.array().equals(target.before());
            range(work, target).ifPresent(range -> chunks.put(target.array().path(), range));
        }
        return new StoreClaim(chunks, documents);
    }

    private static Optional<Range> range(StoreWork work, TargetArray target) {
        if (target.axis() < 0 || target.isNew() || target.isApart()) {
            return Optional.of(new Range(0, Long.MAX_VALUE));
        }
        long first = -1;
        long end = -1;
        long count = target.array().grid().count(target.axis());
        for (long place = 0; place < count; place++) {
            if (work.fate(target, place).isChange()) {
                first = first < 0 ? place : first;
                end = place + 1;
            }
        }
        return first < 0 ? Optional.empty() : Optional.of(new Range(first, end));
    }

    /** Returns the same with a change of documents. */
    StoreClaim withDocuments() {
        return new StoreClaim(chunks, true);
    }

    /** Tells whether both are on the same chunks or both change documents. */
    boolean overlaps(StoreClaim other) {
        return (documents && other.documents)
                || chunks.entrySet().stream()
                        .anyMatch(own -> other.chunks.containsKey(own.getKey())
                                && own.getValue().touches(other.chunks.get(own.getKey())));
    }

    /** Writes it into a document. */
    void write(ObjectNode json) {
        json.put(DOCUMENTS, documents);
        ObjectNode ranges = json.putObject(CHUNKS);
        chunks.forEach((path, range) -> ranges.putArray(path).add(range.start()).add(range.end()));
    }

    /** Reads it from a document. */
    static StoreClaim read(JsonNode json) {
        Map<String, Range> chunks = new LinkedHashMap<>();
        json.path(CHUNKS)
                .fields()
                .forEachRemaining(field -> chunks.put(
                        field.getKey(),
                        new Range(
                                field.getValue().path(0).asLong(),
                                field.getValue().path(1).asLong())));
        return new StoreClaim(chunks, json.path(DOCUMENTS).asBoolean());
    }
}
