package dev.shoal.zarr;

import dev.shoal.codec.Bz2;
import dev.shoal.codec.Delta;
import dev.shoal.codec.FixedScaleOffset;
import dev.shoal.codec.Shuffle;
import dev.shoal.codec.Zlib;
import dev.shoal.codec.Zstd;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Shoal writes, read by zarr-python, xarray and zarrita. */
final class OtherReadersIT {

    @TempDir
    static Path folder;

    private static String everyKind = "";
    private static String cf = "";
    private static String count = "";

    @BeforeAll
    static void writeStores() throws Exception {
        everyKind = folder.resolve("every kind.zarr").toString();
        List<ZarrArray> arrays = Samples.everyKind();
        count = String.valueOf(arrays.size());
        ZarrStore store = ZarrStore.create(everyKind, Samples.CONF, Attributes.NONE, arrays);
        for (ZarrArray array : arrays) {
            Samples.write(store, array, Samples.values(array.type(), 70));
        }
        store.consolidate();
        cf = folder.resolve("cf.zarr").toString();
        CfStore.write(cf, Samples.CONF);
    }

    @Test
    void zarritaReadsEveryKindOfV3() throws Exception {
        OutsideProgram.requireZarrita();
        String root = folder.resolve("every kind of v3.zarr").toString();
        List<ZarrArray> arrays = SamplesOfV3.everyKind();
        ZarrStore store = ZarrStore.create(root, Samples.CONF, Attributes.NONE, arrays);
        for (ZarrArray array : arrays) {
            Samples.write(store, array, Samples.values(array.type(), 70));
        }
        store.consolidate();

        OutsideProgram.node("check_v3.mjs", root, String.valueOf(arrays.size()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"chunks", "shards"})
    void zarritaReadsValuesAndAttributesOfV3(String how) throws Exception {
        OutsideProgram.requireZarrita();
        String root = folder.resolve(how + " of v3.zarr").toString();
        CfStore.write(root, Samples.CONF, array -> {
            ZarrArray changed = array.withFormat(ZarrFormat.V3);
            return how.equals("shards") && array.path().equals("sst") ? changed.withShards(2, 4, 6) : changed;
        });

        OutsideProgram.node("check_cf_v3.mjs", root);
    }

    @Test
    void zarrPythonReadsEveryKind() throws Exception {
        OutsideProgram.requirePython();
        OutsideProgram.python("check_every_kind.py", everyKind, count);
    }

    @Test
    void gdalReadsEveryKindWithoutFilters() throws Exception {
        OutsideProgram.requirePython();
        OutsideProgram.requireGdal();
        OutsideProgram.python("check_gdal.py", everyKind);
    }

    @Test
    void gdalReadsValuesDimensionsAndAttributes() throws Exception {
        OutsideProgram.requirePython();
        OutsideProgram.requireGdal();
        OutsideProgram.python("check_cf_gdal.py", cf);
    }

    @Test
    void zarrPythonUndoesFilters() throws Exception {
        OutsideProgram.requirePython();
        String root = folder.resolve("filters.zarr").toString();
        ZarrArray delta = ZarrArray.of("delta", new long[] {70}, new long[] {30}, ElementType.INT)
                .withCodec(Codec.of(new Delta("<i4", "<i4"), new Shuffle(4), new Bz2(5)));
        ZarrArray unsigned = ZarrArray.of("unsigned", new long[] {70}, new long[] {30}, ElementType.USHORT)
                .withCodec(Codec.of(new Delta("<u2", "<u2"), new Zlib(1)));
        ZarrArray scaled = ZarrArray.of("scaled", new long[] {70}, new long[] {30}, ElementType.FLOAT)
                .withCodec(Codec.of(new FixedScaleOffset(10, 2, "<f4", "<i2"), new Zstd(3)));
        ZarrStore store = ZarrStore.create(root, Samples.CONF, Attributes.NONE, List.of(delta, unsigned, scaled));
        Samples.write(store, delta, Samples.values(ElementType.INT, 70));
        Samples.write(store, unsigned, Samples.values(ElementType.USHORT, 70));
        float[] tenths = new float[70];
        for (int n = 0; n < 70; n++) {
            tenths[n] = (37 * n + 11) % 101 / 10f;
        }
        Samples.write(store, scaled, tenths);
        store.consolidate();

        OutsideProgram.python("check_filters.py", root);
    }

    @Test
    void xarrayReadsValuesMasksTimesAndAttributes() throws Exception {
        OutsideProgram.requirePython();
        OutsideProgram.python("check_cf.py", cf);
    }

    @Test
    void zarritaReadsEveryKind() throws Exception {
        OutsideProgram.requireZarrita();
        OutsideProgram.node("check_every_kind.mjs", everyKind, count);
    }

    @Test
    void zarritaReadsValuesAndAttributes() throws Exception {
        OutsideProgram.requireZarrita();
        OutsideProgram.node("check_cf.mjs", cf);
    }
}
