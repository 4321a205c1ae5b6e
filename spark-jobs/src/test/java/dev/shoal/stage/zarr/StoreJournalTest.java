package dev.shoal.stage.zarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.stage.StageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreJournalTest {

    private static final Configuration CONF = new Configuration();

    @TempDir
    Path folder;

    private static StoreJournal.Entry entry(String plan, long start, long end, boolean documents) {
        StoreClaim claim = new StoreClaim(Map.of("sst", new StoreClaim.Range(start, end)), documents);
        return new StoreJournal.Entry("update", plan, StoreJournal.Phase.WRITING, 3, "files of " + plan, plan, claim);
    }

    private StoreJournal journal() throws Exception {
        return new StoreJournal(folder.toString(), CONF);
    }

    @Test
    void workOnDifferentChunksGoesOnAndWorkOnTheSameIsRefused() throws Exception {
        StoreJournal journal = journal();
        journal.begin(entry("one", 0, 4, false));
        journal.begin(entry("two", 4, 8, true));
        assertThatThrownBy(() -> journal.begin(entry("three", 3, 5, false)))
                .isInstanceOf(StageException.class)
                .hasMessageContaining("found an unfinished update of");
        assertThatThrownBy(() -> journal.begin(entry("four", 8, 9, true)))
                .isInstanceOf(StageException.class)
                .hasMessageContaining("found an unfinished update of two there, on the same chunks or on documents");
        assertThat(journal.begin(entry("one", 0, 4, false)).plan()).isEqualTo("one");
        assertThat(journal.unfinished()).extracting(StoreJournal.Entry::plan).containsExactlyInAnyOrder("one", "two");
        journal.placed(entry("one", 0, 4, false));
        journal.giveUp(entry("one", 0, 4, false));
        journal.begin(entry("three", 3, 4, false));
        assertThat(journal.unfinished("three")).contains(entry("three", 3, 4, false));
        assertThat(journal.done().map(StoreJournal.Entry::sources)).contains("files of one");
    }

    @Test
    void ofManyThatBeginAtOnceNoTwoHoldTheSameChunks() throws Exception {
        int many = 8;
        ExecutorService threads = Executors.newFixedThreadPool(many);
        try {
            for (int round = 0; round < 8; round++) {
                CyclicBarrier start = new CyclicBarrier(many);
                List<Future<Boolean>> began = new ArrayList<>();
                for (int i = 0; i < many; i++) {
                    StoreJournal.Entry entry = entry("r" + round + "-" + i, i % 2, i % 2 + 2, false);
                    began.add(threads.submit(() -> {
                        start.await();
                        try {
                            journal().begin(entry);
                            return true;
                        } catch (StageException refused) { // That is the question.
                            return false;
                        }
                    }));
                }
                int held = 0;
                for (Future<Boolean> one : began) {
                    held += one.get() ? 1 : 0;
                }
                assertThat(held).isLessThanOrEqualTo(1);
                assertThat(journal().unfinished()).hasSize(held);
                for (StoreJournal.Entry entry : journal().unfinished()) {
                    journal().placed(entry);
                    journal().giveUp(entry);
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void somebodyAtWorkIsHeardAndSomebodyWhoLeftIsNot() throws Exception {
        WorkFolder work = journal().folder("plan");
        assertThat(Heartbeat.isHeard(work)).isFalse();
        try (Heartbeat beating = new Heartbeat(work)) {
            beating.begin();
            CompletableFuture<Boolean> heard = CompletableFuture.supplyAsync(() -> {
                try {
                    return Heartbeat.isHeard(work);
                } catch (IOException error) {
                    throw new UncheckedIOException(error);
                }
            });
            assertThat(heard.get()).isTrue();
        }
        assertThat(work.beat()).isEmpty();
    }
}
