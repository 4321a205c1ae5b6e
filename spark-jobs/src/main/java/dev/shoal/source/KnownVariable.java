package dev.shoal.source;

import dev.shoal.cf.GridVariable;
import dev.shoal.netcdf.Storage;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A variable of a file as planning knows it.
 *
 * @param column that it fills
 * @param chunk lengths of its storage chunks; empty where it does not lie in chunks
 */
record KnownVariable(SourceColumn column, List<Long> chunk) implements Serializable {

    /** Copies the list. */
    KnownVariable {
        chunk = new ArrayList<>(chunk);
    }

    /** Takes what planning needs of a variable. */
    static KnownVariable of(GridVariable variable) {
        Storage storage = variable.header().storage();
        List<Long> chunk =
                storage.chunked() ? Arrays.stream(storage.chunk()).boxed().toList() : List.of();
        return new KnownVariable(CellRows.column(variable), chunk);
    }

    /** Returns how the variable lies in the file, but for the filters. */
    Storage storage() {
        return new Storage(
                !chunk.isEmpty(), chunk.stream().mapToLong(Long::longValue).toArray(), List.of());
    }
}
