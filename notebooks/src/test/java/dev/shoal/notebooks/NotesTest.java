package dev.shoal.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class NotesTest {

    @Test
    void theNotebookIsKeptWithoutResults() throws IOException {
        assertThat(Note.code(Note.read(Note.JUPYTER))).isNotEmpty().allSatisfy(cell -> {
            assertThat(cell.get("outputs")).isEmpty();
            assertThat(cell.get("execution_count").isNull()).isTrue();
        });
    }

    @Test
    void everyParagraphOfTheZeppelinNoteIsWhatZeppelinExpects() throws IOException {
        JsonNode note = Note.read(Note.ZEPPELIN);

        assertThat(note.get("name").asText()).isEqualTo("Shoal demo");
        assertThat(note.get("id").asText()).isNotEmpty();
        assertThat(note.get("paragraphs")).isNotEmpty().allSatisfy(paragraph -> {
            assertThat(paragraph.get("text").asText()).matches("(?s)%(md|spark\\.conf|spark\\.sql)\n.+");
            assertThat(paragraph.get("id").asText()).startsWith("paragraph_");
            assertThat(paragraph.get("status").asText()).isEqualTo("READY");
            assertThat(paragraph.has("results")).isFalse();
        });
    }
}
