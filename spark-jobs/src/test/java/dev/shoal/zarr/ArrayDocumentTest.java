package dev.shoal.zarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shoal.codec.Zstd;
import dev.shoal.netcdf.ElementType;
import dev.shoal.zarr.array.Json;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ArrayDocumentTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AttributesDocument NO_NAMES = new AttributesDocument(JSON.createObjectNode());

    private static ZarrArray parse(byte[] document) throws Exception {
        return ArrayDocument.parse(Json.parse(document, "a/.zarray", "/r"), "a", NO_NAMES);
    }

    static List<ZarrArray> everyKind() {
        return Samples.everyKind();
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void readsTheHeaderItWrote(ZarrArray array) throws Exception {
        ZarrArray back =
                ArrayDocument.parse(Json.parse(ArrayDocument.bytes(array), "a/.zarray", "/r"), array.path(), NO_NAMES);

        assertThat(back.sameHeader(array)).isTrue();
    }

    @Test
    void saysWhatTheSpecificationAsksFor() throws Exception {
        ZarrArray array = ZarrArray.of("a", new long[] {3_000_000_000L, 2}, new long[] {100, 2}, ElementType.FLOAT)
                .withFill(Double.NEGATIVE_INFINITY);

        JsonNode json = JSON.readTree(ArrayDocument.bytes(array));

        assertThat(json).isEqualTo(JSON.readTree("""
                {"chunks": [100, 2], "dtype": "<f4", "fill_value": "-Infinity", "filters": null,
                 "compressor": {"id": "blosc", "cname": "zstd", "clevel": 2, "shuffle": 1, "blocksize": 1048576}, "order": "C", "shape": [3000000000, 2],
                 "dimension_separator": ".", "zarr_format": 2}"""));
    }

    @ParameterizedTest
    @CsvSource({
        "BYTE, -128, -128",
        "UBYTE, 255, 255",
        "USHORT, 65535, 65535",
        "UINT, 4294967295, 4294967295",
        "LONG, -9223372036854775808, -9223372036854775808",
        "ULONG, 18446744073709551615, 18446744073709551615",
        "INT, -999.0, -999",
        "FLOAT, 9.969209968386869e36, 9.969209968386869E36",
        "FLOAT, 0.1, 0.10000000149011612",
        "DOUBLE, 0.1, 0.1",
        "DOUBLE, NaN, \"NaN\"",
        "DOUBLE, \"Infinity\", \"Infinity\"",
        "INT, null, null",
        "CHAR, \"\", null",
        "CHAR, \"AA==\", \"AA==\"",
    })
    void keepsFillValues(ElementType type, String read, String written) throws Exception {
        ZarrArray array =
                ZarrArray.of("a", new long[] {2}, new long[] {2}, type).withCodec(Codec.of(new Zstd(1)));
        String document = new String(ArrayDocument.bytes(array), StandardCharsets.UTF_8)
                .replace("\"fill_value\" : null", "\"fill_value\" : " + read);

        ZarrArray parsed = parse(document.getBytes(StandardCharsets.UTF_8));

        JsonNode fill = JSON.readTree(ArrayDocument.bytes(parsed)).path("fill_value");
        assertThat(fill.toString()).isEqualTo(written);
        assertThat(parse(ArrayDocument.bytes(parsed)).fill()).isEqualTo(parsed.fill());
    }

    @Test
    void holdsTheBitsOfUnsignedFillValues() {
        BigInteger most = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

        assertThat((long[]) ElementBytes.filled(ElementType.ULONG, 1, FillValue.of(most)))
                .containsExactly(-1);
        assertThat((byte[]) ElementBytes.filled(ElementType.UBYTE, 1, FillValue.of(255)))
                .containsExactly(-1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "dtype ; \"<M8[ns]\" ; dtype \"<M8[ns]\", expected b1, i1 to i8,",
                "dtype ; \"|O\" ; objects of Python (dtype \"|O\") in the filter \"none\", expected numbers, or texts",
                "dtype ; [[\"a\", \"<f4\"]] ; expected b1, i1 to i8,",
                "compressor ; {\"id\": \"zfpy\"} ; compressor {\"id\":\"zfpy\"}, expected one of adler32, astype, bitround, blosc, bz2,",
                "filters ; [{\"id\": \"categorize\"}] ; filter {\"id\":\"categorize\"}, expected one of",
                "filters ; 3 ; filters 3, expected a list or null",
                "order ; \"K\" ; order \"K\", expected \"C\" or \"F\"",
                "zarr_format ; 3 ; zarr_format 3, expected 2",
                "fill_value ; 300 ; fill value 300, expected a whole number from -128 to 127",
                "fill_value ; 0.5 ; fill value 0.5, expected a whole number",
                "fill_value ; \"NaN\" ; fill value NaN, expected a whole number",
                "fill_value ; \"x\" ; fill value \"x\", expected a number",
                "dimension_separator ; \"-\" ; separator -, expected '.' or '/'",
                "shape ; [2, 2] ; Cannot make a chunk grid",
                "shape ; \"x\" ; shape \"x\", expected a list of at most 64 whole numbers",
                "shape ; [2.5] ; shape [2.5], expected whole numbers from 0",
                "chunks ; [4294967296] ; chunk [4294967296], expected at most 2^31 - 16 bytes",
                "chunks ; [0] ; expected length >= 0 and chunk >= 1",
            })
    void refusesWhatItCannotRead(String key, String value, String message) throws Exception {
        ZarrArray array = ZarrArray.of("a", new long[] {2}, new long[] {2}, ElementType.BYTE);
        ObjectNode json = (ObjectNode) JSON.readTree(ArrayDocument.bytes(array));
        json.set(key, JSON.readTree(value));

        assertThatThrownBy(() -> parse(JSON.writeValueAsBytes(json)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
