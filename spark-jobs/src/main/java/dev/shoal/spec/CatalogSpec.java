package dev.shoal.spec;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The catalogue that a run registers with; whatever is absent is the session's own.
 *
 * @param uri JDBC address of the Iceberg catalogue
 * @param warehouse folder of its tables
 * @param storage Hadoop settings for object stores, such as {@code fs.s3a.endpoint}
 */
public record CatalogSpec(Optional<String> uri, Optional<String> warehouse, Map<String, String> storage) {

    /** Copies the map. */
    public CatalogSpec {
        storage = new TreeMap<>(storage);
    }
}
