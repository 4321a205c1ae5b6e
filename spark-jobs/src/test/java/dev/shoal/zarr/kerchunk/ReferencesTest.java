package dev.shoal.zarr.kerchunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.zarr.ArrayStores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** References to bytes.bin, which holds 0 to 99, from the folder beside its own. */
final class ReferencesTest {

    private static final Configuration CONF = new Configuration();
    private static final String ZARRAY =
            "\"a/.zarray\": {\"zarr_format\": 2, \"shape\": [8], \"chunks\": [2], \"dtype\": \"|i1\","
                    + " \"fill_value\": -1, \"order\": \"C\", \"filters\": null, \"compressor\": null}";

    @TempDir
    Path folder;

    private Path data = Path.of("");

    @BeforeEach
    void writeData() throws IOException {
        data = Files.createDirectories(folder.resolve("da ta")).resolve("by:tes.bin");
        byte[] bytes = new byte[100];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        Files.write(data, bytes);
    }

    private String write(String json) throws IOException {
        Path file = Files.createDirectories(folder.resolve("refs")).resolve("r.json");
        return Files.writeString(file, json.replace("@", "../da ta/by:tes.bin")).toString();
    }

    private byte[] read(String json) throws IOException {
        try (ArrayFile file = ArrayStores.open(write(json), CONF)) {
            VariableHeader variable = file.header().variable("a").orElseThrow();
            return (byte[]) file.read(variable).values();
        }
    }

    @Test
    void readsVersionNought() throws Exception {
        assertThat(read("{\".zgroup\": \"{\\\"zarr_format\\\": 2}\", " + ZARRAY
                        + ", \"a/0\": [\"@\", 10, 2], \"a/1\": \"base64:CAk=\", \"a/3\": \"\\u0001\\u0002\"}"))
                .containsExactly(10, 11, 8, 9, -1, -1, 1, 2);
    }

    @Test
    void readsVersionOneWithTemplatesBehindWhatUsesThem() throws Exception {
        assertThat(read("{\"version\": 1, \"refs\": {" + ZARRAY
                        + ", \"a/0\": [\"{{u}}\", 10, 2], \"a/1\": [\"{{f(c='by:tes')}}\", 0, 2],"
                        + " \"a/2\": [\"{{ f(c=\\\"by:\\\" + \\\"tes\\\") }}\", 2, 2]},"
                        + " \"templates\": {\"u\": \"@\", \"f\": \"../da ta/{{c}}.bin\"}}"))
                .containsExactly(10, 11, 0, 1, 2, 3, -1, -1);
    }

    @Test
    void makesReferencesThatAreGenerated() throws Exception {
        assertThat(read("{\"version\": 1, \"templates\": {\"d\": \"../da ta\"}, \"gen\": [{\"key\": \"a/{{i}}\","
                        + " \"url\": \"{{d}}/by:tes.bin\", \"offset\": \"{{(i + 1) * 10 - 3 % 2}}\", \"length\": \"2\","
                        + " \"dimensions\": {\"i\": {\"stop\": 3}}},"
                        + " {\"key\": \"a/{{'%01d' % j}}\", \"url\": \"{{d}}/by:tes.bin\", \"offset\": 7, \"length\": 2,"
                        + " \"dimensions\": {\"j\": [3]}}],"
                        + " \"refs\": {" + ZARRAY + ", \"a/1\": \"xx\"}}"))
                .containsExactly(9, 10, 19, 20, 29, 30, 7, 8);
    }

    @Test
    void readsWholeFilesAndNamesOfEveryKind() throws Exception {
        Files.write(folder.resolve("da ta/two.bin"), new byte[] {5, 6});
        String whole = folder.resolve("da ta/two.bin").toString();
        assertThat(read("{" + ZARRAY + ", \"a/0\": [\"../da ta/two.bin\"], \"a/1\": [\"" + whole
                        + "\"], \"a/2\": [\"file://" + whole + "\", 1, 1], \"a/2\": [\"file://" + whole + "\", 0, 2]}"))
                .containsExactly(5, 6, 5, 6, 5, 6, -1, -1);
    }

    @Test
    void namesSchemesAsHadoopDoes() {
        ReferencedFiles files =
                new ReferencedFiles(new org.apache.hadoop.fs.Path("s3a://bucket/refs/r.json"), java.util.Map.of());
        assertThat(files.path("s3://other/x.nc")).hasToString("s3a://other/x.nc");
        assertThat(files.path("gcs://other/x.nc")).hasToString("gs://other/x.nc");
        assertThat(files.path("../x y.nc")).hasToString("s3a://bucket/x y.nc");
        assertThat(files.path("/x.nc")).hasToString("s3a://bucket/x.nc");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[\"none.nc\", 0, 2] ; found no file none.nc, expected the one that it leads to.",
                "[\"@\", 99, 2] ; ../da ta/by:tes.bin ends at byte 100, expected 2 bytes from byte 99 on.",
                "[\"@\", 9223372036854775807, 2] ; ends at byte 100, expected 2 bytes from byte 9223372036854775807 on.",
                "[\"https://host/x.nc\", 0, 2] ; parts of files on web servers are not read; copy the files",
                "[\"ftq://host/x.nc\", 0, 2] ; ftq",
                "[\"../da ta\", 0, 2] ; found no file ../da ta,",
                "[\"@\"] ; it decodes to 100 bytes, expected 2",
            })
    void namesReferenceAndFileWhereAPartIsNotThere(String reference, String message) {
        assertThatThrownBy(() -> read("{" + ZARRAY + ", \"a/0\": " + reference + "}"))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("Cannot read ")
                .hasMessageContaining("a/0 of ")
                .hasMessageContaining("refs/r.json")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\": \"FeatureCollection\", \"features\": []};JSON without Zarr documents, expected kerchunk references",
                "[];JSON that does not begin with \"{\"",
                ";JSON that does not begin",
                "{\"a/.zarray\": ;text that is no JSON",
                "{\"version\": 2, \"refs\": {}};references of version 2, expected 0 or 1",
                "{Z, \"a/0\": 3};the value 3 of key a/0, expected a text, an object, [url] or [url, offset, length]",
                "{Z, \"a/0\": [\"x\", 1]};a list under key a/0, expected [url] or [url, offset, length]",
                "{Z, \"a/0\": [\"x\", -1, 5]};offset -1 and length 5 under key a/0",
                "{Z, \"a/0\": [\"x\", 0, 4294967296]};offset 0 and length 4294967296 under key a/0",
                "{Z, \"a/0\": \"base64:?\"};text under key a/0 that is no Base64",
                "{\"version\": 1, \"templates\": {\"a\": \"{{b}}\", \"b\": \"{{a}}\"}, \"refs\": {Z, \"a/0\": [\"{{a}}\"]}};the template a without values",
                "{\"version\": 1, \"templates\": {\"a\": \"{{b()}}\", \"b\": \"{{a()}}\"}, \"refs\": {Z, \"a/0\": [\"{{a()}}\"]}};the name b in {{b()}}, expected one of",
                "{\"version\": 1, \"templates\": {\"a\": \"x\"}, \"refs\": {Z, \"a/0\": [\"{{c}}\"]}};the name c in {{c}}, expected one of [a]",
                "{\"version\": 1, \"templates\": {\"a\": \"x\"}, \"refs\": {Z, \"a/0\": [\"{{a | upper}}\"]}};the expression {{a | upper}}, expected names",
                "{\"version\": 1, \"templates\": {\"a\": \"x\"}, \"refs\": {Z, \"a/0\": [\"{% if a %}\"]}};expected {{...}} alone",
                "{\"version\": 1, \"refs\": {Z}, \"gen\": [{\"key\": \"{{i}}\", \"url\": \"u\", \"dimensions\": {\"i\": {\"stop\": 900000000000}}}]};generators of more than 16777216 references",
                "{\"version\": 1, \"refs\": {Z}, \"gen\": [{\"key\": \"{{i}}\", \"url\": \"u\", \"offset\": 1, \"dimensions\": {}}]};expected offset and length, or none",
            })
    void refusesWhatHoldsNoReferences(String jsonAndMessage) {
        int cut = jsonAndMessage.indexOf(';');
        String json = jsonAndMessage.substring(0, cut).replace("{Z", "{" + ZARRAY);
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(UnreadableException.class)
                .hasMessageStartingWith("Cannot read references file:")
                .hasMessageContaining("refs/r.json: found ")
                .hasMessageContaining(jsonAndMessage.substring(cut + 1))
                .hasMessageEndingWith(". Make the references anew.");
    }

    @Test
    void holdsMillionsOfReferencesInLittleMemory() throws Exception {
        StringBuilder json = new StringBuilder("{\"version\": 1, \"refs\": {").append(ZARRAY);
        for (int i = 0; i < 300_000; i++) {
            json.append(", \"b/")
                    .append(i / 100)
                    .append('.')
                    .append(i % 100)
                    .append("\": [\"s3://bucket/")
                    .append(i / 1000)
                    .append(".nc\", ")
                    .append(i * 1000L)
                    .append(", 1000]");
        }
        byte[] bytes = json.append("}}").toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        ReferenceTable table = ReferenceParser.parse(new java.io.ByteArrayInputStream(bytes));

        assertThat(table.size()).isEqualTo(300_001);
        int entry = table.find("b/2999.99");
        assertThat(table.files().get(table.file(entry))).isEqualTo("s3://bucket/299.nc");
        assertThat(table.start(entry)).isEqualTo(299_999_000L);
        assertThat(table.find("b/3000.0")).isEqualTo(ReferenceTable.ABSENT);
        assertThat(table.memoryBytes()).isLessThan(bytes.length * 2L);
    }
}
