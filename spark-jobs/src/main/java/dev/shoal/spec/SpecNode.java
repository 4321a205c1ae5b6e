package dev.shoal.spec;

import static java.util.Objects.requireNonNull;

import dev.shoal.qc.NearestName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.constructor.StandardConstructor;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A mapping in a YAML file that is asked key by key and remembers what was wrong, with the line where it stands. */
final class SpecNode {

    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setAllowDuplicateKeys(false).build();

    private final String path;
    private final Map<String, Node> children;
    private final List<String> problems;
    private final int line;

    private SpecNode(String path, Node node, List<String> problems) {
        this.path = path;
        this.problems = problems;
        this.line = line(node);
        this.children = new LinkedHashMap<>();
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(this::add);
        } else {
            problems.add(at(node) + "Cannot read '" + path + "': found a value, expected keys with values below it.");
        }
    }

    private void add(NodeTuple tuple) {
        if (!(tuple.getKeyNode() instanceof ScalarNode scalar)) {
            problems.add(at(tuple.getKeyNode()) + "A key is a list or a mapping, expected a word.");
        } else if (children.put(scalar.getValue(), tuple.getValueNode()) != null) {
            problems.add(at(scalar) + "Key '" + name(scalar.getValue()) + "' stands twice. Keep one.");
        }
    }

    /** Reads a whole document; what is wrong with it goes to {@code problems}. */
    static Optional<SpecNode> parse(String text, List<String> problems) {
        try {
            Optional<Node> root = new Compose(SETTINGS).composeString(text);
            if (root.isEmpty()) {
                problems.add("The file is empty, expected at least 'dataset' and 'source'.");
                return Optional.empty();
            }
            return Optional.of(new SpecNode("", root.get(), problems));
        } catch (YamlEngineException error) {
            problems.add("The file is not YAML: "
                    + String.valueOf(error.getMessage()).replaceAll("\\s+", " "));
            return Optional.empty();
        }
    }

    private static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }

    private static String at(Node node) {
        return "line " + line(node) + ": ";
    }

    private String name(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** Tells whether the key is there. */
    boolean has(String key) {
        return children.containsKey(key);
    }

    /** Reports every key that is not one of these. */
    void allow(List<String> keys) {
        children.forEach((key, value) -> {
            if (!keys.contains(key)) {
                problems.add(at(value) + "Unknown key '" + name(key) + "'." + NearestName.hint(key, keys));
            }
        });
    }

    /** Reports a problem with one key's value. */
    void problem(String key, String text) {
        problems.add("line " + (has(key) ? line(requireNonNull(children.get(key))) : line) + ": '" + name(key) + "' "
                + text);
    }

    /** Returns the mapping under a key. */
    Optional<SpecNode> child(String key) {
        return Optional.ofNullable(children.get(key)).map(node -> new SpecNode(name(key), node, problems));
    }

    /** Tells whether a key holds a plain value. */
    boolean isText(String key) {
        return children.get(key) instanceof ScalarNode;
    }

    /** Returns the text under a key. */
    Optional<String> text(String key) {
        Node node = children.get(key);
        if (node == null) {
            return Optional.empty();
        }
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return Optional.of(scalar.getValue().trim());
        }
        problem(key, "needs a value.");
        return Optional.empty();
    }

    /** Returns the text under a key that must be there. */
    String required(String key, String what) {
        if (!has(key)) {
            problems.add("'" + name(key) + "' is missing: " + what);
            return "";
        }
        return text(key).orElse("");
    }

    /** Returns the texts of a list, or of a single value. */
    List<String> texts(String key) {
        Node node = children.get(key);
        if (node == null) {
            return List.of();
        }
        if (node instanceof ScalarNode) {
            return text(key).map(List::of).orElse(List.of());
        }
        List<String> texts = new ArrayList<>();
        if (node instanceof SequenceNode sequence
                && sequence.getValue().stream().allMatch(ScalarNode.class::isInstance)) {
            sequence.getValue().forEach(item -> texts.add(((ScalarNode) item).getValue()));
        } else {
            problem(key, "needs a value or a list of values.");
        }
        return texts;
    }

    /** Returns a value read by {@code reader}, whose {@link IllegalArgumentException} becomes a problem. */
    <T> Optional<T> value(String key, Function<String, T> reader) {
        return text(key).flatMap(text -> {
            try {
                return Optional.of(reader.apply(text));
            } catch (NumberFormatException error) {
                problem(key, "is '" + text + "', expected a number.");
            } catch (IllegalArgumentException error) {
                problem(key, "is '" + text + "': " + error.getMessage());
            }
            return Optional.empty();
        });
    }

    /** Returns the constant whose lower-case name with dashes stands under a key. */
    <E extends Enum<E>> E choice(String key, Class<E> type, E fallback) {
        List<String> names = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            names.add(SpecText.word(constant));
        }
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return fallback;
        }
        int found = names.indexOf(text.get());
        if (found < 0) {
            problem(
                    key,
                    "is '" + text.get() + "', expected one of these." + NearestName.hint(text.get(), names)
                            + " Choices: " + String.join(", ", names) + ".");
            return fallback;
        }
        return type.getEnumConstants()[found];
    }

    /** Returns the keys, in the order of the file. */
    List<String> keys() {
        return new ArrayList<>(children.keySet());
    }

    /** Returns what stands under a key as maps, lists, texts and numbers. */
    Optional<Object> tree(String key) {
        return Optional.ofNullable(children.get(key))
                .map(node -> new StandardConstructor(SETTINGS).constructSingleDocument(Optional.of(node)));
    }

    /** Adds problems that were found in the tree under a key. */
    void addAll(String key, List<String> found) {
        found.forEach(text -> problems.add(
                "line " + line(requireNonNull(children.get(key))) + " and below, " + name(key) + ": " + text));
    }
}
