package dev.shoal.spec;

import dev.shoal.qc.QcConfiguration;
import dev.shoal.regrid.Grid;
import dev.shoal.regrid.TargetGrids;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;

/**
 * One run: what is read, how it is judged, where it goes.
 *
 * @param dataset name in the catalogue: lower-case letters, digits, {@code -} and {@code _}
 * @param title for people
 * @param source what is read
 * @param qc the tests by variable; may be empty
 * @param thresholds what a query changes in the tests
 * @param fields gridded fields that the tests find beside the values
 * @param regrid the target grid; absent for the source's own
 * @param output where and how results are written
 * @param catalog where they are registered
 * @param text the YAML text, kept as provenance
 */
public record RunSpec(
        String dataset,
        String title,
        SourceSpec source,
        QcConfiguration qc,
        PlatformThresholds thresholds,
        FieldsSpec fields,
        Optional<RegridSpec> regrid,
        OutputSpec output,
        CatalogSpec catalog,
        String text) {

    /**
     * Reads a specification strictly.
     *
     * @param text the YAML
     * @param origin the file's name, for messages; relative paths are taken from its folder
     * @throws SpecException with every problem, each with its line
     */
    public static RunSpec parse(String text, String origin) {
        return parse(text, origin, TargetGrids::named);
    }

    /**
     * Reads a specification strictly.
     *
     * @param text the YAML
     * @param origin the file's name, for messages; relative paths are taken from its folder
     * @param gridFiles makes the grid of a path
     * @throws SpecException with every problem, each with its line
     */
    public static RunSpec parse(String text, String origin, Function<String, Grid> gridFiles) {
        List<String> problems = new ArrayList<>();
        Optional<SpecNode> root = SpecNode.parse(text, problems);
        Optional<RunSpec> spec = root.map(node -> new SpecReader(problems, origin, gridFiles).read(node, text));
        if (spec.isEmpty() || !problems.isEmpty()) {
            throw new SpecException(origin, problems);
        }
        return spec.get();
    }

    /**
     * Makes the specification of judging files as they are, with nothing written.
     *
     * @param source what is read
     * @param qc the tests by variable, and their fields
     */
    public static RunSpec review(SourceSpec source, QcSpec qc) {
        return review(source, qc, PlatformThresholds.NONE);
    }

    /** Makes the same with what a query changes in the tests. */
    public static RunSpec review(SourceSpec source, QcSpec qc, PlatformThresholds thresholds) {
        return new RunSpec(
                "review",
                "review",
                source,
                qc.tests(),
                thresholds,
                qc.fields(),
                Optional.empty(),
                OutputReader.standard(),
                new CatalogSpec(Optional.empty(), Optional.empty(), Map.of()),
                "");
    }

    /** Returns the same run with fields in another state. */
    public RunSpec with(FieldsSpec other) {
        return new RunSpec(dataset, title, source, qc, thresholds, other, regrid, output, catalog, text);
    }

    /**
     * Returns the specification with the thresholds that its query gave.
     *
     * @throws SpecException with every row that does not fit, or that makes a test that cannot be
     */
    public RunSpec with(List<PlatformThresholds.Threshold> rows) {
        List<String> problems = new ArrayList<>();
        SortedMap<String, QcConfiguration> all = thresholds.configurations(rows, problems);
        if (!problems.isEmpty()) {
            throw new SpecException("the thresholds of dataset '" + dataset + "'", problems);
        }
        QcConfiguration general = Optional.ofNullable(all.remove("")).orElse(qc);
        return new RunSpec(
                dataset,
                title,
                source,
                general,
                new PlatformThresholds(thresholds.sql(), thresholds.tree(), all),
                fields,
                regrid,
                output,
                catalog,
                text);
    }

    /**
     * Returns the fingerprint of everything that decides which values come out: two runs of one fingerprint over the
     * same files give the same results. Of gridded fields the state of their files counts, see {@link FieldSpec#state}.
     * Where they are written and how much memory a task takes are no part of it.
     */
    public String fingerprint() {
        String beside = fields.fields().isEmpty() ? "" : "\n" + fields.canonical();
        return fingerprint(qc.canonical() + thresholds.canonical() + beside);
    }

    /**
     * Returns the fingerprint of all that decides which values come out but the tests: two runs of one such fingerprint
     * over the same files differ in flags at most.
     */
    public String valuesFingerprint() {
        return fingerprint("any tests");
    }

    private String fingerprint(String tests) {
        String decisive = String.join(
                "\n",
                dataset,
                source.variables().toString(),
                source.kind().name(),
                tests,
                regrid.map(RegridSpec::canonical).orElse("own grid"),
                output.layout(),
                output.codec(),
                output.failed().name());
        return sha256(decisive).substring(0, 16);
    }

    /** Returns the hexadecimal SHA-256 of a text. */
    public static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException error) {
            throw new IllegalStateException("Cannot hash: this Java has no SHA-256.", error);
        }
    }
}
