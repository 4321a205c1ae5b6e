package dev.shoal.spec;

import dev.shoal.qc.ArgoSuites;
import dev.shoal.qc.AutoqcTest;
import dev.shoal.qc.NearestName;
import dev.shoal.qc.QcConfiguration;
import dev.shoal.qc.Role;
import dev.shoal.qc.Scope;
import dev.shoal.qc.autoqc.AutoqcSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Whose meanings a QC configuration is read with, and which tests there are where it names none.
 *
 * <p>{@code shoal} and {@code ioos_qc} bring no tests with them: they differ in what samples outside of a context's
 * window or region are to those inside. The others are what other programs ship: Argo's real-time tests of single
 * variables as Coriolis runs them, IQuOD's sets of AutoQC's checks ({@code autoqc} is the compromise between what is
 * found and what is wrongly rejected), and configurations that stand each in a file of its own that says where it is
 * from; their tests are of CF standard names.
 *
 * @param name such as {@code cotede-argo}
 */
public record QcProfile(String name) {

    private static final String IOOS_QC = "ioos_qc";
    private static final String ARGO = "argo";
    private static final String AUTOQC = "autoqc";

    private static final List<String> NAMES = List.of(
            "shoal",
            IOOS_QC,
            ARGO,
            AUTOQC,
            AUTOQC + "-high-true-positive-rate",
            AUTOQC + "-low-false-positive-rate",
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

    /** Shoal's own meanings. */
    public static final QcProfile SHOAL = new QcProfile("shoal");

    /** Refuses a name that is none of {@link #names}. */
    public QcProfile {
        if (!NAMES.contains(name)) {
            throw new SpecException(
                    "QC profile " + name,
                    List.of("There is no such profile, expected one of " + String.join(", ", NAMES) + "."
                            + NearestName.hint(name, NAMES)));
        }
    }

    /** Returns the names in order. */
    public static List<String> names() {
        return NAMES;
    }

    /** Tells whether the profile brings tests with it, so that a configuration need name none. */
    public boolean hasTests() {
        return !equals(SHOAL) && !name.equals(IOOS_QC);
    }

    /** Returns the tests that the profile brings with it. */
    public QcConfiguration tests() {
        if (!hasTests()) {
            return QcConfiguration.NONE;
        }
        if (name.equals(ARGO)) {
            return ArgoSuites.configuration();
        }
        return name.startsWith(AUTOQC)
                ? new QcConfiguration(Map.of(Role.TEMPERATURE, AutoqcTest.suite(set())))
                : QcText.parse(text(), "QC profile " + name, SHOAL);
    }

    private AutoqcSet set() {
        return name.equals(AUTOQC)
                ? AutoqcSet.COMPROMISE
                : AutoqcSet.valueOf(
                        name.substring(AUTOQC.length() + 1).replace('-', '_').toUpperCase(Locale.ROOT));
    }

    /**
     * Reads a configuration in this profile's meaning, without the profile's own tests.
     *
     * @param tree maps, lists, numbers and strings
     * @param problems receives everything that is wrong
     */
    QcConfiguration parse(Object tree, List<String> problems) {
        Scope.Outside outside = name.equals(IOOS_QC) ? Scope.Outside.CUT_OFF : Scope.Outside.NEIGHBOURS;
        return QcConfiguration.parse(tree, outside, problems);
    }

    private String text() {
        String file = "profiles/" + name + ".yaml";
        try (InputStream in = QcProfile.class.getResourceAsStream(file)) {
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
