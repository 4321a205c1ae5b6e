package dev.shoal.stage;

import dev.shoal.regrid.GridWindow;
import dev.shoal.regrid.Weigher;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Weights of blocks of a target as one process has them in hand: each is made once, by the thread that asks first, and
 * those asked for last are kept as long as they take no more than a share of the process's memory.
 */
final class WeightBlocks {

    private static final int MEMORY_SHARES = 8;

    private final Supplier<Weigher> ready;
    private final long mostBytes;
    private final Map<Key, Slot> slots = new LinkedHashMap<>(16, 0.75f, true);
    private Weigher[] weigher = {};
    private long bytes;

    WeightBlocks(Supplier<Weigher> ready) {
        this(ready, Runtime.getRuntime().maxMemory() / MEMORY_SHARES);
    }

    /**
     * Keeps nothing yet.
     *
     * @param ready makes the source ready
     * @param mostBytes most that the blocks kept may take; the one that was asked for last is kept whatever it takes
     */
    WeightBlocks(Supplier<Weigher> ready, long mostBytes) {
        this.ready = ready;
        this.mostBytes = mostBytes;
    }

    /**
     * Which block.
     *
     * @param window of the target
     * @param wholeSource whether it is bound to all cells of the source
     */
    record Key(GridWindow window, boolean wholeSource) {}

    /** Makes weights. */
    @FunctionalInterface
    interface Maker {
        BoundWeights make() throws IOException;
    }

    /** A block that is made, or is being made by who holds its lock. */
    private static final class Slot {
        private volatile BoundWeights[] made = {};
    }

    /** Returns the source made ready, once in this process. */
    Weigher weigher() {
        synchronized (ready) {
            if (weigher.length == 0) {
                weigher = new Weigher[] {ready.get()};
            }
            return weigher[0];
        }
    }

    /** Returns the weights of a window, made where they are not in hand. */
    BoundWeights get(Key window, Maker maker) throws IOException {
        Slot slot;
        synchronized (slots) {
            slot = slots.computeIfAbsent(window, none -> new Slot());
        }
        synchronized (slot) {
            if (slot.made.length == 0) {
                slot.made = new BoundWeights[] {maker.make()};
                count(window, slot.made[0].bytes());
            }
            return slot.made[0];
        }
    }

    private void count(Key last, long more) {
        synchronized (slots) {
            bytes += more;
            slots.entrySet().removeIf(entry -> {
                Slot slot = entry.getValue();
                boolean goes = bytes > mostBytes
                        && slot.made.length > 0
                        && !entry.getKey().equals(last);
                bytes -= goes ? slot.made[0].bytes() : 0;
                return goes;
            });
        }
    }

    /** Returns the bytes of the blocks in hand. */
    long bytes() {
        synchronized (slots) {
            return bytes;
        }
    }
}
