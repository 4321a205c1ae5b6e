package dev.shoal.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.qc.QcConfiguration;
import dev.shoal.testing.OwnProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Series of more observations than a process has memory for. */
final class SeriesMemoryIT {

    private static final String HEAP = "-Xmx96m";
    private static final Map<String, Object> SIMPLE = Map.of(
            "gross_range", Map.of("fail_span", List.of(0, 22), "suspect_span", List.of(12, 20)),
            "spike", Map.of("suspect_threshold", 2, "fail_threshold", 4),
            "rate_of_change", Map.of("threshold", 0.005));
    private static final Map<String, Object> MEASURED =
            Map.of("flat_line", Map.of("tolerance", 0.3, "suspect_threshold", 3, "fail_threshold", 86_400));

    /** Runs in a process of its own: judges a series that is made as it goes, and counts. */
    static final class Turn {

        private Turn() {}

        public static void main(String[] arguments) {
            Path folder = Path.of(arguments[0]);
            judge("simple", SIMPLE, 100_000_000, folder);
            judge("measured", MEASURED, 10_000_000, folder);
        }

        private static void judge(String name, Map<String, Object> tests, int size, Path folder) {
            List<String> problems = new ArrayList<>();
            ObservationTable table = ObservationTable.of(
                    List.of(new ObservedColumn("temp", "temp", "", "", "", false)),
                    QcConfiguration.parse(Map.of("temp", tests), problems));
            SeriesJudge judge =
                    new SeriesJudge(table, () -> folder.resolve(name).toFile(), (key, column, test) -> {});
            Iterator<ObservationBlock> judged = judge.judge(new SeriesKey("M", "M"), new BlockMerge(new Growing(size)));
            long[] counts = new long[10];
            long rows = 0;
            while (judged.hasNext()) {
                ObservationBlock block = judged.next();
                rows += block.size();
                for (int i = 0; i < block.size(); i++) {
                    counts[block.flags()[0][i]]++;
                }
            }
            System.out.println(
                    name + ": " + rows + " rows, flags " + Arrays.toString(counts) + ", problems " + problems);
        }
    }

    /** A sample a second: a spike every thousand, flat from time to time. */
    private static final class Growing implements Iterator<ObservationBlock> {
        private final int size;
        private int at;

        Growing(int size) {
            this.size = size;
        }

        @Override
        public boolean hasNext() {
            return at < size;
        }

        @Override
        public ObservationBlock next() {
            int count = Math.min(ObservationBlock.MOST, size - at);
            long[] times = new long[count];
            double[] values = new double[count];
            for (int i = 0; i < count; i++, at++) {
                times[i] = at * 1_000_000L;
                values[i] = 15 + (at / 1000 % 2 == 0 ? 0 : at % 2) + (at % 1000 == 500 ? 6 : 0);
            }
            return new ObservationBlock(
                    count,
                    times,
                    new double[][] {values, values, values, values},
                    new String[] {"file"},
                    new int[0],
                    times,
                    times,
                    ObservationBlock.NO_FLAGS,
                    ObservationBlock.NO_TESTS);
        }
    }

    @Test
    void aHundredMillionObservationsOfOneSeriesAreJudgedInAHundredMegabytes(@TempDir Path folder) throws Exception {
        String output = OwnProcess.run(HEAP, Turn.class, folder.toString());

        assertThat(output)
                .as(output)
                .contains("simple: 100000000 rows, flags [0, ")
                .contains("measured: 10000000 rows, flags [0, ");
        assertThat(folder).isEmptyDirectory();
    }
}
