package dev.shoal.job.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.VariableHeader;
import java.io.IOException;
import java.lang.reflect.Array;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the archive against netCDF4-python: every variable's axes, attributes and bytes. */
class DemoArchiveIT {

    private static final String PYTHON = "/usr/bin/python3";

    @TempDir
    Path folder;

    @Test
    void isReadByNetcdfWithEveryNameAndValue() throws Exception {
        boolean present = run(List.of(PYTHON, "-c", "import netCDF4, numpy")).code() == 0;
        if ("true".equals(System.getenv("CI"))) {
            assertThat(present).as("python3-netcdf4 at " + PYTHON).isTrue();
        }
        assumeTrue(present, "No python3-netcdf4 at " + PYTHON);
        Archive archive = DemoArchive.write(folder, 42, Scale.TINY);
        List<String> command = new ArrayList<>(List.of(PYTHON, script().toString(), folder.toString()));
        command.addAll(archive.files());
        List<String> expected = new ArrayList<>();
        for (Member member : DemoArchive.members(42, Scale.TINY)) {
            if (member.kept() == 1) {
                expected.addAll(lines(member.path(), member.draft().get()));
            }
        }
        Output output = run(command);
        assertThat(output.code()).as(output.text()).isZero();
        List<String> seen = output.text().lines().toList();
        assertThat(seen).containsAll(expected);
        assertThat(seen)
                .filteredOn(line -> line.contains("\tunreadable\t"))
                .singleElement()
                .asString()
                .startsWith("sst/2023/02/sst_20230204.nc");
    }

    private static List<String> lines(String path, FileDraft draft) {
        List<String> lines = new ArrayList<>();
        int attributes = draft.header().attributes().list().size();
        lines.add(String.join("\t", path, "", "attributes", Integer.toString(attributes), "CF-1.8, ACDD-1.3"));
        for (VariableHeader variable : draft.header().variables()) {
            String axes = IntStream.range(0, variable.rank())
                    .mapToObj(axis -> variable.dimensions().get(axis) + "=" + variable.shape()[axis])
                    .collect(Collectors.joining(" "));
            String names = variable.attributes().list().stream()
                    .map(Attribute::name)
                    .sorted()
                    .collect(Collectors.joining(" "));
            long crc = crc(draft.values(variable.name()));
            lines.add(String.join("\t", path, variable.name(), axes, Long.toString(crc), names));
        }
        return lines;
    }

    private static long crc(Object values) {
        int length = Array.getLength(values);
        ByteBuffer bytes = ByteBuffer.allocate(8 * length).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < length; i++) {
            Object value = Array.get(values, i);
            if (value instanceof Character text) {
                bytes.put((byte) text.charValue());
            } else if (value instanceof Short number) {
                bytes.putShort(number);
            } else if (value instanceof Integer number) {
                bytes.putInt(number);
            } else if (value instanceof Float number) {
                bytes.putFloat(number);
            } else {
                bytes.putDouble((Double) value);
            }
        }
        CRC32 crc = new CRC32();
        crc.update(bytes.flip());
        return crc.getValue();
    }

    private record Output(int code, String text) {}

    private static Output run(List<String> command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException absent) {
            return new Output(127, String.valueOf(absent.getMessage()));
        }
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Output(process.waitFor(), text);
    }

    private static Path script() throws URISyntaxException {
        return Path.of(Objects.requireNonNull(DemoArchiveIT.class.getResource("describe.py"))
                .toURI());
    }
}
