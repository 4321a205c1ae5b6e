package dev.shoal.zarr.icechunk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.ArrayFiles;
import dev.shoal.netcdf.ChunkTable;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.Window;
import dev.shoal.zarr.ArrayStores;
import dev.shoal.zarr.OutsideProgram;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The chunks of a netCDF-4 file, referenced and not copied: read by Shoal and by Icechunk's own library. */
final class VirtualNetcdfIT {

    private static final Configuration CONF = new Configuration();
    private static final byte[] DOCUMENT = ("{\"zarr_format\":3,\"node_type\":\"array\",\"shape\":[6,50],"
                    + "\"data_type\":\"float32\",\"chunk_grid\":{\"name\":\"regular\","
                    + "\"configuration\":{\"chunk_shape\":[2,25]}},"
                    + "\"chunk_key_encoding\":{\"name\":\"default\",\"configuration\":{\"separator\":\"/\"}},"
                    + "\"fill_value\":0.0,\"codecs\":[{\"name\":\"bytes\",\"configuration\":{\"endian\":\"little\"}},"
                    + "{\"name\":\"numcodecs.shuffle\",\"configuration\":{\"elementsize\":4}},"
                    + "{\"name\":\"numcodecs.zlib\",\"configuration\":{\"level\":4}}],"
                    + "\"attributes\":{},\"dimension_names\":[\"time\",\"x\"]}")
            .getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void everyReaderSeesTheBytesOfTheFile() throws Exception {
        OutsideProgram.requirePython();
        OutsideProgram.requireIcechunk();
        Path file = folder.resolve("v.nc");
        OutsideProgram.python(Path.of("src/test/resources/dev/shoal/zarr/icechunk/write_netcdf4.py"), file.toString());
        String root = folder.resolve("repo").toString();
        IcechunkSession session = IcechunkRepository.create(root, CONF).session("main");
        session.array("/v", DOCUMENT);
        try (ArrayFile netcdf = ArrayFiles.open(file.toString(), CONF)) {
            VariableHeader variable = netcdf.header().variable("v").orElseThrow();
            ChunkTable chunks = netcdf.chunks(variable).orElseThrow();
            session.add("/v", session.writer("/v").write(references(chunks, file), CONF));
            session.commit("netCDF-4");

            try (ArrayFile store = ArrayStores.open(root, CONF)) {
                float[] expected =
                        (float[]) netcdf.read(variable, Window.whole(6, 50)).values();
                assertThat(expected[299]).isEqualTo(299 / 8f);
                VariableHeader array = store.header().variable("v").orElseThrow();
                assertThat(store.read(array, Window.whole(6, 50)).values()).isEqualTo(expected);
            }
            byte[] bytes = Files.readAllBytes(file);
            List<String> read = OutsideProgram.icechunk(
                            "read_chunks.mjs", root, folder.toString(), "v/c/0/0", "v/c/2/1")
                    .lines()
                    .toList();
            assertThat(read).containsExactly(hex(bytes, chunks, 0), hex(bytes, chunks, 5));
        }
    }

    private static VirtualRefs references(ChunkTable chunks, Path file) throws Exception {
        int count = chunks.size();
        int[] indices = new int[2 * count];
        long[] offsets = new long[count];
        long[] lengths = new long[count];
        for (int at = 0; at < count; at++) {
            long[] index = chunks.grid().index(chunks.ordinal(at));
            indices[2 * at] = (int) index[0];
            indices[2 * at + 1] = (int) index[1];
            offsets[at] = chunks.address(at);
            lengths[at] = chunks.storedBytes(at);
        }
        long seconds = Files.getLastModifiedTime(file).toMillis() / 1000 + 1;
        SourceFile[] sources = {SourceFile.modifiedAt("file://" + file, seconds)};
        return new VirtualRefs(count, indices, sources, new int[count], offsets, lengths);
    }

    private static String hex(byte[] bytes, ChunkTable chunks, int at) {
        int start = (int) chunks.address(at);
        return HexFormat.of().formatHex(Arrays.copyOfRange(bytes, start, start + (int) chunks.storedBytes(at)));
    }
}
