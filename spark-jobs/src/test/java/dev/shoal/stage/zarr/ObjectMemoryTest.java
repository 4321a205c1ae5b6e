package dev.shoal.stage.zarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.netcdf.ElementType;
import dev.shoal.plan.BoxBudget;
import dev.shoal.stage.StageException;
import dev.shoal.zarr.ZarrArray;
import dev.shoal.zarr.ZarrFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a task may hold of one object, and the errors where that is too much. */
class ObjectMemoryTest {

    private static final long[] SHAPE = {480, 720, 1440};

    private static ZarrArray chunked(String path, long... chunk) {
        return ZarrArray.of(path, SHAPE, chunk, ElementType.FLOAT).withFormat(ZarrFormat.V3);
    }

    @Test
    void refusesShardsAndChunksThatATaskCannotHoldAllAtOnce() {
        ZarrArray fits = chunked("fits", 1, 720, 1440).withShards(16, 720, 1440);
        ZarrArray shard = chunked("sst", 1, 720, 1440).withShards(32, 720, 1440);
        ZarrArray chunk = chunked("flow", 100, 720, 1440);
        long most = 16L * 720 * 1440 * Float.BYTES;
        assertThatCode(() -> ObjectMemory.requireFits("a.zarr", List.of(fits), most))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> ObjectMemory.requireFits("a.zarr", List.of(fits, shard, chunk), most))
                .isInstanceOf(StageException.class)
                .hasMessage(
                        "Cannot write 'a.zarr' in the memory of a task: one shard of array 'sst', of [32, 720, 1440]"
                                + " cells in chunks of [1, 720, 1440], takes 132.7 MB in memory, expected at most 66.4 MB. Also:"
                                + " one chunk of array 'flow', of [100, 720, 1440] cells, takes 414.7 MB in memory, expected at"
                                + " most 66.4 MB. Choose smaller ones with --shards and --chunks, or give more memory"
                                + " (SHOAL_MEMORY, on a cluster spark.executor.memory) or fewer cores.");
    }

    /** A chunk is written whole whatever the array has of it; of a shard, the chunks that the array has. */
    @Test
    void countsShardsToTheEndOfTheArrayAndChunksWhole() {
        long most = 480L * 720 * 1440 * Float.BYTES;
        ZarrArray shard = chunked("sst", 1, 720, 1440).withShards(500, 720, 1440);
        assertThatCode(() -> ObjectMemory.requireFits("a.zarr", List.of(shard), most))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> ObjectMemory.requireFits("a.zarr", List.of(shard), most - 1))
                .hasMessageContaining("of [500, 720, 1440] cells in chunks of [1, 720, 1440]");
        assertThatThrownBy(() -> ObjectMemory.requireFits("a.zarr", List.of(chunked("c", 481, 720, 1440)), most))
                .hasMessageContaining("one chunk of array 'c', of [481, 720, 1440] cells");
    }

    @Test
    void letsThroughWhatIsChosenWhereNobodyAsks() {
        assertThat(ObjectMemory.mostBytes()).isGreaterThanOrEqualTo(64L << 20);
    }

    @Test
    void refusesTextsOnceTheyAreKnownToBeTooLong() {
        ZarrArray names = ZarrArray.of("names", new long[] {4}, new long[] {2}, ElementType.STRING);
        String[] texts = {"Buoy", "\u6f22".repeat(1000)};
        long bytes = 48 + 4 + 48 + 2000;
        assertThat(TextSizes.bytes(texts)).isEqualTo(bytes);
        assertThatCode(() -> ObjectMemory.requireFit(names, texts, bytes)).doesNotThrowAnyException();
        assertThatThrownBy(() -> ObjectMemory.requireFit(names, texts, bytes - 1))
                .isInstanceOf(StageException.class)
                .hasMessageStartingWith("Cannot write array 'names': the texts of one chunk of [2] cells take")
                .hasMessageContaining("Choose smaller chunks with --chunks");
    }

    @Test
    void textsAreWrittenOneChunkAtATime() {
        ZarrArray names = ZarrArray.of("names", new long[] {1000}, new long[] {2}, ElementType.STRING);
        assertThat(ArrayLayout.boxes(names, new long[] {2}, 0, new BoxBudget(1 << 30, 4))
                        .count())
                .isEqualTo(500);
    }
}
