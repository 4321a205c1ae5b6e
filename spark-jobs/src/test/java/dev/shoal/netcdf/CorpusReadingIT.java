package dev.shoal.netcdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shoal.plan.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every variable of every real file, against netCDF4-python. */
class CorpusReadingIT {

    private static final long CORNER = 40;
    private static final Configuration CONF = new Configuration();

    @TempDir
    Path folder;

    /** What became of the variables. */
    private static final class Tally {
        private int files;
        private int variables;
        private int equal;
        private int attributes;
        private final Map<String, Integer> refused = new TreeMap<>();
        private final List<String> differing = new ArrayList<>();

        void refuse(String reason) {
            refused.merge(reason, 1, Integer::sum);
        }

        @Override
        public String toString() {
            return "files " + files + ", variables " + variables + ", equal " + equal + ", attributes equal "
                    + attributes + ", refused " + refused
                    + ", differing " + differing.size()
                    + differing.stream().map(line -> "\n  " + line).collect(Collectors.joining());
        }
    }

    @Test
    void readsWhatNetcdf4PythonReads() throws Exception {
        List<Path> files = Corpus.files(
                "gridded",
                "curvilinear",
                "dsg",
                "profile",
                "timeseries",
                "trajectory",
                "formats",
                "swath",
                "unstructured",
                "broken");
        Tally tally = compare(files);

        assertThat(tally.differing).isEmpty();
        assertThat(tally.equal).isGreaterThan(3800);
    }

    @Test
    void readsWhatNetcdf4PythonAndH5pyWrite() throws Exception {
        String leftOut = Scripts.python("write_netcdf4_zoo.py", folder);
        if ("true".equals(System.getenv("CI"))) {
            assertThat(leftOut).as("kinds that are not written").isEmpty();
        }
        List<Path> files;
        try (Stream<Path> found = Files.list(folder)) {
            files = found.filter(path -> path.toString().endsWith(".nc"))
                    .sorted()
                    .toList();
        }
        Tally tally = compare(files);

        assertThat(tally.differing).isEmpty();
        assertThat(files).hasSizeGreaterThan(20);
        assertThat(tally.equal).isGreaterThan(900);
    }

    private Tally compare(List<Path> files) throws Exception {
        JsonNode judged = judge(files);
        Tally tally = new Tally();
        for (Path path : files) {
            JsonNode facts = judged.get(path.toString());
            if (facts.has("refused")) {
                assertThatThrownBy(() -> ArrayFiles.open(path.toString(), CONF))
                        .isInstanceOf(UnreadableException.class);
                tally.refuse("files that netCDF4-python refuses too");
            } else {
                compare(path, facts, tally);
            }
        }
        System.out.println(tally);
        return tally;
    }

    private static void compare(Path path, JsonNode judged, Tally tally) throws Exception {
        tally.files++;
        TreeSet<String> missing = new TreeSet<>();
        judged.get("variables").fieldNames().forEachRemaining(missing::add);
        try (ArrayFile file = ArrayFiles.open(path.toString(), CONF)) {
            assertAttributes(path.toString(), file.header().attributes(), judged.get("attributes"), tally);
            for (VariableHeader variable : file.header().variables()) {
                missing.remove(variable.name());
                tally.variables++;
                JsonNode facts = judged.get("variables").path(variable.name());
                String difference = difference(file, variable, facts, tally);
                if (!difference.isEmpty()) {
                    tally.differing.add(path + ", " + variable.name() + ": " + difference);
                }
            }
        }
        missing.forEach(name -> tally.differing.add(path + ", " + name + ": not listed"));
    }

    private static String difference(ArrayFile file, VariableHeader variable, JsonNode facts, Tally tally)
            throws Exception {
        if (variable.type() == ElementType.OTHER) {
            String reason = refusal(file, variable);
            tally.refuse(reason.isEmpty() ? "without a reason" : reason);
            return reason.isEmpty() ? "refused without a reason" : "";
        }
        if (facts.isMissingNode()) {
            tally.refuse("that netCDF4-python does not list");
            return "";
        }
        if (!facts.path("shape")
                .toString()
                .equals(Arrays.toString(variable.shape()).replace(" ", ""))) {
            return "shape " + Arrays.toString(variable.shape()) + ", expected " + facts.path("shape");
        }
        assertDimensions(file.location(), variable, facts.get("dimensions"));
        String where = file.location() + ", " + variable.name();
        assertAttributes(where, stored(where, variable, facts), facts.get("attributes"), tally);
        for (Map.Entry<String, JsonNode> hash : facts.path("hashes").properties()) {
            try {
                String found = HashedValues.hash(file.read(variable, window(hash.getKey(), variable.shape())));
                if (!found.equals(hash.getValue().asText())) {
                    return hash.getKey() + " differs";
                }
            } catch (UnreadableException e) {
                return String.valueOf(e.getMessage());
            }
        }
        if (facts.has("hashes")) {
            tally.equal++;
        } else {
            tally.refuse("that netCDF4-python refuses");
        }
        return "";
    }

    /** Returns what an error says was found. */
    private static String refusal(ArrayFile file, VariableHeader variable) throws IOException {
        try {
            file.read(variable);
            return "";
        } catch (UnreadableException e) {
            String message = String.valueOf(e.getMessage());
            int start = message.indexOf("found ");
            return start < 0 ? "" : message.substring(start + 6, message.indexOf(", expected"));
        }
    }

    /** Axes without a dimension are numbered in another order, and linked dimensions have several names. */
    private static void assertDimensions(String location, VariableHeader variable, JsonNode judged) {
        List<String> expected = new ArrayList<>();
        judged.forEach(name -> expected.add(name.asText()));
        if (!expected.toString().contains("phony_dim_") && !location.endsWith("air_linked.nc")) {
            assertThat(variable.dimensions())
                    .as("%s, %s", location, variable.name())
                    .extracting(name -> name.substring(name.lastIndexOf('/') + 1))
                    .startsWith(expected.toArray(String[]::new));
        }
    }

    private static void assertAttributes(String where, Attributes found, JsonNode judged, Tally tally) {
        assertThat(found.list())
                .as(where)
                .extracting(Attribute::name)
                .containsExactlyInAnyOrderElementsOf(names(judged));
        for (Attribute attribute : found.list()) {
            JsonNode expected = judged.get(attribute.name());
            if (attribute.type() != ElementType.OTHER && !expected.isNull()) {
                assertThat(HashedValues.text(attribute))
                        .as("%s: %s", where, attribute.name())
                        .isEqualTo(expected.asText());
                tally.attributes++;
            }
        }
    }

    /** Returns the attributes without those that only the names of an enumeration give, which are checked here. */
    private static Attributes stored(String where, VariableHeader variable, JsonNode facts) {
        if (!facts.has("enum") || facts.get("attributes").has("flag_values")) {
            return variable.attributes();
        }
        List<String> meanings = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        facts.get("enum").forEach(pair -> {
            meanings.add(pair.get(0).asText().replace(' ', '_'));
            values.add(pair.get(1).asDouble());
        });
        assertThat(List.of(
                        variable.attributes().text("flag_meanings").orElse("").split(" ", -1)))
                .as(where)
                .containsExactlyInAnyOrderElementsOf(meanings);
        assertThat(variable.attributes().find("flag_values").orElseThrow().numbers())
                .as(where)
                .containsExactlyInAnyOrder(
                        values.stream().mapToDouble(Double::doubleValue).toArray());
        return new Attributes(variable.attributes().list().stream()
                .filter(attribute -> !attribute.name().startsWith("flag_"))
                .toList());
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Window window(String part, long[] shape) {
        long[] start = new long[shape.length];
        long[] end = shape.clone();
        for (int axis = 0; axis < shape.length; axis++) {
            if (part.equals("first")) {
                end[axis] = Math.min(shape[axis], CORNER);
            } else if (part.equals("last")) {
                start[axis] = Math.max(0, shape[axis] - CORNER);
            }
        }
        return new Window(start, end);
    }

    @Test
    void theTwoBrokenFilesAreRefusedWithTheReason() {
        assertThatThrownBy(() -> open("broken/Unidata__tds/zeroLengthFile.nc"))
                .isInstanceOf(UnreadableException.class)
                .hasMessageEndingWith("zeroLengthFile.nc: found an empty file, expected netCDF-3 (CDF), netCDF-4 or"
                        + " HDF5. Fetch the file again, or leave it out.");
        assertThatThrownBy(() -> open("broken/Unidata__netcdf-c/bad_cdf5_begin.nc"))
                .isInstanceOf(UnreadableException.class)
                .hasMessageEndingWith(
                        "bad_cdf5_begin.nc: found variable var_small that begins at byte 4294967515 in the"
                                + " header, expected one behind what comes before it, which ends at byte 8589934810. The header is"
                                + " damaged; fetch the file again.");
    }

    @Test
    void readsBloscZstdLz4AndLzfThatNetcdf4PythonRefuses() throws IOException {
        assertThat(values("formats/fsspec__kerchunk/hdf5_mini_zstd.h5", "data"))
                .isEqualTo(values("formats/fsspec__kerchunk/hdf5_mini_shuffle_zstd.h5", "data"));
        assertThat(values("formats/fsspec__kerchunk/hdf5_mini_blosc.h5", "data"))
                .isEqualTo(values("formats/fsspec__kerchunk/hdf5_mini_zstd.h5", "data"));
        assertThat((long[]) values("formats/fsspec__kerchunk/hdf5_compression_lz4.h5", "data"))
                .hasSize(100);
        String lzf = "formats/jamesmudd__jhdf/test_compressed_chunked_datasets_latest.hdf5";
        assertThat(values(lzf, "float/float32lzf")).isEqualTo(values(lzf, "float/float32"));
        assertThat(values(lzf, "int/int16lzf")).isEqualTo(values(lzf, "int/int16"));
    }

    @Test
    void ourClassicReaderAndNetcdfJavaAgree() throws IOException {
        int files = 0;
        for (Path path : Corpus.files("gridded", "curvilinear", "dsg", "profile", "timeseries", "formats")) {
            byte[] bytes = Files.readAllBytes(path);
            FileFormat format =
                    FileFormat.of(Arrays.copyOf(bytes, FileFormat.MAGIC_BYTES)).orElseThrow();
            if (format == FileFormat.NETCDF3_CLASSIC || format == FileFormat.NETCDF3_64BIT_OFFSET) {
                files++;
                assertAgree(path, bytes, format);
            }
        }
        assertThat(files).isGreaterThan(50);
    }

    private static void assertAgree(Path path, byte[] bytes, FileFormat format) throws IOException {
        try (ArrayFile ours = ClassicFile.open(new MemoryBytes("ours", bytes), format);
                ArrayFile theirs = UcarFile.open(new MemoryBytes("theirs", bytes), format)) {
            assertThat(ours.header())
                    .as("%s", path)
                    .usingRecursiveComparison()
                    .withEqualsForType(Double::equals, Double.class)
                    .withEqualsForType(Float::equals, Float.class)
                    .isEqualTo(theirs.header());
            for (VariableHeader variable : ours.header().variables()) {
                assertThat(hashOf(ours, variable))
                        .as("%s %s", path, variable.name())
                        .isEqualTo(hashOf(theirs, variable));
            }
        }
    }

    private static int hashOf(ArrayFile file, VariableHeader variable) throws IOException {
        return Arrays.hashCode(HashedValues.littleEndian(file.read(variable)));
    }

    private static Object values(String name, String variable) throws IOException {
        try (ArrayFile file = ArrayFiles.open(Corpus.path(name).toString(), CONF)) {
            return file.read(file.header().variable(variable).orElseThrow()).values();
        }
    }

    private static void open(String name) throws IOException {
        ArrayFiles.open(Corpus.path(name).toString(), CONF).close();
    }

    private JsonNode judge(List<Path> files) throws IOException, InterruptedException {
        Path names = Files.write(
                folder.resolve("names"), files.stream().map(Path::toString).toList());
        Path answer = folder.resolve("answer.json");
        String script = "hash_variables.py";
        Scripts.output(
                script, Scripts.prepare(script).redirectInput(names.toFile()).redirectOutput(answer.toFile()));
        return new ObjectMapper().readTree(answer.toFile());
    }
}
