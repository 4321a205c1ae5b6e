package dev.shoal.zarr.v3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.zarr.ArrayStores;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NodeDocumentsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Configuration CONF = new Configuration();
    private static final String ARRAY = """
            {"zarr_format": 3, "node_type": "array", "shape": [3], "data_type": "int8",
             "chunk_grid": {"name": "regular", "configuration": {"chunk_shape": [2]}},
             "chunk_key_encoding": {"name": "default"}, "fill_value": 0,
             "codecs": [{"name": "bytes"}], "attributes": {"units": "m"}, "dimension_names": ["x"]}""";

    @TempDir
    Path folder;

    @BeforeEach
    void writeRoot() throws Exception {
        Files.writeString(folder.resolve("zarr.json"), "{\"zarr_format\": 3, \"node_type\": \"group\"}");
    }

    private void write(String path, String document) throws Exception {
        Files.createDirectories(folder.resolve(path));
        Files.writeString(folder.resolve(path).resolve("zarr.json"), document);
    }

    private void writeWith(String field, String value) throws Exception {
        ObjectNode json = (ObjectNode) JSON.readTree(ARRAY);
        json.set(field, JSON.readTree(value));
        write("a", json.toString());
    }

    private ArrayFile open() throws Exception {
        return ArrayStores.open(folder.toString(), CONF);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'\"bool\"' ; true ; 1",
                "'\"int8\"' ; -128 ; -128",
                "'\"uint64\"' ; 18446744073709551615 ; -1",
                "'\"float16\"' ; '\"0x7c00\"' ; Infinity",
                "'\"float16\"' ; 0.5 ; 0.5",
                "'\"float32\"' ; '\"-Infinity\"' ; -Infinity",
                "'\"float32\"' ; '\"0x3fc00000\"' ; 1.5",
                "'\"float64\"' ; '\"NaN\"' ; NaN",
                "'\"float64\"' ; '\"0x3ff8000000000000\"' ; 1.5",
                "'\"string\"' ; '\"né\"' ; né",
                "'{\"name\": \"fixed_length_utf32\", \"configuration\": {\"length_bytes\": 8}}' ; '\"ab\"' ; ab",
                "'{\"name\": \"null_terminated_bytes\", \"configuration\": {\"length_bytes\": 3}}' ; '\"YWI=\"' ; ab",
                "'{\"name\": \"numpy.datetime64\", \"configuration\": {\"unit\": \"s\", \"scale_factor\": 1}}' ; '\"NaT\"' ; -9223372036854775808",
                "'{\"name\": \"numpy.timedelta64\", \"configuration\": {\"unit\": \"D\", \"scale_factor\": 1}}' ; 5 ; 5",
            })
    void readsEveryTypeAndFillValue(String type, String fill, String expected) throws Exception {
        ObjectNode json = (ObjectNode) JSON.readTree(ARRAY);
        json.set("data_type", JSON.readTree(type));
        json.set("fill_value", JSON.readTree(fill));
        json.set(
                "codecs",
                JSON.readTree(
                        type.contains("string")
                                ? "[\"vlen-utf8\"]"
                                : "[{\"name\": \"bytes\", \"configuration\": {\"endian\": \"little\"}}]"));
        write("a", json.toString());

        try (ArrayFile file = open()) {
            Object values = file.read(file.header().variables().get(0)).values();
            assertThat(java.lang.reflect.Array.getLength(values)).isEqualTo(3);
            assertThat(java.lang.reflect.Array.get(values, 2)).hasToString(expected);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "data_type ; '\"complex64\"' ; data_type \"complex64\", expected bool,",
                "data_type ; '\"r16\"' ; data_type \"r16\", expected bool,",
                "data_type ; '{\"name\": \"numpy.datetime64\", \"configuration\": {\"unit\": \"ps\"}}' ; times counted in \"ps\", expected one of Y,",
                "fill_value ; 128 ; fill value 128, expected a whole number from -128 to 127",
                "codecs ; '[]' ; codecs [], expected one that makes bytes of an array",
                "codecs ; '[\"bytes\", \"numcodecs.pcodec\"]' ; codec \"numcodecs.pcodec\", expected transpose,",
                "codecs ; '[\"bytes\", {\"name\": \"lz77\"}]' ; codec \"lz77\", expected transpose, bytes, vlen-utf8, sharding_indexed, blosc, crc32c, gzip, zstd or numcodecs.",
                "codecs ; '[\"vlen-utf8\"]' ; codec \"vlen-utf8\" for elements of BYTE, expected \"bytes\"",
                "codecs ; '[\"zstd\", \"bytes\"]' ; codec \"zstd\" for elements of BYTE, expected \"bytes\"",
                "codecs ; '[{\"name\": \"transpose\", \"configuration\": {\"order\": [1]}}, \"bytes\"]' ; order [1] of codec transpose, expected each of 1 axes once",
                "codecs ; '[{\"name\": \"sharding_indexed\", \"configuration\": {\"chunk_shape\": [3], \"codecs\": [\"bytes\"], \"index_codecs\": [\"bytes\"]}}]' ; expected chunks that divide it",
                "codecs ; '[{\"name\": \"sharding_indexed\", \"configuration\": {\"chunk_shape\": [1], \"codecs\": [\"bytes\"], \"index_codecs\": [\"bytes\", \"zstd\"]}}]' ; index_codecs [\"bytes\",\"zstd\"], expected bytes, then crc32c",
                "chunk_grid ; '{\"name\": \"rectilinear\"}' ; chunk_grid \"rectilinear\", expected \"regular\"",
                "chunk_grid ; '{\"name\": \"regular\", \"configuration\": {\"chunk_shape\": [0]}}' ; expected length >= 0 and chunk >= 1",
                "chunk_grid ; '{\"name\": \"regular\", \"configuration\": {\"chunk_shape\": [4000000000]}}' ; chunk [4000000000], expected at most 2^31 - 16 bytes",
                "chunk_key_encoding ; '\"hashed\"' ; chunk_key_encoding \"hashed\", expected \"default\" or \"v2\"",
                "storage_transformers ; '[{\"name\": \"x\"}]' ; storage transformers [{\"name\":\"x\"}], expected none",
                "dimension_names ; '[\"x\", \"y\"]' ; dimension_names [x, y], expected 1",
                "novelty ; '{\"must_understand\": true}' ; the extension \"novelty\" that a reader must understand",
            })
    void showsWhatItCannotReadAndRefusesItByName(String field, String value, String message) throws Exception {
        writeWith(field, value);
        write("b", ARRAY);

        try (ArrayFile file = open()) {
            VariableHeader refused = file.header().variable("a").orElseThrow();
            assertThat(refused.type()).isEqualTo(ElementType.OTHER);
            assertThat(refused.shape()).containsExactly(3);
            assertThatThrownBy(() -> file.read(refused))
                    .isInstanceOf(UnreadableException.class)
                    .hasMessageStartingWith("Cannot read array a of Zarr store file:")
                    .hasMessageContaining(message)
                    .hasMessageEndingWith(". Write it again with what Shoal reads, or leave it out.");
            assertThat((byte[])
                            file.read(file.header().variable("b").orElseThrow()).values())
                    .containsExactly(0, 0, 0);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'[4611686018427387904, 4611686018427387904]' ; expected whole numbers from 0 to",
                "'[36028797018963968, 36028797018963968]' ; expected fewer than 2^63 cells",
                "'\"x\"' ; shape \"x\", expected a list",
                "'[-1]' ; shape [-1], expected whole numbers from 0",
            })
    void refusesShapesThatNothingHas(String shape, String message) throws Exception {
        ObjectNode json = (ObjectNode) JSON.readTree(ARRAY);
        json.set("shape", JSON.readTree(shape));
        json.set("chunk_grid", JSON.readTree("{\"name\": \"regular\", \"configuration\": {\"chunk_shape\": [1, 1]}}"));
        json.remove("dimension_names");
        write("a", json.toString());

        assertThatThrownBy(this::open).isInstanceOf(UnreadableException.class).hasMessageContaining(message);
    }

    @Test
    void passesOverExtensionsThatNeedNotBeUnderstood() throws Exception {
        writeWith("novelty", "{\"must_understand\": false}");
        try (ArrayFile file = open()) {
            assertThat(file.header().variable("a").orElseThrow().type()).isEqualTo(ElementType.BYTE);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'{\"zarr_format\": 4, \"node_type\": \"group\"}' ; zarr_format 4, expected 3",
                "'{\"zarr_format\": 3, \"node_type\": \"array\"}' ; a single array, expected a group",
                "'{\"zarr_format\": 3}' ; node_type , expected \"group\" or \"array\"",
                "'{\"zarr_format\": 3, \"node_type\": \"group\", \"x\": 1}' ; the extension \"x\" that a reader must understand",
                "'[1]' ; it is not a JSON object",
            })
    void refusesOtherRoots(String document, String message) throws Exception {
        Files.writeString(folder.resolve("zarr.json"), document);
        assertThatThrownBy(this::open)
                .isInstanceOf(UnreadableException.class)
                .hasMessageStartingWith("Cannot read zarr.json of Zarr store ")
                .hasMessageContaining(message);
    }

    @Test
    void takesConsolidatedMetadataAndWalksGroupsWithout() throws Exception {
        write("g", "{\"zarr_format\": 3, \"node_type\": \"group\", \"attributes\": {}}");
        write("g/inner", ARRAY.replace("[\"x\"]", "[null]"));
        try (ArrayFile file = open()) {
            VariableHeader inner = file.header().variable("g/inner").orElseThrow();
            assertThat(inner.dimensions()).containsExactly("g/phony_dim_0");
            assertThat(inner.attributes().text("units")).contains("m");
        }
        Files.writeString(
                folder.resolve("zarr.json"),
                "{\"zarr_format\": 3, \"node_type\": \"group\", \"attributes\": {\"title\": \"t\"},"
                        + "\"consolidated_metadata\": {\"kind\": \"inline\", \"must_understand\": false,"
                        + "\"metadata\": {\"only\": " + ARRAY + "}}}");
        try (ArrayFile file = open()) {
            assertThat(file.header().variables())
                    .extracting(VariableHeader::name)
                    .containsExactly("only");
            assertThat(file.header().attributes().text("title")).contains("t");
        }
    }

    @Test
    void refusesPathsThatLeadOutOfTheStore() throws Exception {
        Files.writeString(
                folder.resolve("zarr.json"),
                "{\"zarr_format\": 3, \"node_type\": \"group\", \"consolidated_metadata\": {\"metadata\": {\"../b\": "
                        + ARRAY + "}}}");
        try (ArrayFile file = open()) {
            VariableHeader outside = file.header().variables().get(0);
            assertThatThrownBy(() -> file.read(outside))
                    .isInstanceOf(UnreadableException.class)
                    .hasMessageContaining("path \"../b\", expected one that stays inside the store");
        }
    }

    @Test
    void readsTheFillValuesThatXarrayWrites() throws Exception {
        ObjectNode json = (ObjectNode) JSON.readTree(ARRAY);
        json.put("data_type", "float32");
        json.set("codecs", JSON.readTree("[{\"name\": \"bytes\", \"configuration\": {\"endian\": \"little\"}}]"));
        json.set("attributes", JSON.readTree("{\"_FillValue\": \"AAAAgB2vFUQ=\"}"));
        write("a", json.toString());
        try (ArrayFile file = open()) {
            assertThat(file.header()
                            .variable("a")
                            .orElseThrow()
                            .attributes()
                            .find("_FillValue")
                            .orElseThrow()
                            .values())
                    .isEqualTo(List.of((float) 1e20));
        }
    }

    /** By CF a fill value has the type of the variable; JSON tells no width. */
    @ParameterizedTest
    @CsvSource({
        "int16, -999, SHORT, -999",
        "uint8, 255, UBYTE, 255",
        "uint16, 65535, USHORT, 65535",
        "int64, -1, LONG, -1",
        "uint64, 18446744073709551615, ULONG, 18446744073709551615",
        "int8, 7.0, BYTE, 7",
        "float32, -999, FLOAT, -999.0",
        "float32, 1e20, FLOAT, 1.0E20",
        "float64, 5, DOUBLE, 5.0",
        "int8, 255, INT, 255",
        "int32, 0.5, DOUBLE, 0.5"
    })
    void readsFillValuesInTheTypeOfTheElements(String type, String said, ElementType expected, String value)
            throws Exception {
        ObjectNode json = (ObjectNode) JSON.readTree(ARRAY);
        json.put("data_type", type);
        json.put("fill_value", 0);
        json.set("codecs", JSON.readTree("[{\"name\": \"bytes\", \"configuration\": {\"endian\": \"little\"}}]"));
        json.set("attributes", JSON.readTree("{\"_FillValue\": " + said + "}"));
        write("a", json.toString());
        try (ArrayFile file = open()) {
            Attribute fill = file.header()
                    .variable("a")
                    .orElseThrow()
                    .attributes()
                    .find("_FillValue")
                    .orElseThrow();
            assertThat(fill.type()).isEqualTo(expected);
            assertThat(fill.text()).contains(value);
        }
    }
}
