package dev.shoal.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.qc.QcConfiguration;
import dev.shoal.qc.QcSuite;
import dev.shoal.qc.Series;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A series judged piece by piece has the flags of the same series judged whole. */
class SeriesJudgeTest {

    private static final SeriesKey KEY = new SeriesKey("M1", "M1");
    private static final Map<String, Object> BOUNDED = Map.of(
            "gross_range", Map.of("fail_span", List.of(0, 22), "suspect_span", List.of(12, 20)),
            "spike", Map.of("suspect_threshold", 2, "fail_threshold", 4),
            "rate_of_change", Map.of("threshold", 0.005));
    private static final Map<String, Object> MEASURED = Map.of(
            "spike", Map.of("suspect_threshold", 2, "method", "differential"),
            "flat_line", Map.of("tolerance", 0.3, "suspect_threshold", 300, "fail_threshold", 3_600_000));

    @TempDir
    private Path folder;

    private int files;

    private static ObservationTable table(Map<String, Object> tests) {
        List<String> problems = new ArrayList<>();
        QcConfiguration qc = QcConfiguration.parse(Map.of("temp", tests), problems);
        assertThat(problems).isEmpty();
        return ObservationTable.of(
                List.of(new ObservedColumn("temp", "TEMP", "sea_water_temperature", "degree_Celsius", "K", false)), qc);
    }

    private File scratch() {
        return folder.resolve("scratch" + files++).toFile();
    }

    /** Returns a series with equal times, gaps, steps of many lengths and, in some, observations without a time. */
    private static ObservationBlock series(long seed, int size) {
        Random random = new Random(seed);
        long[] times = new long[size];
        double[][] numbers = new double[4][size];
        long[] index = new long[size];
        long time = 1_500_000_000_000_000L;
        for (int i = 0; i < size; i++) {
            time += seed % 2 == 0 ? 60_000_000 : random.nextInt(120_000_000);
            time += random.nextInt(1000) == 0 ? 86_400_000_000L : 0;
            times[i] = seed % 3 == 0 && i < 10 ? Series.NO_TIME : time;
            numbers[3][i] = random.nextInt(30) == 0 ? Double.NaN : 15 + 4 * Math.sin(i / 500.0) + random.nextGaussian();
            index[i] = i;
        }
        return new ObservationBlock(
                size,
                times,
                numbers,
                new String[] {"file"},
                new int[0],
                index,
                new long[size],
                ObservationBlock.NO_FLAGS,
                ObservationBlock.NO_TESTS);
    }

    /** Packs the observations in several files' order and returns the blocks as a shuffle brings them. */
    private static List<ObservationBlock> blocks(ObservationBlock series, long seed) {
        Random random = new Random(seed);
        List<ObservationBlock> blocks = new ArrayList<>();
        int files = 1 + random.nextInt(3);
        BlockBuilder[] open = new BlockBuilder[files];
        Arrays.setAll(open, file -> new BlockBuilder(4));
        int run = 1 + random.nextInt(40_000);
        for (int start = 0; start < series.size(); start += run) {
            int file = random.nextInt(files);
            for (int i = start; i < Math.min(series.size(), start + run); i++) {
                open[file].take(series, i, i + 1);
                if (open[file].isFull()) {
                    blocks.add(open[file].build());
                    open[file] = new BlockBuilder(4);
                }
            }
        }
        Arrays.stream(open).filter(block -> block.size() > 0).forEach(block -> blocks.add(block.build()));
        blocks.sort(Comparator.comparingLong(ObservationBlock::first));
        return blocks;
    }

    private void isAsWhole(Map<String, Object> tests, long seed, int size) {
        ObservationBlock series = series(seed, size);
        ObservationTable table = table(tests);
        byte[] flags = new byte[size];
        int[] raised = new int[size];
        QcSuite suite = table.suite(table.data().get(0));
        suite.flag(new Series(series.timeMicros(), series.numbers()[3], size), flags, raised);
        SeriesJudge judge = new SeriesJudge(table, this::scratch, (key, column, test) -> {});
        Iterator<ObservationBlock> judged =
                judge.judge(KEY, new BlockMerge(blocks(series, seed * 31).iterator()));
        long[] times = new long[size];
        double[] values = new double[size];
        byte[] ownFlags = new byte[size];
        int[] ownRaised = new int[size];
        int at = 0;
        while (judged.hasNext()) {
            ObservationBlock block = BlockCodec.decode(BlockCodec.encode(judged.next()));
            System.arraycopy(block.timeMicros(), 0, times, at, block.size());
            System.arraycopy(block.numbers()[3], 0, values, at, block.size());
            System.arraycopy(block.flags()[0], 0, ownFlags, at, block.size());
            System.arraycopy(block.raised()[0], 0, ownRaised, at, block.size());
            at += block.size();
        }
        assertThat(at).isEqualTo(size);
        assertThat(times).isEqualTo(series.timeMicros());
        assertThat(values).isEqualTo(series.numbers()[3]);
        assertThat(ownFlags).isEqualTo(flags);
        assertThat(ownRaised).isEqualTo(raised);
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void anyBlocksGiveTheFlagsOfTheWhole(long seed) {
        for (Map<String, Object> tests : List.of(BOUNDED, MEASURED)) {
            isAsWhole(tests, seed, 1_000);
            isAsWhole(tests, seed, 4 * ObservationBlock.MOST + 1);
            isAsWhole(tests, seed, 300_000);
        }
    }

    @Test
    void aSeriesOfOneIsJudged() {
        isAsWhole(BOUNDED, 2, 1);
        isAsWhole(MEASURED, 2, 2);
    }
}
