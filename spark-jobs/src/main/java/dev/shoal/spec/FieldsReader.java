package dev.shoal.spec;

import dev.shoal.qc.Role;
import dev.shoal.qc.field.FieldCycle;
import dev.shoal.qc.field.FieldMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Reads the gridded fields of a QC configuration: its keys {@code fields} and {@code fields-memory}. */
final class FieldsReader {

    static final String FIELDS = "fields";

    static final String MEMORY = "fields-memory";

    private static final List<String> KEYS =
            List.of("path", "variable", "as", "for", "method", "cycle", "between-steps", "levels", "factor", "offset");

    /** Names of what observations have of their own. */
    private static final List<String> TAKEN = List.of(Role.LAT, Role.LON, Role.DEPTH, "time", Role.TEXT, Role.PLATFORM);

    private final UnaryOperator<String> resolve;

    /**
     * Makes a reader.
     *
     * @param resolve takes relative paths from the folder of the configuration
     */
    FieldsReader(UnaryOperator<String> resolve) {
        this.resolve = resolve;
    }

    FieldsSpec read(SpecNode qc) {
        long memory = qc.value(MEMORY, SpecText::bytes).orElse(FieldsSpec.USUAL_MEMORY);
        List<FieldSpec> fields = new ArrayList<>();
        qc.child(FIELDS)
                .ifPresent(all -> all.keys()
                        .forEach(name -> all.child(name).ifPresent(node -> {
                            FieldSpec field = field(name, node);
                            check(all, field, fields);
                            fields.add(field);
                        })));
        return new FieldsSpec(fields, memory);
    }

    private FieldSpec field(String name, SpecNode node) {
        node.allow(KEYS);
        return new FieldSpec(
                name,
                node.text("as").orElse(name),
                node.texts("for"),
                resolve.apply(node.required("path", "the file or store that the field is read from.")),
                node.required("variable", "the variable's name or CF standard name in the field's file."),
                node.choice("method", FieldMethod.class, FieldMethod.LINEAR),
                node.choice("between-steps", FieldMethod.class, FieldMethod.NEAREST),
                node.has("cycle")
                        ? Optional.of(node.choice("cycle", FieldCycle.class, FieldCycle.NONE))
                        : Optional.empty(),
                node.choice("levels", FieldSpec.Levels.class, FieldSpec.Levels.BY_DEPTH),
                node.value("factor", Double::valueOf).orElse(1.0),
                node.value("offset", Double::valueOf).orElse(0.0),
                "");
    }

    private static void check(SpecNode all, FieldSpec field, List<FieldSpec> before) {
        if (TAKEN.contains(field.as())) {
            all.problem(
                    field.name(),
                    "is what observations have of their own as '" + field.as() + "'. Give the field another name.");
        }
        before.stream()
                .filter(field::clashesWith)
                .findFirst()
                .ifPresent(other -> all.problem(
                        field.name(),
                        "and '" + other.name() + "' are both '" + field.as()
                                + "' for the same variables. Say with 'for' which field is for which."));
    }
}
