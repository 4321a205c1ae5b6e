package dev.shoal.spec;

import dev.shoal.zarr.StoreForm;
import dev.shoal.zarr.ZarrFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Reads what a specification says of its output.
 *
 * @param resolve takes a relative path from the folder of the specification
 */
record OutputReader(UnaryOperator<String> resolve) {

    private static final List<String> CHUNK_AXES = List.of("time", "vertical", "lat", "lon", "cell");
    private static final List<String> LAYOUT_KEYS = List.of("chunks", "shards", "codec");
    private static final long DEFAULT_TASK_BYTES = 512L << 20;

    /** Returns the output of a specification that says nothing of it. */
    static OutputSpec standard() {
        return new OutputSpec(
                Optional.empty(),
                OutputSpec.STANDARD_FORMAT,
                Map.of(),
                Map.of(),
                "",
                DEFAULT_TASK_BYTES,
                OutputSpec.FailedValues.MASK,
                List.of());
    }

    OutputSpec read(SpecNode node) {
        node.allow(List.of("path", "format", "chunks", "shards", "codec", "layouts", "task-memory", "failed"));
        long memory = node.value("task-memory", SpecText::bytes).orElse(DEFAULT_TASK_BYTES);
        if (memory < 16 << 20) {
            node.problem("task-memory", "is below 16 MiB, with which no field can be worked on.");
        }
        ZarrFormat format = node.value("format", OutputReader::format).orElse(OutputSpec.STANDARD_FORMAT);
        LayoutSpec own = layout("", node, format, "");
        List<LayoutSpec> layouts = layouts(node, format, own.codec());
        LayoutSpec first = layouts.isEmpty() ? own : layouts.get(0);
        return new OutputSpec(
                node.text("path").map(resolve),
                format,
                first.chunks(),
                first.shards(),
                first.codec(),
                memory,
                node.choice("failed", OutputSpec.FailedValues.class, OutputSpec.FailedValues.MASK),
                layouts);
    }

    private static List<LayoutSpec> layouts(SpecNode node, ZarrFormat format, String codec) {
        List<LayoutSpec> layouts = new ArrayList<>();
        Optional<SpecNode> named = node.child("layouts");
        if (named.isEmpty()) {
            return layouts;
        }
        for (String key : List.of("chunks", "shards")) {
            if (node.has(key)) {
                node.problem(key, "stands beside 'layouts', expected one of them. Give them a name below 'layouts'.");
            }
        }
        for (String name : named.get().keys()) {
            if (!name.matches("[a-z][a-z0-9_-]{0,62}")) {
                named.get()
                        .problem(
                                name,
                                "is no layout's name, expected a lower-case letter, then letters, digits, '-' or"
                                        + " '_' (at most 63).");
            }
            named.get().child(name).ifPresent(child -> {
                child.allow(LAYOUT_KEYS);
                layouts.add(layout(name, child, format, codec));
            });
        }
        if (layouts.isEmpty()) {
            node.problem("layouts", "names no layout, expected some such as {maps: {chunks: {time: 1}}}.");
        }
        return layouts;
    }

    private static LayoutSpec layout(String name, SpecNode node, ZarrFormat format, String standardCodec) {
        Map<String, Integer> chunks =
                node.child("chunks").map(OutputReader::lengths).orElse(Map.of());
        Map<String, Integer> shards =
                node.child("shards").map(OutputReader::lengths).orElse(Map.of());
        checkShards(node, format, chunks, shards);
        String codec = node.value("codec", text -> new StoreForm(format, Map.of(), text).codec())
                .orElse(standardCodec);
        return new LayoutSpec(name, chunks, shards, codec);
    }

    private static ZarrFormat format(String text) {
        return Arrays.stream(ZarrFormat.values())
                .filter(format -> String.valueOf(format.number()).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("expected 2 or 3, a version of Zarr."));
    }

    private static void checkShards(
            SpecNode node, ZarrFormat format, Map<String, Integer> chunks, Map<String, Integer> shards) {
        if (format == ZarrFormat.V2 && !shards.isEmpty()) {
            node.problem("shards", "needs 'format: 3': Zarr v2 has no shards.");
        }
        shards.forEach((axis, length) -> {
            Integer chunk = chunks.get(axis);
            if (chunk != null && chunk >= 1 && length % chunk != 0) {
                node.problem(
                        "shards", "has " + axis + " " + length + ", expected a multiple of the chunk's " + chunk + ".");
            }
        });
    }

    private static Map<String, Integer> lengths(SpecNode node) {
        node.allow(CHUNK_AXES);
        Map<String, Integer> lengths = new TreeMap<>();
        for (String axis : CHUNK_AXES) {
            node.value(axis, Integer::valueOf).ifPresent(length -> {
                if (length < 1) {
                    node.problem(axis, "is " + length + ", expected at least 1.");
                }
                lengths.put(axis, length);
            });
        }
        return lengths;
    }
}
