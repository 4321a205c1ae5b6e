package dev.shoal.netcdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every layout, chunk index and filter that h5py writes, in the oldest and the newest form of the format. */
class Hdf5KindsIT {

    @TempDir
    static Path folder;

    @BeforeAll
    static void write() throws IOException, InterruptedException {
        write(folder);
    }

    /** Writes {@code new.h5} and {@code old.h5}. */
    static void write(Path folder) throws IOException, InterruptedException {
        Scripts.python("write_hdf5_kinds.py", folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"new.h5", "old.h5"})
    void everyLayoutAndIndexGivesTheSameNumbers(String name) throws IOException {
        int[] numbers = IntStream.range(0, 37 * 41).toArray();
        try (ArrayFile file = open(name)) {
            List<VariableHeader> variables = file.header().variables().stream()
                    .filter(variable -> variable.name().startsWith("numbers/"))
                    .toList();
            assertThat(variables).hasSize(11).extracting(VariableHeader::name).contains("numbers/link");
            for (VariableHeader variable : variables) {
                assertThat(file.read(variable).values()).as(variable.name()).isEqualTo(numbers);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"new.h5", "old.h5"})
    void whatIsKeptAsDistancesComesBackAsNumbers(String name) throws IOException {
        int[] numbers = IntStream.range(0, 37 * 41).toArray();
        try (ArrayFile file = open(name)) {
            assertThat(values(file, "scaled")).isEqualTo(numbers);
            if (file.header().variable("szipped").isPresent()) {
                assertThat(values(file, "szipped")).isEqualTo(numbers);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"new.h5", "old.h5"})
    void whatWasNeverWrittenIsTheFillValue(String name) throws IOException {
        float[] floats = new float[100];
        Arrays.fill(floats, 2.5f);
        short[] shorts = new short[10];
        Arrays.fill(shorts, (short) -3);
        try (ArrayFile file = open(name)) {
            assertThat(values(file, "never_written")).isEqualTo(floats);
            assertThat(values(file, "never_written_contiguous")).isEqualTo(shorts);
            assertThat(values(file, "nothing")).isEqualTo(new float[0]);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"new.h5", "old.h5"})
    void textsLargeGroupsAndLinksAreFound(String name) throws IOException {
        try (ArrayFile file = open(name)) {
            assertThat(values(file, "fixed_texts")).isEqualTo(new String[] {"abc", "de", ""});
            assertThat(values(file, "texts")).isEqualTo(new String[] {"a", "ß", ""});
            VariableHeader flags = file.header().variable("flags").orElseThrow();
            assertThat(flags.type()).isEqualTo(ElementType.BYTE);
            assertThat(flags.attributes().text("flag_meanings")).contains("FALSE TRUE");
            assertThat(file.read(flags).values()).isEqualTo(new byte[] {1, 0});
            VariableHeader elsewhere = file.header().variable("elsewhere").orElseThrow();
            assertThatThrownBy(() -> file.read(elsewhere))
                    .isInstanceOf(UnreadableException.class)
                    .hasMessageEndingWith(", variable elsewhere: found a link into another file (another.h5 /data),"
                            + " expected numbers or text in this file. Leave the variable out.");
            assertThat(file.header().variables())
                    .extracting(VariableHeader::name)
                    .doesNotContain("nowhere")
                    .filteredOn(variable -> variable.startsWith("many/"))
                    .hasSize(300);
            assertThat(values(file, "many/d299")).isEqualTo(new long[] {299});
            Attributes attributes =
                    file.header().variable("many/d0").orElseThrow().attributes();
            assertThat(attributes.list()).hasSize(40);
            assertThat(attributes.text("attribute 39").orElseThrow()).hasSize(3900);
        }
    }

    private static ArrayFile open(String name) throws IOException {
        return ArrayFiles.open(folder.resolve(name).toString(), new Configuration());
    }

    private static Object values(ArrayFile file, String name) throws IOException {
        return file.read(file.header().variable(name).orElseThrow()).values();
    }
}
