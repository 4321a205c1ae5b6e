package dev.shoal.netcdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names the axes of one group that the file gives no dimension, the way the netCDF library does: an axis takes a
 * dimension of its group that has its length, grows as it does and stands for no other axis of the variable; where
 * there is none, {@code phony_dim_N} is made.
 */
public final class PhonyDimensions {

    private final String prefix;
    private final List<Dimension> all;
    private final Map<Long, List<Dimension>> byLength = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /**
     * Makes the names of one group.
     *
     * @param prefix path of the group with a slash at the end; empty for the root
     * @param all dimensions of the file up to here; new ones are added to it
     */
    public PhonyDimensions(String prefix, List<Dimension> all) {
        this.prefix = prefix;
        this.all = all;
    }

    /**
     * Makes the names of one group of HDF5, where an axis takes a dimension that the group has already if it has the
     * axis' length, grows as it does and stands for no other axis of the variable.
     */
    static PhonyDimensions amongKnown(String prefix, List<Dimension> all) {
        PhonyDimensions names = new PhonyDimensions(prefix, all);
        all.forEach(names::index);
        return names;
    }

    private void index(Dimension dimension) {
        if (isOfGroup(dimension)) {
            byLength.computeIfAbsent(dimension.length(), length -> new ArrayList<>())
                    .add(dimension);
        }
    }

    /** Begins a variable none of whose axes has a dimension. */
    public void begin() {
        begin(List.of());
    }

    /**
     * Begins a variable.
     *
     * @param known the dimensions that the file gives its axes
     */
    void begin(List<String> known) {
        taken.clear();
        taken.addAll(known);
    }

    /** Returns the name of the variable's next axis without a dimension, which does not grow. */
    public String name(long length) {
        return name(length, false);
    }

    /** Returns the name of the variable's next axis without a dimension. */
    String name(long length, boolean unlimited) {
        for (Dimension dimension : byLength.getOrDefault(length, List.of())) {
            if (dimension.unlimited() == unlimited && taken.add(dimension.name())) {
                return dimension.name();
            }
        }
        Dimension added = new Dimension(prefix + "phony_dim_" + all.size(), length, unlimited);
        all.add(added);
        index(added);
        taken.add(added.name());
        return added.name();
    }

    private boolean isOfGroup(Dimension dimension) {
        return dimension.name().startsWith(prefix) && dimension.name().indexOf('/', prefix.length()) < 0;
    }
}
