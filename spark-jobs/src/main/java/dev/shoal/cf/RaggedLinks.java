package dev.shoal.cf;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.Dimension;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.Header;
import dev.shoal.netcdf.VariableHeader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the links between dimensions: by {@code sample_dimension} and {@code instance_dimension}; without them, a
 * variable named like {@code row_size} whose sum is the length of just one dimension counts along that.
 */
final class RaggedLinks {

    private static final Pattern COUNT_NAME = Pattern.compile("(.*_)?row_?size");

    private final ArrayFile file;
    private final Problems problems;

    RaggedLinks(ArrayFile file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    List<RaggedLink> find() throws IOException {
        List<RaggedLink> links = new ArrayList<>();
        for (VariableHeader variable : file.header().variables()) {
            if (variable.rank() == 1 && isInteger(variable)) {
                link(variable).ifPresent(links::add);
            }
        }
        return links;
    }

    private static boolean isInteger(VariableHeader variable) {
        return variable.type().isNumeric()
                && variable.type() != ElementType.FLOAT
                && variable.type() != ElementType.DOUBLE;
    }

    private Optional<RaggedLink> link(VariableHeader variable) throws IOException {
        String own = variable.dimensions().get(0);
        Optional<String> sample = variable.attributes().text("sample_dimension");
        if (sample.isPresent()) {
            Optional<String> child = known(variable, sample.get());
            if (child.isPresent()) {
                requireSum(variable, child.get());
            }
            return child.map(name -> new RaggedLink(name, own, variable.name(), RaggedLink.Kind.COUNT));
        }
        Optional<String> instance = variable.attributes().text("instance_dimension");
        if (instance.isPresent()) {
            return known(variable, instance.get())
                    .map(parent -> new RaggedLink(own, parent, variable.name(), RaggedLink.Kind.INDEX));
        }
        return COUNT_NAME.matcher(AxisKinds.lastName(variable)).matches() ? counted(variable) : Optional.empty();
    }

    private Optional<String> known(VariableHeader variable, String dimension) {
        String group = variable.name().substring(0, variable.name().lastIndexOf('/') + 1);
        Header header = file.header();
        if (header.dimension(group + dimension).isPresent()) {
            return Optional.of(group + dimension);
        }
        if (header.dimension(dimension).isPresent()) {
            return Optional.of(dimension);
        }
        problems.accept("Variable " + variable.name() + " names the dimension " + dimension
                + ", which the file does not have: its link is left out.");
        return Optional.empty();
    }

    private void requireSum(VariableHeader variable, String child) throws IOException {
        long sum = sum(variable);
        long length = file.header().dimension(child).orElseThrow().length();
        if (sum != length) {
            problems.accept("The counts of " + variable.name() + " are " + sum + " in all, and " + child + " is "
                    + length + " long: "
                    + (sum < length
                            ? "what lies behind has no time, position or platform of its own."
                            : "what is counted beyond is not there."));
        }
    }

    private long sum(VariableHeader variable) throws IOException {
        long sum = 0;
        for (double count : Packing.of(variable).decode(file.read(variable))) {
            sum += count > 0 ? (long) count : 0;
        }
        return sum;
    }

    private Optional<RaggedLink> counted(VariableHeader variable) throws IOException {
        long sum = sum(variable);
        List<String> fitting = new ArrayList<>();
        for (Dimension dimension : file.header().dimensions()) {
            if (dimension.length() == sum && !variable.dimensions().contains(dimension.name())) {
                fitting.add(dimension.name());
            }
        }
        if (fitting.size() != 1 || sum == 0) {
            return Optional.empty();
        }
        problems.accept("Variable " + variable.name() + " has no sample_dimension: its sum is the length of "
                + fitting.get(0) + ", so it counts along that.");
        return Optional.of(
                new RaggedLink(fitting.get(0), variable.dimensions().get(0), variable.name(), RaggedLink.Kind.COUNT));
    }
}
