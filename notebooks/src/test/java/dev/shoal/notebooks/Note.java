package dev.shoal.notebooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** The notes of this module, as the JSON that their programs read. */
final class Note {

    static final Path JUPYTER = Path.of("demo.ipynb");
    static final Path ZEPPELIN = Path.of("demo.zpln");

    private Note() {}

    static JsonNode read(Path path) throws IOException {
        return new ObjectMapper().readTree(path.toFile());
    }

    /** Returns the cells of Java in a Jupyter notebook. */
    static List<JsonNode> code(JsonNode notebook) {
        return stream(notebook.get("cells"))
                .filter(cell -> cell.get("cell_type").asText().equals("code"))
                .toList();
    }

    /** Returns a text that Jupyter stores as one, or as a list of lines. */
    static String text(JsonNode source) {
        return source.isArray()
                ? String.join("", stream(source).map(JsonNode::asText).toList())
                : source.asText();
    }

    /** Returns what Zeppelin's paragraphs of an interpreter hold. */
    static List<String> paragraphs(JsonNode note, String interpreter) {
        List<String> found = new ArrayList<>();
        for (JsonNode paragraph : note.get("paragraphs")) {
            String[] parts = paragraph.get("text").asText().split("\n", 2);
            if (parts[0].equals(interpreter)) {
                found.add(parts[1]);
            }
        }
        return found;
    }

    static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
