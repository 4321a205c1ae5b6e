package dev.shoal.stage.zarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import dev.shoal.stage.StageException;
import dev.shoal.zarr.ZarrArray;
import dev.shoal.zarr.ZarrStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may rechunk into a folder. */
final class RechunkMarkerTest {

    private static final Configuration CONF = new Configuration();
    private static final int ROUNDS = 60;

    @TempDir
    Path folder;

    @BeforeEach
    void makeSource() throws IOException {
        ZarrArray array = ZarrArray.of("a", new long[] {3, 8}, new long[] {3, 4}, ElementType.INT)
                .withDimensions("y", "x");
        ZarrStore.create(folder.resolve("source.zarr").toString(), CONF, Attributes.NONE, List.of(array))
                .consolidate();
    }

    private RechunkMarker marker(Path target, long chunk) throws IOException {
        RechunkRequest request = new RechunkRequest(
                folder.resolve("source.zarr").toString(),
                target.toString(),
                Map.of("x", chunk),
                List.of(),
                1 << 20,
                Optional.empty());
        return new RechunkMarker(RechunkLayout.plan(request, CONF, 1), "", CONF);
    }

    @Test
    void ofTwoThatBeginInOneFolderInTheSameMomentAtMostOneGoesOn() throws Exception {
        int went = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Path target = folder.resolve("target" + round);
            RechunkMarker one = marker(target, 2);
            RechunkMarker other = marker(target, 8);
            CyclicBarrier start = new CyclicBarrier(2);
            CompletableFuture<Boolean> first = CompletableFuture.supplyAsync(() -> goesOn(one, start));
            CompletableFuture<Boolean> second = CompletableFuture.supplyAsync(() -> goesOn(other, start));
            assertThat(first.get() && second.get()).as("both, round %d", round).isFalse();
            went += first.get() || second.get() ? 1 : 0;
            assertThat(Files.exists(target.resolve(RechunkMarker.NAME))).isEqualTo(first.get() || second.get());
        }
        assertThat(went).as("rounds in which one went on").isPositive();
    }

    private static boolean goesOn(RechunkMarker marker, CyclicBarrier start) {
        try {
            start.await();
            return marker.claim() == RechunkMarker.Found.NOTHING;
        } catch (StageException refused) {
            assertThat(refused)
                    .hasMessageStartingWith("Cannot rechunk ")
                    .hasMessageMatching(
                            "(?s).*(found an unfinished rechunk of|found the work of another rechunk|found other"
                                    + " objects there).*");
            return false;
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Test
    void theSameIsGoneOnWithAndAnotherRefusedUntilTheFolderIsDeleted() throws Exception {
        Path target = folder.resolve("target");
        assertThat(marker(target, 2).claim()).isEqualTo(RechunkMarker.Found.NOTHING);
        assertThat(marker(target, 2).claim()).isEqualTo(RechunkMarker.Found.UNFINISHED);
        assertThatThrownBy(() -> marker(target, 8).claim())
                .isInstanceOf(StageException.class)
                .hasMessageContaining("found the work of another rechunk");
        marker(target, 2).finish();
        assertThat(target.resolve(StoreJournal.FOLDER)).isEmptyDirectory();
        assertThat(marker(target, 2).claim())
                .as("without documents it is not finished, whatever is said")
                .isEqualTo(RechunkMarker.Found.UNFINISHED);
    }

    @Test
    void otherWorkOnTheFolderRefusesIt() throws Exception {
        Path target = folder.resolve("target");
        StoreJournal journal = new StoreJournal(target.toString(), CONF);
        StoreClaim all = new StoreClaim(Map.of(), true);
        journal.begin(new StoreJournal.Entry("send", "p", StoreJournal.Phase.WRITING, 1, "", "3 files", all));
        assertThatThrownBy(() -> marker(target, 2).claim())
                .isInstanceOf(StageException.class)
                .hasMessageContaining("found an unfinished send of 3 files there")
                .hasMessageEndingWith("delete the folder to give it up.");
        assertThat(journal.unfinished()).hasSize(1);
        assertThat(target.resolve(RechunkMarker.NAME)).doesNotExist();
    }
}
