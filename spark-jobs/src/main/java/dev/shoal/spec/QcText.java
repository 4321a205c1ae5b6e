package dev.shoal.spec;

import dev.shoal.qc.QcConfiguration;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads QC configurations that stand by themselves: YAML, and so JSON too. */
public final class QcText {

    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setAllowDuplicateKeys(false).build();

    private QcText() {}

    /**
     * Reads a configuration strictly.
     *
     * @param text in one of the shapes of {@link QcConfiguration}
     * @param origin the file's name, for messages
     * @param profile whose meanings it is read with
     * @throws SpecException with every problem
     */
    public static QcConfiguration parse(String text, String origin, QcProfile profile) {
        try {
            Object tree = new Load(SETTINGS).loadFromString(text);
            if (tree == null) {
                throw new SpecException(origin, List.of("The file is empty, expected tests by variable."));
            }
            return of(tree, origin, profile);
        } catch (YamlEngineException error) {
            throw new SpecException(
                    origin,
                    List.of("The file is neither YAML nor JSON: "
                            + String.valueOf(error.getMessage()).replaceAll("\\s+", " ")));
        }
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
