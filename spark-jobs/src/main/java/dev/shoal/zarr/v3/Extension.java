package dev.shoal.zarr.v3;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * A named part of a document with its configuration, or a name alone.
 *
 * @param name of it
 * @param configuration its parameters; an empty object where there are none
 */
record Extension(String name, JsonNode configuration) {

    /**
     * Reads a part.
     *
     * @param field where it stands
     */
    static Extension of(JsonNode json, String field) {
        JsonNode name = json.isTextual() ? json : json.path("name");
        if (!name.isTextual()) {
            throw new IllegalArgumentException(field + " " + json + ", expected a name, or an object with one");
        }
        JsonNode configuration = json.path("configuration");
        return new Extension(
                name.textValue(), configuration.isObject() ? configuration : JsonNodeFactory.instance.objectNode());
    }
}
