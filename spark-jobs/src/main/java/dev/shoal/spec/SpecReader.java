package dev.shoal.spec;

import dev.shoal.qc.QcConfiguration;
import dev.shoal.regrid.Grid;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.hadoop.fs.Path;

/** Turns the nodes of a specification into its records, collecting every problem on the way. */
final class SpecReader {

    private static final List<String> TOP = List.of("dataset", "source", "qc", "regrid", "output", "catalog");

    private final List<String> problems;
    private final String origin;
    private final Function<String, Grid> gridFiles;

    SpecReader(List<String> problems, String origin, Function<String, Grid> gridFiles) {
        this.problems = problems;
        this.origin = origin;
        this.gridFiles = gridFiles;
    }

    RunSpec read(SpecNode root, String text) {
        root.allow(TOP);
        String[] dataset = dataset(root);
        Map<String, Object> tests = root.tree("qc")
                .filter(Map.class::isInstance)
                .map(tree -> PlatformThresholds.copy((Map<?, ?>) tree))
                .orElseGet(HashMap::new);
        tests.keySet().removeAll(List.of(FieldsReader.FIELDS, FieldsReader.MEMORY));
        Optional<String> query = query(root, tests);
        return new RunSpec(
                dataset[0],
                dataset[1],
                root.child("source").map(this::source).orElseGet(this::noSource),
                query.isPresent()
                        ? qc(root, tests)
                        : qc(root, QcText.tests(root.tree("qc").orElse(Map.of()))),
                new PlatformThresholds(query, query.isPresent() ? tests : Map.of(), new TreeMap<>()),
                root.child("qc").map(new FieldsReader(this::resolve)::read).orElse(FieldsSpec.NONE),
                root.child("regrid").flatMap(new RegridReader(this::resolve, gridFiles)::read),
                root.child("output").map(new OutputReader(this::resolve)::read).orElseGet(OutputReader::standard),
                root.child("catalog")
                        .map(this::catalog)
                        .orElseGet(() -> new CatalogSpec(Optional.empty(), Optional.empty(), Map.of())),
                text);
    }

    /** Returns name and title. */
    private static String[] dataset(SpecNode root) {
        if (root.has("dataset") && !root.isText("dataset")) {
            SpecNode node = root.child("dataset").orElseThrow();
            node.allow(List.of("name", "title"));
            String name = name(node, "name");
            return new String[] {name, node.text("title").orElse(name)};
        }
        String name = name(root, "dataset");
        return new String[] {name, name};
    }

    private static String name(SpecNode node, String key) {
        String name = node.required(key, "the name that the results are registered under.");
        if (!name.isEmpty() && !name.matches("[a-z][a-z0-9_-]{0,62}")) {
            node.problem(
                    key,
                    "is '" + name + "', expected a lower-case letter, then letters, digits, '-' or '_' (at most 63).");
        }
        return name;
    }

    private SourceSpec noSource() {
        problems.add("'source' is missing: it names the files to read, as 'source: {paths: [archive/*.nc]}'.");
        return new SourceSpec(List.of(), List.of(), SourceSpec.Kind.AUTO);
    }

    private SourceSpec source(SpecNode node) {
        node.allow(List.of("paths", "variables", "kind"));
        List<String> paths = node.texts("paths");
        if (paths.isEmpty()) {
            node.problem("paths", "must name at least one file, folder or glob.");
        }
        return new SourceSpec(
                paths.stream().map(this::resolve).toList(),
                node.texts("variables"),
                node.choice("kind", SourceSpec.Kind.class, SourceSpec.Kind.AUTO));
    }

    /**
     * Takes a relative path from the folder of the specification, so that it means the same wherever it is run from.
     */
    private String resolve(String path) {
        return resolve(path, origin);
    }

    static String resolve(String path, String origin) {
        if (path.isEmpty()) {
            return path;
        }
        Path wanted = new Path(path);
        if (wanted.isAbsolute() || wanted.toUri().getScheme() != null) {
            return path;
        }
        Path folder = new Path(origin).getParent();
        return folder == null || folder.toString().isEmpty() ? path : new Path(folder, path).toString();
    }

    /** Takes the query of thresholds out of the configuration of tests. */
    private Optional<String> query(SpecNode root, Map<String, Object> tests) {
        if (!(tests.get(PlatformThresholds.KEY) instanceof String query)) {
            return Optional.empty();
        }
        tests.remove(PlatformThresholds.KEY);
        if (tests.containsKey("contexts")) {
            root.addAll(
                    "qc",
                    List.of("thresholds go with tests by variable, found contexts."
                            + " Write {thresholds: ..., temp: {gross_range: ...}}."));
        }
        return Optional.of(query);
    }

    private QcConfiguration qc(SpecNode root, Object tree) {
        List<String> found = new ArrayList<>();
        QcConfiguration qc = QcConfiguration.parse(tree, found);
        root.addAll("qc", found);
        return qc;
    }

    private CatalogSpec catalog(SpecNode node) {
        node.allow(List.of("uri", "warehouse", "storage"));
        Map<String, String> storage = new HashMap<>();
        node.child("storage")
                .ifPresent(settings -> settings.keys().forEach(key -> {
                    if (key.startsWith("fs.")) {
                        settings.text(key).ifPresent(value -> storage.put(key, value));
                    } else {
                        settings.problem(
                                key, "is no file-system setting: they begin with 'fs.', such as fs.s3a.endpoint.");
                    }
                }));
        Optional<String> uri = node.text("uri");
        if (!uri.orElse("jdbc:").startsWith("jdbc:")) {
            node.problem("uri", "is no JDBC URI, expected one such as jdbc:postgresql://host/name.");
        }
        Optional<String> warehouse = node.text("warehouse");
        if (!warehouse.orElse("file:").matches("[A-Za-z][A-Za-z0-9+.-]*:.*")) {
            node.problem("warehouse", "needs its scheme, such as file:///data/warehouse or s3a://bucket/warehouse.");
        }
        return new CatalogSpec(uri, warehouse, storage);
    }
}
