package dev.shoal.stage;

import dev.shoal.regrid.Extrapolation;
import dev.shoal.regrid.Grid;
import dev.shoal.regrid.GridWindow;
import dev.shoal.regrid.Method;
import dev.shoal.regrid.Scheme;
import dev.shoal.regrid.Weigher;
import dev.shoal.regrid.Weights;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * The weights between two grids, wherever the tasks run. Where all of them are small they are made once, by all cores
 * of the driver, and sent along; else every process makes the source ready once, and the weights of one block of the
 * target after another as its tasks ask for them.
 *
 * <p>Both give the same weights to the last bit. Safe for use by several threads.
 */
final class TargetWeights implements Serializable {

    private static final long serialVersionUID = 1;

    private static final int BICUBIC_POINTS = 16;
    private static final int BILINEAR_POINTS = 4;
    private static final int GRADIENT_CELLS = 5;
    private static final GridWindow NOTHING = new GridWindow(0, 0, 0, 0);
    private static final int ENTRY_BYTES = Integer.BYTES + Double.BYTES;

    private final WeightKey key;
    private final Grid source;
    private final Grid target;
    private final Scheme scheme;
    private final WeightStore store;
    private final ArrayList<Weights> whole;

    @SuppressWarnings("serial") // Made anew in every process.
    private transient volatile @Nullable WeightBlocks blocks;

    private TargetWeights(
            WeightKey key, Grid source, Grid target, Scheme scheme, WeightStore store, List<Weights> whole) {
        this.key = key;
        this.source = source;
        this.target = target;
        this.scheme = scheme;
        this.store = store;
        this.whole = new ArrayList<>(whole);
    }

    /** Names weights of which nothing is made yet. */
    static TargetWeights of(Grid source, Grid target, Scheme scheme, WeightStore store) {
        return new TargetWeights(WeightKey.of(source, target, scheme), source, target, scheme, store, List.of());
    }

    /**
     * Returns the same weights, made here where all together are no more than some bytes.
     *
     * @param mostBytes most that is made and sent along
     * @throws IOException where the store of weights fails
     */
    TargetWeights prepared(long mostBytes, int threads, Configuration conf) throws IOException {
        if (estimatedBytes() > mostBytes) {
            return this;
        }
        GridWindow all = GridWindow.of(target);
        Optional<Weights> kept = store.load(key, all, conf);
        Weights made = kept.isPresent() ? kept.get() : weigher().weights(target, all, threads);
        if (kept.isEmpty()) {
            store.save(key, made, conf);
        }
        return new TargetWeights(key, source, target, scheme, store, List.of(made));
    }

    /**
     * Tells whether any target cell takes anything from the source.
     *
     * @throws IllegalArgumentException where the grids have no weights by this scheme
     */
    boolean overlap() {
        return TargetOverlap.exists(source, target, scheme, weigher());
    }

    private Weigher weigher() {
        return blocks().weigher();
    }

    WeightKey key() {
        return key;
    }

    Grid source() {
        return source;
    }

    Grid target() {
        return target;
    }

    Scheme scheme() {
        return scheme;
    }

    /** Returns all weights where they were made before the tasks. */
    Optional<Weights> whole() {
        return whole.stream().findFirst();
    }

    /**
     * Returns about how many bytes all weights take; those of methods by area by the number of cells that two grids
     * over the same place have in common.
     */
    long estimatedBytes() {
        double targets = target.size();
        double sources = source.size();
        double overlaps = Math.pow(Math.sqrt(targets) + Math.sqrt(sources), 2);
        double entries = switch (scheme.method()) {
            case NEAREST -> targets;
            case NEAREST_D2S -> sources;
            case INVERSE_DISTANCE -> targets * scheme.neighbours();
            case BILINEAR -> targets * BILINEAR_POINTS;
            case BICUBIC -> targets * BICUBIC_POINTS;
            case CONSERVATIVE, LARGEST_AREA -> overlaps;
            case CONSERVATIVE2 -> overlaps * GRADIENT_CELLS;
        };
        return (long) (entries * ENTRY_BYTES + targets * (Integer.BYTES + Double.BYTES));
    }

    /** Returns about how many bytes the weights of a part of the target take. */
    long estimatedBytes(long cells) {
        return (long) ((double) estimatedBytes() * cells / Math.max(1, target.size()));
    }

    /**
     * Returns the weights of a window of the target, over the source cells that they need, and that filling does.
     *
     * @throws IOException where the store of weights fails
     */
    BoundWeights over(GridWindow window, Extrapolation extrapolation, Configuration conf) throws IOException {
        boolean all = extrapolation.sourceHalo(source, NOTHING).equals(GridWindow.of(source));
        return blocks().get(new WeightBlocks.Key(window, all), () -> {
            Weights made = weights(window, conf);
            return BoundWeights.of(made, all ? GridWindow.of(source) : made.sourceWindow());
        });
    }

    private Weights weights(GridWindow window, Configuration conf) throws IOException {
        if (!whole.isEmpty()) {
            return window.equals(whole.get(0).target())
                    ? whole.get(0)
                    : whole.get(0).window(window.y0(), window.y1(), window.x0(), window.x1());
        }
        Optional<Weights> kept = store.load(key, window, conf);
        if (kept.isPresent()) {
            return kept.get();
        }
        Weights made = weigher().weights(target, window);
        store.save(key, made, conf);
        return made;
    }

    private WeightBlocks blocks() {
        WeightBlocks own = blocks;
        if (own == null) {
            synchronized (this) {
                own = blocks;
                if (own == null) {
                    own = new WeightBlocks(() ->
                            Weigher.of(source, scheme, Runtime.getRuntime().availableProcessors()));
                    blocks = own;
                }
            }
        }
        return own;
    }

    /** Tells whether a method's target values are means or sums of several values. */
    static boolean averages(Method method) {
        return method != Method.NEAREST && method != Method.LARGEST_AREA;
    }
}
