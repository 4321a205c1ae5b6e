package dev.shoal.stage.zarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.Window;
import dev.shoal.stage.Progress;
import dev.shoal.testing.SharedSpark;
import dev.shoal.zarr.ArrayStores;
import dev.shoal.zarr.ChunkWriter;
import dev.shoal.zarr.OutsideProgram;
import dev.shoal.zarr.StoreForm;
import dev.shoal.zarr.ZarrArray;
import dev.shoal.zarr.ZarrFormat;
import dev.shoal.zarr.ZarrStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pyramids of whole stores: what each level holds and says, and how readers see it. */
final class PyramidIT {

    private static final Configuration CONF = new Configuration();

    @TempDir
    Path folder;

    /** One map of 4 x 8 cells: the number of the cell, a flag that fails the first of each row, a level of no grid. */
    private String source(String meanings) throws IOException {
        String root = folder.resolve("source.zarr").toString();
        ZarrArray lat = line("lat", 4, "degrees_north", "latitude");
        ZarrArray lon = line("lon", 8, "degrees_east", "longitude");
        ZarrArray time = ZarrArray.of("time", new long[] {1}, new long[] {1}, ElementType.LONG)
                .withDimensions("time")
                .withAttributes(new Attributes(List.of(Attribute.of("units", "days since 2000-01-01"))));
        ZarrArray sst = ZarrArray.of("sst", new long[] {1, 4, 8}, new long[] {1, 2, 4}, ElementType.SHORT)
                .withDimensions("time", "lat", "lon")
                .withFill((short) -1)
                .withAttributes(new Attributes(List.of(
                        Attribute.of("units", "K"),
                        Attribute.of("scale_factor", 0.5),
                        Attribute.of("ancillary_variables", "sst_qc"))));
        ZarrArray flags = ZarrArray.of("sst_qc", new long[] {1, 4, 8}, new long[] {1, 2, 4}, ElementType.BYTE)
                .withDimensions("time", "lat", "lon")
                .withAttributes(new Attributes(
                        List.of(Attribute.of("flag_values", 1, 4), Attribute.of("flag_meanings", meanings))));
        List<ZarrArray> arrays = List.of(lat, lon, time, sst, flags);
        ZarrStore store = ZarrStore.create(root, CONF, Attributes.NONE, arrays);
        short[] cells = new short[32];
        byte[] marks = new byte[32];
        for (int i = 0; i < 32; i++) {
            cells[i] = (short) i;
            marks[i] = (byte) (i % 8 == 0 ? 4 : 1);
        }
        put(store, sst, cells);
        put(store, flags, marks);
        put(store, lat, new double[] {-3, -1, 1, 3});
        put(store, lon, new double[] {173, 175, 177, 179, -179, -177, -175, -173});
        put(store, time, new long[] {7});
        store.consolidate();
        return root;
    }

    private static ZarrArray line(String name, long length, String units, String standard) {
        return ZarrArray.of(name, new long[] {length}, new long[] {length}, ElementType.DOUBLE)
                .withDimensions(name)
                .withAttributes(
                        new Attributes(List.of(Attribute.of("units", units), Attribute.of("standard_name", standard))));
    }

    private static void put(ZarrStore store, ZarrArray array, Object values) throws IOException {
        Window all = Window.whole(array.shape());
        try (ChunkWriter writer = store.writer();
                RechunkRoom room = RechunkRoom.take()) {
            RechunkBox box = new RechunkBox(array.grid(), array.type(), all, room);
            box.put(values, all);
            box.write(writer, array);
        }
    }

    private PyramidRequest request(String source, StoreForm form) {
        RechunkRequest base = new RechunkRequest(
                source,
                folder.resolve("levels.zarr").toString(),
                List.of(new ChunkLayout("0", Map.of(), form)),
                List.of(),
                4L << 20,
                Long.MAX_VALUE,
                Optional.empty());
        return new PyramidRequest(
                base, Optional.empty(), 2, List.of(), Optional.empty(), PyramidRequest.Masking.BY_FLAGS, 0);
    }

    private static RechunkOutcome run(PyramidRequest request) throws IOException {
        PyramidLayout layout = PyramidLayout.plan(request, CONF, 4);
        return new PyramidStage(SharedSpark.session(), Progress.NONE).run(layout);
    }

    private static double[] read(ArrayFile file, String name) throws IOException {
        VariableHeader variable = file.header().variable(name).orElseThrow();
        return file.read(variable).toDoubles();
    }

    @Test
    void levelsAreMeansOfWhatIsGood() throws Exception {
        PyramidRequest request = request(source("good bad"), new StoreForm(ZarrFormat.V3, Map.of(), ""));
        RechunkOutcome done = run(request);
        assertThat(done.arrays()).isEqualTo(5 + 4);
        try (ArrayFile file = ArrayStores.open(request.base().target(), CONF)) {
            assertThat(read(file, "1/sst")).containsExactly(2.5, 3.25, 4.25, 5.25, 10.5, 11.25, 12.25, 13.25);
            assertThat(read(file, "1/lon")).containsExactly(174, 178, -178, -174);
            assertThat(read(file, "1/lat")).containsExactly(-2, 2);
            assertThat(read(file, "1/time")).containsExactly(7);
            assertThat(file.header().attributes().text("multiscales").orElseThrow())
                    .contains("\"datasets\":[{\"path\":\"0\"},{\"path\":\"1\"}]");
            Attributes said = file.header().variable("1/sst").orElseThrow().attributes();
            assertThat(said.text("cell_methods")).contains("lat: lon: mean");
            assertThat(said.find("scale_factor")).isEmpty();
            assertThat(said.find("ancillary_variables")).isEmpty();
        }
        assertThat(run(request).written()).isZero();
    }

    /** Shards of 2 x 2 chunks of 1 x 2 cells; level 2 is smaller than a shard, its row of 2 cells smaller than that. */
    @Test
    void levelsLieInShardsAndMaskWhatIsFlaggedThereToo() throws Exception {
        RechunkRequest base = new RechunkRequest(
                source("good bad"),
                folder.resolve("levels.zarr").toString(),
                List.of(new ChunkLayout(
                        "0",
                        Map.of("lat", 1L, "lon", 2L),
                        new StoreForm(ZarrFormat.V3, Map.of("lat", 2L, "lon", 4L), "zstd:3,crc32c"))),
                List.of(),
                4L << 20,
                Long.MAX_VALUE,
                Optional.empty());
        PyramidRequest request = new PyramidRequest(
                base, Optional.of(2), 2, List.of(), Optional.empty(), PyramidRequest.Masking.BY_FLAGS, 0);
        RechunkOutcome done = run(request);
        assertThat(done.written()).isEqualTo(shards(base.target(), done.arrays()));
        ZarrStore store = ZarrStore.open(base.target(), CONF);
        for (int level = 0; level <= 2; level++) {
            ZarrArray sst = store.array(level + "/sst").orElseThrow();
            assertThat(sst.sharded()).isTrue();
            assertThat(sst.inner()).as("level %d", level).containsExactly(1, 1, 2);
            assertThat(sst.chunk()).as("level %d", level).containsExactly(1, 2, 4);
        }
        try (ArrayFile file = ArrayStores.open(base.target(), CONF)) {
            assertThat(read(file, "0/sst")).hasSize(32).endsWith(29, 30, 31);
            assertThat(read(file, "1/sst")).containsExactly(2.5, 3.25, 4.25, 5.25, 10.5, 11.25, 12.25, 13.25);
            assertThat(read(file, "2/sst")).containsExactly(7, 8.75);
            assertThat(read(file, "2/lon")).containsExactly(176, -176);
            assertThat(read(file, "2/lat")).containsExactly(0);
        }
        assertThat(run(request).written()).isZero();
        OutsideProgram.requireZarrita();
        OutsideProgram.node(Path.of("src/test/resources/dev/shoal/stage/zarr/check_pyramid.mjs"), base.target());
    }

    private static long shards(String root, int arrays) throws IOException {
        ZarrStore store = ZarrStore.open(root, CONF);
        assertThat(store.arrays()).hasSize(arrays);
        return store.arrays().stream().mapToLong(array -> array.grid().count()).sum();
    }

    @Test
    void xarrayReadsTheLevels() throws Exception {
        OutsideProgram.requirePython();
        PyramidRequest request = request(source("pass fail"), StoreForm.STANDARD);
        run(request);
        OutsideProgram.python(
                Path.of("src/test/resources/dev/shoal/stage/zarr/check_pyramid.py"),
                request.base().target());
    }

    @Test
    void flagsThatDoNotSayWhatIsGoodAreRefused() throws Exception {
        PyramidRequest request = request(source("red blue"), StoreForm.STANDARD);
        assertThatThrownBy(() -> run(request))
                .hasMessageContaining("variable sst: its flags sst_qc mean [red, blue], expected one value at least"
                        + " that says good. Name the accepted ones with --accept 1,2");
    }
}
