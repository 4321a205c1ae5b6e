package dev.shoal.netcdf;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What we read of a damaged file, to be held against what another reader makes of it.
 *
 * @param attributes of the file, as texts
 * @param variables those that could be read
 * @param refused names of those that could not
 */
record HostileFacts(Map<String, String> attributes, Map<String, VariableFacts> variables, List<String> refused) {

    /** One variable: its shape, its attributes as texts, and hashes of both ends. */
    record VariableFacts(String shape, Map<String, String> attributes, List<String> hashes) {}

    /** What the values of an enumerated type mean is shown by attributes. */
    private static final Set<String> OF_ENUMS = Set.of("flag_values", "flag_meanings");

    /** Reads a file. */
    static HostileFacts of(byte[] bytes) throws IOException {
        try (ArrayFile file = ArrayFiles.open(new CachedBytes(new MemoryBytes("damaged", bytes)))) {
            Map<String, VariableFacts> variables = new TreeMap<>();
            List<String> refused = new ArrayList<>();
            for (VariableHeader variable : file.header().variables()) {
                try {
                    variables.put(variable.name(), facts(file, variable));
                } catch (UnreadableException e) {
                    refused.add(variable.name());
                }
            }
            return new HostileFacts(texts(file.header().attributes()), variables, refused);
        }
    }

    private static VariableFacts facts(ArrayFile file, VariableHeader variable) throws IOException {
        String first = HashedValues.hash(file.read(variable, HostileReading.first(variable.shape())));
        String last = HashedValues.hash(file.read(variable, HostileReading.last(variable.shape())));
        String shape = Arrays.toString(variable.shape()).replace(" ", "");
        return new VariableFacts(shape, texts(variable.attributes()), List.of(first, last));
    }

    private static Map<String, String> texts(Attributes attributes) {
        Map<String, String> texts = new TreeMap<>();
        for (Attribute attribute : attributes.list()) {
            if (attribute.type() != ElementType.OTHER) {
                texts.put(attribute.name(), HashedValues.text(attribute));
            }
        }
        return texts;
    }

    /** Holds this against the answer of {@code judge_damaged.py}; returns sentences, each beginning with a kind. */
    List<String> against(JsonNode judged) {
        List<String> verdicts = new ArrayList<>();
        if (judged.has("refused")) {
            return List.of("file refused: " + judged.get("refused").asText());
        }
        attributes("the file", attributes, judged.get("attributes"), verdicts);
        JsonNode theirs = judged.get("variables");
        variables.forEach((name, facts) -> {
            JsonNode other = theirs.path(name);
            if (other.isMissingNode()) {
                verdicts.add("more: " + name);
            } else if (other.has("refused")) {
                verdicts.add(
                        "variable refused: " + name + " " + other.get("refused").asText());
            } else {
                compare(name, facts, other, verdicts);
            }
        });
        theirs.fieldNames().forEachRemaining(name -> {
            if (!variables.containsKey(name) && refused.stream().noneMatch(one -> (name + "/").startsWith(one + "/"))) {
                verdicts.add("lost: " + name);
            }
        });
        return verdicts;
    }

    private static void compare(String name, VariableFacts ours, JsonNode theirs, List<String> verdicts) {
        List<String> hashes = new ArrayList<>();
        theirs.get("hashes").forEach(hash -> hashes.add(hash.asText()));
        if (!theirs.get("shape").toString().equals(ours.shape())) {
            verdicts.add("shape differs: " + name + " " + ours.shape() + ", expected " + theirs.get("shape"));
        } else if (!hashes.equals(ours.hashes())) {
            verdicts.add("values differ: " + name);
        } else {
            verdicts.add("equal");
        }
        attributes(name, ours.attributes(), theirs.get("attributes"), verdicts);
    }

    private static void attributes(String owner, Map<String, String> ours, JsonNode theirs, List<String> verdicts) {
        ours.forEach((name, text) -> {
            JsonNode other = theirs.path(name);
            if (other.isMissingNode() && !OF_ENUMS.contains(name)) {
                verdicts.add("attribute more: " + owner + " " + name);
            } else if (!other.isMissingNode()
                    && !other.isNull()
                    && !other.asText().equals(text)
                    && !endsAtZero(text, other.asText())) {
                verdicts.add("attribute differs: " + owner + " " + name + " " + text + ", expected " + other.asText());
            }
        });
    }

    /** We end a text at its first zero byte; netCDF4-python leaves the zeros out and goes on. */
    private static boolean endsAtZero(String ours, String theirs) {
        return theirs.startsWith(ours);
    }
}
