package dev.shoal.spec;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The gridded fields beside the values.
 *
 * @param fields in the order of the configuration
 * @param memoryBytes the most that they may take together, on the driver and on each executor
 */
public record FieldsSpec(List<FieldSpec> fields, long memoryBytes) {

    /** What fields may take where a configuration says nothing: 512 MiB. */
    public static final long USUAL_MEMORY = 512L << 20;

    /** No fields. */
    public static final FieldsSpec NONE = new FieldsSpec(List.of(), USUAL_MEMORY);

    /** Copies the list. */
    public FieldsSpec {
        fields = List.copyOf(fields);
    }

    /**
     * Returns the field that the tests of a variable mean by a name: one that is for this variable before one for all.
     *
     * @param names of the variable, and its CF standard name
     */
    public Optional<FieldSpec> named(String asked, Collection<String> names) {
        List<FieldSpec> found =
                fields.stream().filter(field -> field.as().equals(asked)).toList();
        return found.stream()
                .filter(field -> field.variables().stream().anyMatch(names::contains))
                .findFirst()
                .or(() -> found.stream()
                        .filter(field -> field.variables().isEmpty())
                        .findFirst());
    }

    /** Returns all that decides which values tests find; empty where there are no fields. */
    String canonical() {
        return fields.stream().map(FieldSpec::canonical).sorted().collect(Collectors.joining("\n"));
    }
}
