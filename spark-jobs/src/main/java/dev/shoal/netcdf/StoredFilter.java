package dev.shoal.netcdf;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * One filter that the chunks of a variable went through on writing.
 *
 * @param id HDF5's number of the filter
 * @param name as people know it, such as {@code deflate}
 * @param parameters as the file holds them ({@code cd_values})
 */
public record StoredFilter(int id, String name, List<Integer> parameters) implements Serializable {

    /** Copies the parameters. */
    public StoredFilter {
        parameters = new ArrayList<>(parameters);
    }
}
