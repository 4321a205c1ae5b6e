package dev.shoal.stage.zarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.codec.Slice;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.BoxBudget;
import dev.shoal.plan.ChunkBoxes;
import dev.shoal.plan.Window;
import dev.shoal.stage.zarr.StoreRequest.Verification;
import dev.shoal.zarr.ArchiveEntry;
import dev.shoal.zarr.ArrayStores;
import dev.shoal.zarr.HadoopStore;
import dev.shoal.zarr.StoreForm;
import dev.shoal.zarr.ZarrArray;
import dev.shoal.zarr.ZarrStore;
import dev.shoal.zarr.array.WritableObjects;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoxWriterTest {

    private static final Configuration CONF = new Configuration();

    @TempDir
    Path folder;

    /** Objects whose first puts reach the storage damaged. */
    private WritableObjects damaging(int puts) throws IOException {
        HadoopStore store = new HadoopStore(folder.resolve("target.zarr").toString(), CONF);
        AtomicInteger left = new AtomicInteger(puts);
        return (WritableObjects) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {WritableObjects.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("put") && left.getAndDecrement() > 0) {
                        byte[] bytes =
                                arguments[1] instanceof Slice part ? part.copy() : ((byte[]) arguments[1]).clone();
                        bytes[bytes.length / 2] ^= 0x10;
                        store.put((String) arguments[0], bytes);
                        return null;
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException failed) { // The store's own failure.
                        throw failed.getCause();
                    }
                });
    }

    private StoreWork work(Verification verification) throws IOException {
        ZarrArray sst = ZarrArray.of("sst", new long[] {4, 50}, new long[] {2, 50}, ElementType.INT)
                .withDimensions("time", "lon");
        String source = folder.resolve("source.zarr").toString();
        ZarrStore store = ZarrStore.create(source, CONF, Attributes.NONE, List.of(sst));
        int[] values = new int[100];
        Arrays.setAll(values, i -> i * 7);
        store.writeChunk(sst, new long[] {0, 0}, values);
        store.writeChunk(sst, new long[] {1, 0}, values);
        store.consolidate();
        try (ArrayFile file = ArrayStores.open(source, CONF)) {
            StoreRequest request = new StoreRequest(
                    List.of(source),
                    "",
                    "time",
                    List.of(),
                    List.of(),
                    List.of(),
                    Map.of(),
                    "",
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    verification,
                    StoreForm.STANDARD);
            SourceTemplate template = SourceTemplate.of(file, request);
            VariableHeader header = file.header().variable("sst").orElseThrow();
            ChunkBoxes boxes = ArrayLayout.boxes(sst, ArrayLayout.sourceChunk(header), 0, new BoxBudget(1 << 20, 1));
            TargetArray target = new TargetArray(sst, "sst", -1, 0, TargetArray.Form.STORED, boxes, 0);
            return new StoreWork(
                    template,
                    List.of(target),
                    List.of(new ArchiveEntry(source, ArchiveEntry.Kind.STORE, 1, 1)),
                    List.of(new Piece(0, 4, 0, 0)),
                    verification);
        }
    }

    private int[] written(StoreWork work, int damaged) throws IOException {
        WritableObjects objects = damaging(damaged);
        try (BoxWriter writer = new BoxWriter(work, objects, objects, CONF)) {
            writer.write(new StoreWork.Unit(0, 0));
        }
        ZarrArray sst = work.arrays().get(0).array();
        return (int[]) ZarrStore.of(folder.resolve("target.zarr").toString(), CONF, Attributes.NONE, List.of(sst))
                .read(sst, Window.whole(4, 50))
                .values();
    }

    @Test
    void whatIsReadBackDamagedIsWrittenAgain() throws Exception {
        StoreWork work = work(Verification.READ_BACK);
        int[] values = written(work, 2);
        assertThat(values[1]).isEqualTo(7);
        assertThat(values[199]).isEqualTo(99 * 7);
        assertThatThrownBy(() -> written(work, 100))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("what is read back differs, 3 times");
    }
}
