package dev.shoal.cf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.ArrayFiles;
import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.FileFormat;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.qc.QcConfiguration;
import dev.shoal.qc.QcTest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlaggedCopyTest {

    private static final byte[] FLAGS = {1, 3, 4, 9};

    @TempDir
    private Path folder;

    private static MemoryFile mooring() {
        return new MemoryFile("mooring.nc")
                .dimension("time", 4)
                .attribute("history", "deployed")
                .attribute("comment", "20 \uFFFDC")
                .variable(
                        "time", "time", new long[] {0, 60, 120, 180}, Attribute.of("units", "seconds since 1970-01-01"))
                .variable(
                        "temp",
                        "time",
                        new short[] {10, 11, 500, -99},
                        Attribute.of("long_name", "Sea temperature"),
                        Attribute.of("ancillary_variables", "temp_qc"),
                        Attribute.of("coordinates", "station time"))
                .variable("temp_qc", "time", new byte[] {0, 1, 2, 3}, Attribute.of("flag_meanings", "a b c d"))
                .variable(
                        "station",
                        "",
                        new String[] {"Öre"},
                        new Attribute("notes", ElementType.STRING, List.of("one", "two")),
                        Attribute.of("_FillValue", ""));
    }

    private static AddedFlags flags(String name, Attributes attributes) {
        return new AddedFlags(
                "temp",
                name,
                ElementType.BYTE,
                attributes,
                window -> Arrays.copyOfRange(FLAGS, (int) window.start(0), (int) window.end(0)));
    }

    private ArrayFile written(FlaggedCopy copy) throws IOException {
        Path file = folder.resolve("copy.nc");
        try (OutputStream out = Files.newOutputStream(file)) {
            assertThat(copy.write(out)).isEqualTo(FileFormat.NETCDF5);
        }
        return ArrayFiles.open(file.toString(), new Configuration());
    }

    @Test
    void keepsEverythingAndNamesTheFlags() throws IOException {
        MemoryFile source = mooring();
        Attributes own = source.header().variable("temp").orElseThrow().attributes();
        String name = FlaggedCopy.freeName(source.header(), "temp_qc");
        assertThat(name).isEqualTo("temp_qc_shoal");
        assertThat(FlaggedCopy.freeName(source.header(), "TEMP_QC")).isEqualTo("TEMP_QC_shoal");
        FlaggedCopy copy = FlaggedCopy.of(
                source,
                List.of(flags(name, FlagAttributes.aggregate("temp", own))),
                new Attributes(List.of(Attribute.of("history", "deployed, judged"))));
        assertThat(copy.changes())
                .containsExactlyInAnyOrder(
                        "Global attribute comment holds bytes that are no UTF-8: each written as the sign for such.",
                        "Attribute station:notes holds 2 texts: written as one, with blanks between them.",
                        "Variable station holds texts of any length: written as characters along station_strlen.");
        try (ArrayFile file = written(copy)) {
            assertThat(file.header().attributes().text("history")).contains("deployed, judged");
            VariableHeader temp = file.header().variable("temp").orElseThrow();
            assertThat(temp.attributes().text("ancillary_variables")).contains("temp_qc temp_qc_shoal");
            assertThat(file.read(temp).values()).isEqualTo(new short[] {10, 11, 500, -99});
            VariableHeader added = file.header().variable(name).orElseThrow();
            assertThat(added.attributes().text("standard_name")).contains("aggregate_quality_flag");
            assertThat(added.attributes().text("long_name")).contains("Aggregate quality flag of Sea temperature");
            assertThat(added.attributes().text("coordinates")).contains("station time");
            assertThat(file.read(added).values()).isEqualTo(FLAGS);
            assertThat(file.read(file.header().variable("temp_qc").orElseThrow())
                            .values())
                    .isEqualTo(new byte[] {0, 1, 2, 3});
            VariableHeader station = file.header().variable("station").orElseThrow();
            assertThat((byte[]) file.read(station).values()).isEqualTo("Öre".getBytes(StandardCharsets.UTF_8));
            assertThat(station.attributes().text("notes")).contains("one two");
        }
    }

    @Test
    void writesWhatEachTestSaysSoThatItsConfigurationCanBeReadAgain() throws IOException {
        MemoryFile source = mooring();
        Attributes own = source.header().variable("temp").orElseThrow().attributes();
        List<String> problems = new ArrayList<>();
        QcConfiguration configuration = QcConfiguration.parse(
                Map.of("temp", Map.of("qartod", Map.of("gross_range_test", Map.of("fail_span", List.of(0, 40))))),
                problems);
        List<QcTest> tests = configuration.suite("temp").orElseThrow().tests();
        List<AddedFlags> flags = List.of(
                flags("temp_qc_gross_range", FlagAttributes.test("temp", own, tests.get(0))),
                new AddedFlags(
                        "temp", "temp_qc_tests", ElementType.INT, FlagAttributes.raised("temp", own, tests), window ->
                                new int[] {0, 0, 1, 0}));
        FlaggedCopy copy = FlaggedCopy.of(source, flags, Attributes.NONE);
        assertThat(CfFlagRules.problems(copy.header())).allMatch(problem -> problem.contains("Variable temp_qc: "));
        try (ArrayFile file = written(copy)) {
            Attributes test =
                    file.header().variable("temp_qc_gross_range").orElseThrow().attributes();
            assertThat(test.text("standard_name")).contains("gross_range_test_quality_flag");
            assertThat(test.text("long_name")).contains("Gross range test quality flag of Sea temperature");
            assertThat(test.text("ioos_qc_module")).contains("qartod");
            assertThat(test.text("ioos_qc_test")).contains("gross_range_test");
            assertThat(test.text("ioos_qc_target")).contains("temp");
            assertThat(test.text("ioos_qc_config").orElseThrow()).contains("fail_span");
            Attributes raised =
                    file.header().variable("temp_qc_tests").orElseThrow().attributes();
            assertThat(raised.text("flag_meanings")).contains("gross_range");
            assertThat(raised.find("flag_masks").orElseThrow().numbers()).containsExactly(1);
        }
    }

    @Test
    void refusesByNameWhatTheFormatHasNoPlaceFor() throws IOException {
        MemoryFile source = new MemoryFile("odd.nc").dimension("time", 1).variable("group/v", "time", new int[1]);
        FlaggedCopy copy = FlaggedCopy.of(source, List.of(), Attributes.NONE);
        assertThatThrownBy(() -> copy.write(OutputStream.nullOutputStream()))
                .hasMessage("Cannot write a copy of odd.nc with flags. Cannot write variable group/v as netCDF classic:"
                        + " found a group, expected numbers or characters along dimensions, outside of groups. Leave it"
                        + " out of the file first.");
    }

    @Test
    void refusesFlagsWithoutAVariableAndNamesThatAreTaken() {
        assertThatThrownBy(() -> FlaggedCopy.of(mooring(), List.of(flags("temp_qc", Attributes.NONE)), Attributes.NONE))
                .hasMessage("Cannot add the flags temp_qc to mooring.nc: the name is taken. Choose another.");
        AddedFlags lost = new AddedFlags("salt", "salt_qc", ElementType.BYTE, Attributes.NONE, window -> FLAGS);
        assertThatThrownBy(() -> FlaggedCopy.of(mooring(), List.of(lost), Attributes.NONE))
                .hasMessage("Cannot add flags to variable salt of mooring.nc: found no such variable.");
        assertThatThrownBy(() -> new AddedFlags("temp", "t", ElementType.FLOAT, Attributes.NONE, window -> FLAGS))
                .hasMessage("Cannot add the flags t of temp: found elements of type FLOAT, expected BYTE or INT.");
    }
}
