package dev.shoal.zarr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.plan.Window;
import java.lang.reflect.Array;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What zarr-python writes, read by Shoal: every codec, inner blosc codec, filter, order, separator and type. */
final class OtherWritersIT {

    private static final long[] SHAPE = {100, 90};

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"walked", "consolidated"})
    void readsWhatZarrPythonWrites(String how) throws Exception {
        OutsideProgram.requirePython();
        String root = folder.resolve("s.zarr").toString();
        if (how.equals("consolidated")) {
            OutsideProgram.python("make_every_kind.py", root, how);
        } else {
            OutsideProgram.python("make_every_kind.py", root);
        }

        ZarrStore store = ZarrStore.open(root, Samples.CONF);

        assertThat(store.attributes().text("title")).contains("Température");
        assertThat(store.attributes().find("list").orElseThrow().numbers()).containsExactly(1, 2.5);
        assertThat(store.unreadable()).isEmpty();
        assertThat(store.arrays()).hasSize(10 * 2 * (10 + 6 * 9) + 1);
        for (ZarrArray array : store.arrays()) {
            if (array.rank() == 2) {
                readsTheSamples(store, array);
            }
        }
        double[] scalar = (double[])
                store.read(store.array("scalar").orElseThrow(), Window.whole()).values();
        assertThat(scalar).containsExactly(1.5);
    }

    private static void readsTheSamples(ZarrStore store, ZarrArray array) throws Exception {
        Object whole = Samples.values(array.type(), 9000);
        Object run = Samples.slice(array.type(), whole, SHAPE, Window.at(new long[] {20, 0}, new long[] {1, 1}));
        Object fill = ElementBytes.filled(array.type(), 1, array.fill());
        for (int n = 0; n < 9000; n++) {
            boolean written = n < 60 * 90;
            if (n >= 20 * 90) {
                Array.set(whole, n, Array.get(written ? run : fill, 0));
            }
        }
        Window corner = new Window(new long[] {1, 3}, new long[] {70, 89});
        assertThat(store.read(array, corner).values())
                .as("%s %s %s", array, array.order(), array.codec())
                .isEqualTo(Samples.slice(array.type(), whole, SHAPE, corner));
    }
}
