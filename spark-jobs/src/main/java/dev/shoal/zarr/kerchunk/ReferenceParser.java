package dev.shoal.zarr.kerchunk;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads references from JSON as a stream: only templates, generators and one value at a time are held beside the table.
 *
 * <p>Every refusal is an {@link IllegalArgumentException} that says what was found.
 */
final class ReferenceParser {

    /** The most letters of one inline value. */
    private static final int MOST_LETTERS = 256 << 20;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(MOST_LETTERS)
                            .build())
                    .build())
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private static final String BASE64 = "base64:";

    private final ReferenceTable table = new ReferenceTable();
    private final Map<String, String> templates = new LinkedHashMap<>();
    private JsonNode generators = JsonNodeFactory.instance.arrayNode();

    private ReferenceParser() {}

    /**
     * Reads a file of references.
     *
     * @throws IllegalArgumentException where it holds none
     * @throws IOException where it is not JSON, or the storage fails
     */
    static ReferenceTable parse(InputStream in) throws IOException {
        ReferenceParser it = new ReferenceParser();
        try (JsonParser json = MAPPER.createParser(in)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException(
                        "JSON that does not begin with \"{\", expected one object of references");
            }
            it.readTop(json);
        }
        it.finish();
        return it.table;
    }

    private void readTop(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (name.equals("version") && value.isNumeric()) {
                requireVersion(json.getLongValue());
            } else if (name.equals("refs") && value == JsonToken.START_OBJECT) {
                readReferences(json);
            } else if (name.equals("templates") && value == JsonToken.START_OBJECT) {
                readTemplates(MAPPER.readTree(json));
            } else if (name.equals("gen") && value == JsonToken.START_ARRAY) {
                generators = MAPPER.readTree(json);
            } else if (name.equals(VirtualDocuments.SOURCES) && value == JsonToken.START_OBJECT) {
                table.sources().putAll(VirtualDocuments.stated(MAPPER.readTree(json)));
            } else if (name.contains("/") || name.startsWith(".z")) {
                readReference(json, name);
            } else {
                json.skipChildren();
            }
        }
    }

    private static void requireVersion(long version) {
        if (version != 0 && version != 1) {
            throw new IllegalArgumentException("references of version " + version + ", expected 0 or 1");
        }
    }

    private void readTemplates(JsonNode json) {
        Iterator<Map.Entry<String, JsonNode>> fields = json.fields();
        while (fields.hasNext()) {
            Map.Entry<String, JsonNode> field = fields.next();
            templates.put(field.getKey(), field.getValue().asText());
        }
    }

    private void readReferences(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            json.nextToken();
            readReference(json, key);
        }
    }

    private void readReference(JsonParser json, String key) throws IOException {
        switch (json.currentToken()) {
            case VALUE_STRING -> table.add(key, bytes(key, json.getText()));
            case START_OBJECT -> table.add(key, MAPPER.writeValueAsBytes(MAPPER.readTree(json)));
            case START_ARRAY -> readPart(json, key);
            default ->
                throw new IllegalArgumentException("the value " + json.getText() + " of key " + key
                        + ", expected a text, an object, [url] or [url, offset, length]");
        }
    }

    private static byte[] bytes(String key, String text) {
        if (!text.startsWith(BASE64)) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return Base64.getDecoder().decode(text.substring(BASE64.length()));
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalArgumentException(
                    "text under key " + key + " that is no Base64, expected some", notBase64);
        }
    }

    private void readPart(JsonParser json, String key) throws IOException {
        boolean url = json.nextToken() == JsonToken.VALUE_STRING;
        String file = url ? json.getText() : "";
        JsonToken next = json.nextToken();
        if (url && next == JsonToken.END_ARRAY) {
            table.add(key, file, 0, ReferenceTable.WHOLE);
            return;
        }
        boolean offset = next == JsonToken.VALUE_NUMBER_INT;
        long start = offset ? json.getLongValue() : -1;
        boolean size = json.nextToken() == JsonToken.VALUE_NUMBER_INT;
        long length = size ? json.getLongValue() : -1;
        boolean end = json.nextToken() == JsonToken.END_ARRAY;
        if (!url || !end) {
            throw new IllegalArgumentException("a list under key " + key + ", expected [url] or [url, offset, length]");
        }
        add(key, file, start, length);
    }

    private void add(String key, String file, long start, long length) {
        if (start < 0 || length < 0 || length > Integer.MAX_VALUE - 15L) {
            throw new IllegalArgumentException("offset " + start + " and length " + length + " under key " + key
                    + ", expected an offset of 0 and more and a length below 2^31");
        }
        table.add(key, file, start, (int) length);
    }

    /** Generated references take the place of written ones of the same key, as in fsspec. */
    private void finish() {
        Templates known = new Templates(templates);
        if (!templates.isEmpty()) {
            List<String> files = table.files();
            files.replaceAll(file -> known.render(file, Map.of()));
        }
        new Generators(known).each(generators, (key, file, part) -> {
            if (part.length == 0) {
                table.add(key, file, 0, ReferenceTable.WHOLE);
            } else {
                add(key, file, part[0], part[1]);
            }
        });
        if (table.documents().isEmpty()) {
            throw new IllegalArgumentException(
                    "JSON without Zarr documents, expected kerchunk references with keys such"
                            + " as .zgroup and sst/.zarray");
        }
    }
}
