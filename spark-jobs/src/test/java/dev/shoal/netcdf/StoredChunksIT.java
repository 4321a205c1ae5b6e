package dev.shoal.netcdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Chunks lie where h5py's {@code get_chunk_info} finds them. */
class StoredChunksIT {

    private static final int MANY = 200_000;

    @TempDir
    static Path folder;

    @BeforeAll
    static void write() throws IOException, InterruptedException {
        Hdf5KindsIT.write(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"new.h5", "old.h5"})
    void liesWhereH5pyFindsIt(String name) throws IOException, InterruptedException {
        Path path = folder.resolve(name);
        Map<String, List<String>> theirs = new TreeMap<>();
        for (String line : chunks(path)) {
            int tab = line.indexOf('\t');
            theirs.computeIfAbsent(line.substring(0, tab), key -> new ArrayList<>())
                    .add(line.substring(tab + 1));
        }
        int compared = 0;
        try (ArrayFile file = ArrayFiles.open(path.toString(), new Configuration())) {
            for (VariableHeader variable : file.header().variables()) {
                Optional<ChunkTable> chunks = readable(file, variable);
                if (chunks.isPresent()
                        && (theirs.containsKey(variable.name()) || chunks.get().size() == 0)) {
                    assertThat(lines(chunks.get(), variable))
                            .as(variable.name())
                            .containsExactlyInAnyOrderElementsOf(theirs.getOrDefault(variable.name(), List.of()));
                    compared += chunks.get().size();
                }
            }
        }
        assertThat(compared).isGreaterThan(100);
    }

    private static Optional<ChunkTable> readable(ArrayFile file, VariableHeader variable) throws IOException {
        try {
            return file.chunks(variable);
        } catch (UnreadableException refused) { // What cannot be read has no chunks to show.
            return Optional.empty();
        }
    }

    private static List<String> lines(ChunkTable chunks, VariableHeader variable) {
        List<String> lines = new ArrayList<>();
        for (int at = 0; at < chunks.size(); at++) {
            long[] index = chunks.grid().index(chunks.ordinal(at));
            String start = !variable.storage().chunked()
                    ? "0"
                    : LongStream.of(chunks.grid().window(index).start())
                            .mapToObj(Long::toString)
                            .collect(Collectors.joining(","));
            lines.add(start + "\t" + chunks.address(at) + "\t" + chunks.storedBytes(at) + "\t"
                    + Integer.toUnsignedString(chunks.skippedFilters(at)));
        }
        return lines;
    }

    @ParameterizedTest
    @ValueSource(strings = {"many-earliest.h5", "many-latest.h5"})
    void noChunkOfALongIndexIsLost(String name) throws IOException, InterruptedException {
        if (!Files.exists(folder.resolve(name))) {
            Scripts.python("write_many_chunks.py", folder);
        }
        try (ArrayFile file = ArrayFiles.open(folder.resolve(name).toString(), new Configuration())) {
            for (VariableHeader variable : file.header().variables()) {
                assertThat(file.chunks(variable).orElseThrow().size()).isEqualTo(MANY);
                assertThat((int[]) file.read(variable).values())
                        .as(variable.name())
                        .isEqualTo(IntStream.range(0, MANY).toArray());
            }
        }
    }

    private static List<String> chunks(Path path) throws IOException, InterruptedException {
        return Arrays.asList(Scripts.python("list_chunks.py", path).split("\n", -1));
    }
}
