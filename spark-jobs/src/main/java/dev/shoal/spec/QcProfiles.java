package dev.shoal.spec;

import dev.shoal.qc.QcConfiguration;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * QC configurations that come with Shoal, by name: those that other programs ship, with their tests and thresholds.
 *
 * <p>Each stands in a file of its own that says where it is from. Its tests are of CF standard names.
 */
public final class QcProfiles {

    private static final List<String> NAMES = List.of(
            "cotede",
            "cotede-anomaly-detection",
            "cotede-argo",
            "cotede-eurogoos",
            "cotede-eurogoos-realtime",
            "cotede-fuzzylogic",
            "cotede-gtspp",
            "cotede-gtspp-realtime",
            "cotede-morello2014",
            "cotede-tsg");

    private QcProfiles() {}

    /** Returns the names in order. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * Reads a configuration.
     *
     * @throws SpecException where there is none of the name
     */
    public static QcConfiguration named(String name) {
        if (!NAMES.contains(name)) {
            throw new SpecException(
                    "QC profile " + name,
                    List.of("There is no such profile, expected one of " + String.join(", ", NAMES) + "."));
        }
        return QcText.parse(text(name), "QC profile " + name);
    }

    private static String text(String name) {
        String file = "profiles/" + name + ".yaml";
        try (InputStream in = QcProfiles.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("Cannot read the QC profile " + name + ": found no " + file
                        + " in the jar, expected it there.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the QC profile " + name + " out of the jar", e);
        }
    }
}
