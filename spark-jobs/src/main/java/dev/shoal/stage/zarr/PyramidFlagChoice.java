package dev.shoal.stage.zarr;

import dev.shoal.cf.CfDataset;
import dev.shoal.cf.Flags;
import dev.shoal.cf.VariableFacts;
import dev.shoal.netcdf.VariableHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the flags of a variable among those that its {@code ancillary_variables} name (CF 1.11, section 3.4), and which
 * of their values are accepted: those that are named, else those whose meaning says that a value is good, as
 * {@code good_data}, {@code probably_good_data} (Argo), {@code pass} (QARTOD) and {@code acceptable_quality} (GHRSST)
 * do. Of several, the aggregate alone counts where there is one; else all must accept a value.
 */
final class PyramidFlagChoice {

    private static final Pattern GOOD = Pattern.compile(
            "(probably_)?good(_.*)?|pass(ed)?(_.*)?|acceptable(_.*)?|best(_.*)?|ok|correct", Pattern.CASE_INSENSITIVE);

    private static final String AGGREGATE = "aggregate_quality_flag";

    private final PyramidRequest request;
    private final CfDataset dataset;
    private final Map<String, RechunkArray> base;

    /**
     * Prepares the choice.
     *
     * @param base arrays of level 0 by the names of their variables
     */
    PyramidFlagChoice(PyramidRequest request, CfDataset dataset, Map<String, RechunkArray> base) {
        this.request = request;
        this.dataset = dataset;
        this.base = base;
    }

    /** Tells whether a variable's numbers are flags. */
    boolean isFlag(VariableHeader variable) {
        return variable.attributes().find("flag_values").isPresent()
                || variable.attributes().find("flag_masks").isPresent()
                || variable.attributes().find("flag_meanings").isPresent();
    }

    /**
     * Returns the flags that decide which values of a variable count.
     *
     * @throws IllegalArgumentException where flags cannot be told good from bad, or lie on other dimensions
     */
    List<PyramidFlags> of(VariableHeader variable) {
        List<PyramidFlags> chosen = new ArrayList<>();
        if (request.masking() == PyramidRequest.Masking.BY_FLAGS) {
            for (RechunkArray flag : named(variable)) {
                VariableHeader header = flag.variable();
                chosen.add(new PyramidFlags(flag.array(), axes(variable, header), accepted(header)));
            }
        }
        return chosen;
    }

    private List<RechunkArray> named(VariableHeader variable) {
        List<RechunkArray> flags = new ArrayList<>();
        for (String name : dataset.facts()
                .variable(variable.name())
                .map(VariableFacts::ancillaryVariables)
                .orElse(List.of())) {
            RechunkArray array = base.get(name);
            if (array == null) {
                throw new IllegalArgumentException("its variable " + name
                        + " is not among those taken, expected it too. Name it with --variables, or take all values"
                        + " with --accept all");
            }
            if (isFlag(array.variable())) {
                flags.add(array);
            }
        }
        List<RechunkArray> aggregates =
                flags.stream().filter(flag -> isAggregate(flag.variable())).toList();
        return aggregates.isEmpty() ? flags : aggregates;
    }

    private static boolean isAggregate(VariableHeader flag) {
        return flag.attributes().text("standard_name").orElse("").startsWith(AGGREGATE);
    }

    private static int[] axes(VariableHeader variable, VariableHeader flag) {
        int[] axes = flag.dimensions().stream()
                .mapToInt(variable.dimensions()::indexOf)
                .toArray();
        boolean ascending = true;
        for (int axis = 0; axis < axes.length; axis++) {
            ascending &= axes[axis] >= 0 && (axis == 0 || axes[axis] > axes[axis - 1]);
        }
        if (!ascending) {
            throw new IllegalArgumentException("its flags " + flag.name() + " lie on " + flag.dimensions()
                    + ", expected dimensions of " + variable.dimensions()
                    + " in their order. Take all values with --accept all");
        }
        return axes;
    }

    private long[] accepted(VariableHeader flag) {
        if (request.accepted().isPresent()) {
            return request.accepted().get().stream()
                    .mapToLong(Long::longValue)
                    .sorted()
                    .toArray();
        }
        Flags flags = Optional.of(dataset.facts())
                .flatMap(facts -> facts.variable(flag.name()))
                .map(VariableFacts::flags)
                .orElse(Flags.NONE);
        List<Long> good = new ArrayList<>();
        for (int i = 0; i < flags.meanings().size() && flags.masks().isEmpty(); i++) {
            if (GOOD.matcher(flags.meanings().get(i)).matches()) {
                good.add(flags.values().get(i));
            }
        }
        if (good.isEmpty()) {
            throw new IllegalArgumentException("its flags " + flag.name() + " mean " + flags.meanings()
                    + ", expected one value at least that says good. Name the accepted ones with --accept 1,2, or take"
                    + " all values with --accept all");
        }
        return good.stream().mapToLong(Long::longValue).sorted().toArray();
    }
}
