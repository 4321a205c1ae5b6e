package dev.shoal.zarr;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Truth values, halves and texts that Shoal writes, read by zarr-python, xarray and zarrita. */
final class TypesForOtherReadersIT {

    @TempDir
    Path folder;

    @Test
    void zarrPythonAndXarrayReadEveryType() throws Exception {
        OutsideProgram.requirePython();
        String root = folder.resolve("types.zarr").toString();
        TextSamples.write(root, TextSamples.everyType());

        OutsideProgram.python("check_types.py", root);
    }

    @ParameterizedTest
    @ValueSource(strings = {"chunks of v2", "chunks of v3", "shards"})
    void zarritaReadsWhatItKnows(String how) throws Exception {
        OutsideProgram.requireZarrita();
        String root = folder.resolve("types.zarr").toString();
        List<ZarrArray> arrays = how.equals("chunks of v2") ? TextSamples.everyType() : TextSamples.everyTypeOfV3();
        if (how.equals("shards")) {
            arrays = arrays.stream().map(array -> array.withShards(6, 4)).toList();
        }
        TextSamples.write(root, arrays);

        OutsideProgram.node("check_types.mjs", root, how.equals("chunks of v2") ? "v2" : "v3");
    }
}
