package dev.shoal.spec;

import dev.shoal.qc.QcConfiguration;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One run: what is read, how it is judged, where it goes.
 *
 * @param dataset name in the catalogue: lower-case letters, digits, {@code -} and {@code _}
 * @param title for people
 * @param source what is read
 * @param qc the tests by variable; may be empty
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
        List<String> problems = new ArrayList<>();
        Optional<SpecNode> root = SpecNode.parse(text, problems);
        Optional<RunSpec> spec = root.map(node -> new SpecReader(problems, origin).read(node, text));
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
        return new RunSpec(
                "review",
                "review",
                source,
                qc.tests(),
                qc.fields(),
                Optional.empty(),
                OutputReader.standard(),
                new CatalogSpec(Optional.empty(), Optional.empty(), Map.of()),
                "");
    }

    /** Returns the same run with fields in another state. */
    public RunSpec with(FieldsSpec other) {
        return new RunSpec(dataset, title, source, qc, other, regrid, output, catalog, text);
    }

    /**
     * Returns the fingerprint of everything that decides which values come out: two runs of one fingerprint over the
     * same files give the same results. Of gridded fields the state of their files counts, see {@link FieldSpec#state}.
     * Where they are written and how much memory a task takes are no part of it.
     */
    public String fingerprint() {
        return fingerprint(qc.canonical() + (fields.fields().isEmpty() ? "" : "\n" + fields.canonical()));
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
                regrid.map(r -> r.target().digest() + r.method() + r.missing() + r.minValid())
                        .orElse("own grid"),
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
