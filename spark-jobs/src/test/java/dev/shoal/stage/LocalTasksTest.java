package dev.shoal.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;

class LocalTasksTest {

    private static final Configuration CONF = new Configuration(false);

    private static List<Integer> shares(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    private static <R> List<R> run(int threads, int shares, Progress progress, Task<Integer, R> task)
            throws IOException {
        return LocalTasks.run(new Load("Counting", shares, 0), progress, threads, shares(shares), task, CONF);
    }

    @Test
    void givesWhatComesOfEachShareInOrder() throws Exception {
        assertThat(run(3, 20, Progress.NONE, (share, conf, done) -> share * 10))
                .isEqualTo(shares(20).stream().map(share -> share * 10).toList());
    }

    @Test
    void tellsHowFarItIsAtTheEnd() throws Exception {
        List<Long> told = Collections.synchronizedList(new ArrayList<>());
        Progress progress = (what, units) -> (unitsDone, bytes) -> told.add(unitsDone * 1000 + bytes);
        run(2, 5, progress, (share, conf, done) -> {
            done.add(1, 100);
            return share;
        });
        assertThat(told.get(told.size() - 1)).isEqualTo(5500);
    }

    @Test
    void beginsNothingAfterAFailureAndIsAtRestWhenItIsTold() {
        AtomicInteger begun = new AtomicInteger();
        AtomicInteger atWork = new AtomicInteger();
        assertThatThrownBy(() -> run(2, 50, Progress.NONE, (share, conf, done) -> {
                    begun.incrementAndGet();
                    atWork.incrementAndGet();
                    try {
                        if (share == 1) {
                            throw new IOException("Cannot do share 1.");
                        }
                        LockSupport.parkNanos(5_000_000);
                        return share;
                    } finally {
                        atWork.decrementAndGet();
                    }
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("Cannot do share 1.");
        assertThat(atWork).hasValue(0);
        assertThat(begun.get()).isBetween(2, 10);
    }

    @Test
    void throwsABugAsItIs() {
        assertThatThrownBy(() -> run(2, 3, Progress.NONE, (share, conf, done) -> {
                    throw new IllegalStateException("Cannot be.");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Cannot be.");
    }

    @Test
    void runsNoMoreAtATimeThanItMay() throws Exception {
        AtomicInteger atWork = new AtomicInteger();
        List<Integer> seen = run(3, 30, Progress.NONE, (share, conf, done) -> {
            int now = atWork.incrementAndGet();
            LockSupport.parkNanos(100_000);
            atWork.decrementAndGet();
            return now;
        });
        assertThat(seen).allMatch(now -> now >= 1 && now <= 3);
    }
}
