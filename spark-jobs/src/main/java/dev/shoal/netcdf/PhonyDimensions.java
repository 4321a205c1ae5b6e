package dev.shoal.netcdf;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Names the axes of one group that the file gives no dimension, the way the netCDF library does: axes of one length
 * share {@code phony_dim_N}, but not inside one variable.
 */
public final class PhonyDimensions {

    private final String prefix;
    private final List<Dimension> all;
    private final List<Dimension> phony = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    /**
     * Makes the names of one group.
     *
     * @param all dimensions of the file up to here; new ones are added to it
     */
    public PhonyDimensions(String prefix, List<Dimension> all) {
        this.prefix = prefix;
        this.all = all;
    }

    /** Begins a variable. */
    public void begin() {
        taken.clear();
    }

    /** Returns the name of the variable's next axis without a dimension. */
    public String name(long length) {
        for (Dimension dimension : phony) {
            if (dimension.length() == length && taken.add(dimension.name())) {
                return dimension.name();
            }
        }
        Dimension added = new Dimension(prefix + "phony_dim_" + all.size(), length, false);
        phony.add(added);
        all.add(added);
        taken.add(added.name());
        return added.name();
    }
}
