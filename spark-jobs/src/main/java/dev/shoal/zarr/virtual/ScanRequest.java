package dev.shoal.zarr.virtual;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What is wanted of files.
 *
 * @param appendDimension name of the dimension along which files will be put one behind the other; empty for one file
 *     alone
 * @param dropped names of variables that are left out
 */
public record ScanRequest(String appendDimension, List<String> dropped) implements Serializable {

    /** Copies the list. */
    public ScanRequest {
        dropped = new ArrayList<>(dropped);
    }

    /** Asks for one file alone, with all its variables. */
    public static ScanRequest ofOne() {
        return new ScanRequest("", List.of());
    }
}
