package dev.shoal.qc;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which tests run on which variables.
 *
 * <p>Four shapes are read: {@code {variable: {test: {parameter: value}}}}, and ioos_qc's {@code {variable: {qartod:
 * {test_function: {...}}}}}, {@code {streams: {...}}} and {@code {contexts: [{streams: {...}}]}}. The parameters are
 * those of ioos_qc in all of them.
 *
 * @param suites by variable name or CF standard name, in the order of the configuration
 */
public record QcConfiguration(Map<String, QcSuite> suites) implements Serializable {

    /** A configuration without tests. */
    public static final QcConfiguration NONE = new QcConfiguration(Map.of());

    /** Copies the map in, keeping its order. */
    public QcConfiguration {
        suites = Collections.unmodifiableMap(new LinkedHashMap<>(suites));
    }

    /**
     * Reads a configuration.
     *
     * @param tree maps, lists, numbers and strings as a YAML or JSON parser gives them
     * @param problems receives everything that is wrong with the tree, each with the place and, for a name not known,
     *     the nearest one that is; where any is added the configuration returned must not be used
     */
    public static QcConfiguration parse(Object tree, List<String> problems) {
        return parse(tree, Scope.Outside.NEIGHBOURS, problems);
    }

    /** Reads a configuration as the other form does, with another meaning of what lies outside of its contexts. */
    public static QcConfiguration parse(Object tree, Scope.Outside outside, List<String> problems) {
        return new ConfigurationParser(problems, outside).parse(tree);
    }

    /**
     * Returns these tests, and those of another configuration for variables that have none here and are there.
     *
     * @param names variable names and CF standard names that are there
     */
    public QcConfiguration over(QcConfiguration other, Collection<String> names) {
        Map<String, QcSuite> all = new LinkedHashMap<>(other.suites);
        all.keySet().retainAll(names);
        all.putAll(suites);
        return new QcConfiguration(all);
    }

    /** Returns the tests of a variable by its name. */
    public Optional<QcSuite> suite(String variable) {
        return Optional.ofNullable(suites.get(variable));
    }

    /** Returns the tests of a variable by its name, or else by its CF standard name. */
    public Optional<QcSuite> suite(String variable, String standardName) {
        return suite(variable).or(() -> suite(standardName));
    }

    /**
     * Returns a problem for every configured variable that is not there.
     *
     * @param names variable names and CF standard names that are there
     */
    public List<String> problemsOver(Collection<String> names) {
        return suites.keySet().stream()
                .filter(variable -> !names.contains(variable))
                .map(variable -> "Cannot run QC on " + variable
                        + ": found no variable with this name or CF standard name." + NearestName.hint(variable, names))
                .toList();
    }

    /**
     * Returns the configuration as JSON text with variables in order of name: the same text for equal configurations.
     */
    public String canonical() {
        return new TreeMap<>(suites)
                .entrySet().stream()
                        .map(suite -> ParameterText.quoted(suite.getKey()) + ": "
                                + suite.getValue().canonical())
                        .collect(Collectors.joining(", ", "{", "}"));
    }

    /** Returns the SHA-256 of {@link #canonical} in hexadecimal. */
    public String hash() {
        try {
            byte[] text = canonical().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot hash the QC configuration: this Java has no SHA-256.", e);
        }
    }
}
