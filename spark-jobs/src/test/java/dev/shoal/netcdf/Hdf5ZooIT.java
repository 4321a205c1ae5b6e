package dev.shoal.netcdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every filter, type and layout that h5py writes, against the same numbers stored plainly. */
class Hdf5ZooIT {

    private static final String PLAIN = "want/";

    @TempDir
    static Path folder;

    @BeforeAll
    static void write() throws IOException, InterruptedException {
        Scripts.python("write_hdf5_zoo.py", folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zoo-earliest.h5",
                "zoo-v108.h5",
                "zoo-v110.h5",
                "zoo-latest.h5",
                "zoo-earliest-behind.h5",
                "zoo-v108-behind.h5",
                "zoo-v110-behind.h5",
                "zoo-latest-behind.h5"
            })
    void everyFilterTypeAndLayoutGivesWhatLiesPlainly(String name) throws IOException {
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        try (ArrayFile file = open(name)) {
            for (VariableHeader want : file.header().variables()) {
                if (want.name().startsWith(PLAIN)) {
                    compared++;
                    String difference = difference(file, want);
                    if (!difference.isEmpty()) {
                        wrong.add(want.name() + ": " + difference);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(compared).isGreaterThan(80);
    }

    private static String difference(ArrayFile file, VariableHeader want) throws IOException {
        String[] name = want.name().substring(PLAIN.length()).split("#", -1);
        Optional<VariableHeader> listed = file.header().variable("got/" + name[0]);
        if (listed.isEmpty()) {
            return "not listed";
        }
        VariableHeader got = listed.get();
        Object wanted = file.read(want).values();
        Object found;
        try {
            found = file.read(got).values();
        } catch (IOException | RuntimeException e) {
            return e.toString();
        }
        if (name.length == 2) {
            found = name[1].equals("lengths") ? lengths((Object[]) found) : numbers((Object[]) found, wanted);
        } else if (!Arrays.equals(got.shape(), want.shape())) {
            return "shape " + Arrays.toString(got.shape());
        }
        return Objects.deepEquals(found, wanted) ? "" : "found " + text(found) + ", wanted " + text(wanted);
    }

    private static int[] lengths(Object[] sequences) {
        return Arrays.stream(sequences).mapToInt(Array::getLength).toArray();
    }

    private static Object numbers(Object[] sequences, Object like) {
        Object all = Array.newInstance(like.getClass().getComponentType(), Array.getLength(like));
        int at = 0;
        for (Object sequence : sequences) {
            int length = Array.getLength(sequence);
            System.arraycopy(sequence, 0, all, at, length);
            at += length;
        }
        return all;
    }

    private static String text(Object values) {
        StringBuilder text = new StringBuilder(values.getClass().getSimpleName());
        for (int i = 0; i < Math.min(12, Array.getLength(values)); i++) {
            text.append(' ').append(Array.get(values, i));
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zoo-earliest.h5", "zoo-latest.h5", "zoo-latest-behind.h5"})
    void whatCannotBeReadIsListedAndNamed(String name) throws IOException {
        try (ArrayFile file = open(name)) {
            assertRefused(file, "long_double", "a floating-point number of 16 bytes that is not of IEEE 754");
            assertRefused(file, "references", "a reference");
            assertRefused(file, "ragged_texts", "a sequence of something else than numbers");
            assertRefused(file, "times", "a time");
            assertRefused(file, "outside", "a link into another file (another.h5 /data)");
            assertRefused(file, "elsewhere", "external storage, whose elements lie in other files");
            if (name.contains("latest")) {
                assertRefused(file, "virtual", "a virtual dataset, whose elements lie in other datasets");
            }
            VariableHeader packed = file.header().variable("refused/packed").orElseThrow();
            assertThatThrownBy(() -> file.read(packed))
                    .isInstanceOf(UnreadableException.class)
                    .hasMessage("Cannot read " + file.location() + ", variable refused/packed: found the filter zfp"
                            + " (number 32013), expected " + Hdf5Filter.KNOWN + ". Rewrite the file with h5repack"
                            + " -f GZIP=4 where the filter's plugin is installed.");
        }
    }

    private static void assertRefused(ArrayFile file, String name, String found) {
        VariableHeader variable = file.header().variable("refused/" + name).orElseThrow();
        assertThatThrownBy(() -> file.read(variable))
                .isInstanceOf(UnreadableException.class)
                .hasMessage("Cannot read " + file.location() + ", variable refused/" + name + ": found " + found
                        + ", expected numbers or text in this file. Leave the variable out.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zoo-earliest.h5", "zoo-latest.h5", "zoo-latest-behind.h5"})
    void linksLeadToTheirDatasetsAndNoCircleIsWalked(String name) throws IOException {
        try (ArrayFile file = open(name)) {
            Object numbers =
                    file.read(file.header().variable("want/lzf").orElseThrow()).values();
            for (String link : List.of(
                    "links/soft",
                    "links/hard",
                    "links/deep/relative",
                    "links/soft_group/beside",
                    "links/soft_group/relative",
                    "links/through_soft_group")) {
                assertThat(file.read(file.header().variable(link).orElseThrow()).values())
                        .as(link)
                        .isEqualTo(numbers);
            }
            assertThat(file.header().variables())
                    .extracting(VariableHeader::name)
                    .noneMatch(variable -> variable.startsWith("links/up/") || variable.startsWith("links/deep/up/"))
                    .doesNotContain("links/nowhere");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zoo-earliest.h5", "zoo-latest.h5"})
    void attributesOfEveryTypeAreShownOrKeptByName(String name) throws IOException {
        try (ArrayFile file = open(name)) {
            Attributes attributes =
                    file.header().variable("links/attributes").orElseThrow().attributes();
            assertThat(attributes.find("array").orElseThrow().values()).isEqualTo(List.of(0L, 1L, 2L, 3L, 4L, 5L));
            assertThat(attributes.find("arrays").orElseThrow().values()).isEqualTo(List.of(0, 1, 2, 3, 4, 5));
            assertThat(attributes.find("flag").orElseThrow().values()).isEqualTo(List.of((byte) 1));
            assertThat(attributes.find("half").orElseThrow().values()).isEqualTo(List.of(1.5f));
            assertThat(attributes.find("texts").orElseThrow().values()).isEqualTo(List.of("a", "ß"));
            assertThat(attributes.find("nothing").orElseThrow().values()).isEmpty();
            assertThat(attributes.find("compound").orElseThrow().type()).isEqualTo(ElementType.OTHER);
            if (name.contains("latest")) {
                assertThat(attributes.find("large").orElseThrow().values()).hasSize(20000);
            }
            Attributes colours =
                    file.header().variable("got/colours").orElseThrow().attributes();
            assertThat(colours.text("flag_meanings")).contains("GREEN LIGHT_BLUE RED");
            assertThat(colours.find("flag_values").orElseThrow().values())
                    .isEqualTo(List.of((short) -2, (short) 300, (short) 1));
        }
    }

    private static ArrayFile open(String name) throws IOException {
        return ArrayFiles.open(folder.resolve(name).toString(), new Configuration());
    }
}
