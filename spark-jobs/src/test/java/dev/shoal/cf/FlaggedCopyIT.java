package dev.shoal.cf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.ArrayFiles;
import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.Corpus;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.UnwritableException;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.ChunkGrid;
import dev.shoal.plan.Window;
import dev.shoal.zarr.OutsideProgram;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies of real files with flags, as the netCDF library and xarray read them. */
class FlaggedCopyIT {

    private static final Path SCRIPT = Path.of("src/test/resources/dev/shoal/cf/check_copies.py");
    private static final byte[] CODES = {1, 2, 3, 4, 9};
    private static final long MOST_BYTES = 8 << 20;
    private static final int FLAGGED = 3;

    @TempDir
    private Path folder;

    @Test
    void realFilesComeBackWholeWithFlagsBesideTheirVariables() throws IOException, InterruptedException {
        OutsideProgram.requirePython();
        List<String> lines = new ArrayList<>();
        Map<String, String> refused = new TreeMap<>();
        for (Path file : Corpus.files("timeseries", "profile", "trajectory", "dsg", "gridded", "formats")) {
            if (file.toString().endsWith(".nc") && Files.size(file) <= MOST_BYTES) {
                copy(file, lines, refused);
            }
        }
        Path list = folder.resolve("copies.tsv");
        Files.write(list, lines);
        int compared =
                Integer.parseInt(OutsideProgram.python(SCRIPT, list.toString()).trim());
        System.out.println(lines.size() + " files with " + compared + " variables; refused: " + refused);
        assertThat(lines).hasSizeGreaterThan(100);
        assertThat(compared).isGreaterThan(1000);
        assertThat(refused.values()).allMatch(message -> message.startsWith("Cannot write a copy of "));
    }

    private void copy(Path file, List<String> lines, Map<String, String> refused) throws IOException {
        try (ArrayFile source = ArrayFiles.open(file.toString(), new Configuration())) {
            List<AddedFlags> flags = flags(source);
            Path copy = folder.resolve(lines.size() + ".nc");
            try (OutputStream out = Files.newOutputStream(copy)) {
                FlaggedCopy flagged = FlaggedCopy.of(
                        source, flags, new Attributes(List.of(Attribute.of("history", "copied with flags"))));
                flagged.write(out);
                assertThat(CfFlagRules.problems(flagged.header()))
                        .noneMatch(problem -> flags.stream().anyMatch(one -> problem.contains(" " + one.name() + ":")));
            } catch (UnwritableException e) {
                refused.put(file.getFileName().toString(), e.getMessage());
                return;
            }
            StringBuilder line = new StringBuilder(file.toString()).append('\t').append(copy);
            flags.forEach(one -> line.append('\t')
                    .append(one.of())
                    .append('\t')
                    .append(one.name())
                    .append("\t12349"));
            lines.add(line.toString());
        }
    }

    private static List<AddedFlags> flags(ArrayFile source) {
        List<AddedFlags> flags = new ArrayList<>();
        for (VariableHeader variable : source.header().variables()) {
            if (flags.size() < FLAGGED && variable.type().isNumeric() && variable.rank() > 0) {
                flags.add(new AddedFlags(
                        variable.name(),
                        FlaggedCopy.freeName(source.header(), variable.name() + "_qc"),
                        ElementType.BYTE,
                        FlagAttributes.aggregate(variable.name(), variable.attributes()),
                        window -> codes(variable, window)));
            }
        }
        return flags;
    }

    private static byte[] codes(VariableHeader variable, Window window) {
        ChunkGrid cells = new ChunkGrid(
                variable.shape(),
                Arrays.stream(variable.shape()).map(length -> 1).toArray());
        byte[] codes = new byte[Math.toIntExact(window.size())];
        int to = 0;
        for (long[] index : ChunkGrid.walk(window)) {
            codes[to++] = CODES[(int) (cells.ordinal(index) % CODES.length)];
        }
        return codes;
    }
}
