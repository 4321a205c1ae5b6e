package dev.shoal.spec;

import dev.shoal.qc.QcConfiguration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads QC configurations that stand by themselves: YAML, and so JSON too. */
public final class QcText {

    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setAllowDuplicateKeys(false).build();

    private QcText() {}

    /**
     * Reads a configuration of tests alone strictly.
     *
     * @param text in one of the shapes of {@link QcConfiguration}
     * @param origin the file's name, for messages
     * @param profile whose meanings it is read with
     * @throws SpecException with every problem
     */
    public static QcConfiguration parse(String text, String origin, QcProfile profile) {
        return of(tree(text, origin), origin, profile);
    }

    private static Object tree(String text, String origin) {
        try {
            Object tree = new Load(SETTINGS).loadFromString(text);
            if (tree == null) {
                throw new SpecException(origin, List.of("The file is empty, expected tests by variable."));
            }
            return tree;
        } catch (YamlEngineException error) {
            throw new SpecException(
                    origin,
                    List.of("The file is neither YAML nor JSON: "
                            + String.valueOf(error.getMessage()).replaceAll("\\s+", " ")));
        }
    }

    /**
     * Reads a configuration strictly, with the gridded fields that stand under its key {@code fields}.
     *
     * @param text in one of the shapes of {@link QcConfiguration}
     * @param origin the file's name, for messages; relative paths are taken from its folder
     * @param profile whose meanings it is read with
     * @throws SpecException with every problem
     */
    public static QcSpec spec(String text, String origin, QcProfile profile) {
        Object tree = tree(text, origin);
        List<String> problems = new ArrayList<>();
        FieldsSpec fields = hasFields(tree)
                ? SpecNode.parse(text, problems)
                        .map(new FieldsReader(path -> SpecReader.resolve(path, origin))::read)
                        .orElse(FieldsSpec.NONE)
                : FieldsSpec.NONE;
        QcConfiguration tests = profile.parse(tests(tree), problems);
        if (!problems.isEmpty()) {
            throw new SpecException(origin, problems);
        }
        return new QcSpec(tests, fields);
    }

    private static boolean hasFields(Object tree) {
        return tree instanceof Map<?, ?> map
                && (map.containsKey(FieldsReader.FIELDS) || map.containsKey(FieldsReader.MEMORY));
    }

    /** Returns a configuration without what it says of fields. */
    static Object tests(Object tree) {
        if (!hasFields(tree)) {
            return tree;
        }
        Map<Object, Object> tests = new LinkedHashMap<>((Map<?, ?>) tree);
        tests.keySet().removeAll(List.of(FieldsReader.FIELDS, FieldsReader.MEMORY));
        return tests;
    }

    /** Reads a configuration out of maps, lists and texts; strictly too. */
    public static QcConfiguration of(Object tree, String origin, QcProfile profile) {
        List<String> problems = new ArrayList<>();
        QcConfiguration configuration = profile.parse(tree, problems);
        if (!problems.isEmpty()) {
            throw new SpecException(origin, problems);
        }
        return configuration;
    }
}
