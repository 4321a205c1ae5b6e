package dev.shoal.zarr.kerchunk;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.shoal.zarr.array.Json;
import dev.shoal.zarr.virtual.ChunkVisitor;
import dev.shoal.zarr.virtual.VirtualArray;
import dev.shoal.zarr.virtual.VirtualStore;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Base64;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;

/**
 * Writes references as kerchunk's JSON, version 1, one after the other: nothing but the store's own model is held.
 *
 * <p>Beside {@code version} and {@code refs} stands {@code shoal_sources}, the state of the files in which the chunks
 * were found; other readers pass it over, ours refuse a file that was changed since.
 */
public final class JsonReferences {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private JsonReferences() {}

    /**
     * Writes a store.
     *
     * @param location of the file, which is put in place as a whole when it is ready; what was there is replaced
     * @throws IOException where the storage fails; what was there stays
     */
    public static void write(VirtualStore store, String location, Configuration conf) throws IOException {
        WholeOutput.write(location, conf, out -> write(store, out));
    }

    private static void write(VirtualStore store, OutputStream out) throws IOException {
        try (JsonGenerator json = MAPPER.getFactory().createGenerator(out, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeNumberField("version", 1);
            json.writeFieldName(VirtualDocuments.SOURCES);
            MAPPER.writeTree(json, VirtualDocuments.sources(store));
            json.writeObjectFieldStart("refs");
            for (Map.Entry<String, JsonNode> document :
                    VirtualDocuments.of(store).entrySet()) {
                json.writeStringField(document.getKey(), Json.text(document.getValue()));
            }
            String[] urls = store.sources().stream()
                    .map(source -> VirtualDocuments.url(source.location()))
                    .toArray(String[]::new);
            for (VirtualArray array : store.arrays()) {
                array.references().each(new References(json, array, urls));
            }
            json.writeEndObject();
            json.writeEndObject();
        }
    }

    /** Writes the references of one array. */
    private record References(JsonGenerator json, VirtualArray array, String[] urls) implements ChunkVisitor {

        @Override
        public void part(long ordinal, int source, long offset, int length) throws IOException {
            json.writeArrayFieldStart(array.path() + "/" + array.key(ordinal));
            json.writeString(urls[source]);
            json.writeNumber(offset);
            json.writeNumber(length);
            json.writeEndArray();
        }

        @Override
        public void inline(long ordinal, byte[] bytes) throws IOException {
            json.writeStringField(
                    array.path() + "/" + array.key(ordinal),
                    "base64:" + Base64.getEncoder().encodeToString(bytes));
        }

        @Override
        public void object(long ordinal, String object, int length) throws IOException {
            json.writeArrayFieldStart(array.path() + "/" + array.key(ordinal));
            json.writeString(VirtualDocuments.url(object));
            json.writeEndArray();
        }
    }
}
