package dev.shoal.zarr.array;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.shoal.netcdf.UnreadableException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * JSON as Zarr documents hold it: numbers that are not finite come bare or as the texts {@code "NaN"},
 * {@code "Infinity"} and {@code "-Infinity"}, and are written as those texts. What is written is pure ASCII, so that it
 * reads the same whatever character set a reader takes for granted.
 */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private Json() {}

    /**
     * Reads a document.
     *
     * @param key of the document in its store, for the message
     * @throws UnreadableException where it is not a JSON object
     */
    public static JsonNode parse(byte[] document, String key, String root) throws UnreadableException {
        try {
            JsonNode tree = MAPPER.readTree(document);
            if (tree != null && tree.isObject()) {
                return tree;
            }
        } catch (IOException notJson) {
            throw new UnreadableException(notAnObject(key, root), notJson);
        }
        throw new UnreadableException(notAnObject(key, root));
    }

    private static String notAnObject(String key, String root) {
        return "Cannot read " + key + " of Zarr store " + root
                + ": it is not a JSON object. Fetch or write the store again.";
    }

    /** Returns the bytes of a document, on several lines. */
    public static byte[] bytes(JsonNode tree) {
        return write(MAPPER.writerWithDefaultPrettyPrinter(), tree).getBytes(StandardCharsets.US_ASCII);
    }

    /** Returns a value on one line. */
    public static String text(JsonNode tree) {
        return write(MAPPER.writer(), tree);
    }

    private static String write(ObjectWriter writer, JsonNode tree) {
        try {
            return writer.writeValueAsString(tree);
        } catch (JsonProcessingException notPossible) {
            throw new IllegalStateException("Cannot write a JSON tree as text.", notPossible);
        }
    }

    /** Returns the number that one of the three texts stands for. */
    public static Optional<Double> nonFinite(JsonNode text) {
        return switch (text.asText()) {
            case "NaN" -> Optional.of(Double.NaN);
            case "Infinity" -> Optional.of(Double.POSITIVE_INFINITY);
            case "-Infinity" -> Optional.of(Double.NEGATIVE_INFINITY);
            default -> Optional.empty();
        };
    }
}
