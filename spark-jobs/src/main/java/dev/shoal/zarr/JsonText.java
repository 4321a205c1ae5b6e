package dev.shoal.zarr;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shoal.zarr.array.Json;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;

/**
 * The value of an attribute that is neither text nor numbers but JSON of any depth, as a document is to hold it.
 *
 * @param json one JSON value
 */
public record JsonText(String json) implements Serializable {

    private static final String NAME = "value";

    /** Refuses what is no JSON. */
    public JsonText {
        parse(json);
    }

    /** Returns the value. */
    JsonNode node() {
        return parse(json);
    }

    private static JsonNode parse(String json) {
        byte[] document = ("{\"" + NAME + "\":" + json + "}").getBytes(StandardCharsets.UTF_8);
        try {
            return Json.parse(document, NAME, "").path(NAME);
        } catch (IOException notJson) {
            throw new IllegalArgumentException("attribute value " + json + ", expected JSON", notJson);
        }
    }

    @Override
    public String toString() {
        return json;
    }
}
