package dev.shoal.stage;

import dev.shoal.regrid.Grid;
import dev.shoal.regrid.GridWindow;
import dev.shoal.regrid.Method;
import dev.shoal.regrid.Scheme;
import dev.shoal.regrid.Weigher;
import dev.shoal.regrid.Weights;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * Makes the weights of a whole target in parts, wherever the tasks run, and keeps them in a table: no process ever
 * holds more than one part for each of its tasks. The parts are the same to the last bit as those of the whole.
 *
 * <p>What the table holds already is not made again, so a run that was stopped is taken up where it was.
 */
public final class WeightStage {

    private static final int MOST_PART_CELLS = 1 << 20;
    private static final int LEAST_PARTS_A_CORE = 4;

    private final Workers workers;
    private final Progress progress;

    /** Makes weights with these. */
    public WeightStage(Workers workers, Progress progress) {
        this.workers = workers;
        this.progress = progress;
    }

    /**
     * What came of it.
     *
     * @param parts of the target
     * @param made of them by this run
     * @param links made by this run
     */
    public record Made(int parts, int made, long links) {}

    /**
     * Makes the weights that the table lacks.
     *
     * @throws IOException where the storage fails
     */
    public Made make(Grid source, Grid target, Scheme scheme, WeightTable table) throws IOException {
        if (scheme.method() == Method.BICUBIC || scheme.method() == Method.CONSERVATIVE2) {
            throw StageException.configuration("Cannot make a table of weights by " + scheme.key()
                    + ": its values are more than weights times values where some are missing. Make a file, or use"
                    + " 'shoal regrid', which makes them itself.");
        }
        WeightKey key = WeightKey.of(source, target, scheme);
        List<GridWindow> parts = parts(target, workers.parallelism());
        List<GridWindow> missing = new ArrayList<>();
        for (GridWindow part : parts) {
            if (!table.holds(key, part, workers.conf())) {
                missing.add(part);
            }
        }
        Load load = new Load("Making weights", missing.size(), Long.MAX_VALUE);
        List<Long> links =
                workers.run(load, progress, missing, missing.size(), new MakePart(source, target, scheme, key, table));
        return new Made(
                parts.size(),
                missing.size(),
                links.stream().mapToLong(Long::longValue).sum());
    }

    /** Returns bands of whole rows, or pieces of one row where it is long. */
    static List<GridWindow> parts(Grid target, int cores) {
        long cells = (long) target.ny() * target.nx();
        long most = Math.max(1, Math.min(MOST_PART_CELLS, cells / ((long) cores * LEAST_PARTS_A_CORE)));
        int rows = (int) Math.max(1, Math.min(target.ny(), most / target.nx()));
        int columns = target.ny() == 1 ? (int) Math.min(target.nx(), most) : target.nx();
        List<GridWindow> parts = new ArrayList<>();
        for (int y = 0; y < target.ny(); y += rows) {
            for (int x = 0; x < target.nx(); x += columns) {
                parts.add(new GridWindow(
                        y, Math.min(target.ny(), y + rows), x, (int) Math.min(target.nx(), (long) x + columns)));
            }
        }
        return parts;
    }

    /** Makes one part; a process makes the source ready once. */
    private static final class MakePart implements Task<GridWindow, Long> {
        private static final long serialVersionUID = 1;

        private final Grid source;
        private final Grid target;
        private final Scheme scheme;
        private final WeightKey key;
        private final WeightTable table;

        @SuppressWarnings("serial") // Made anew in every process.
        private transient volatile @Nullable Weigher weigher;

        MakePart(Grid source, Grid target, Scheme scheme, WeightKey key, WeightTable table) {
            this.source = source;
            this.target = target;
            this.scheme = scheme;
            this.key = key;
            this.table = table;
        }

        @Override
        public Long run(GridWindow part, Configuration conf, TaskCounts done) throws IOException {
            Weights weights = ready().weights(target, part);
            table.save(key, weights, conf);
            done.add(1, (long) weights.entries() * (Integer.BYTES + Double.BYTES));
            return (long) weights.entries();
        }

        private Weigher ready() {
            Weigher own = weigher;
            if (own == null) {
                synchronized (key) {
                    own = weigher;
                    if (own == null) {
                        own = Weigher.of(source, scheme, Runtime.getRuntime().availableProcessors());
                        weigher = own;
                    }
                }
            }
            return own;
        }
    }
}
