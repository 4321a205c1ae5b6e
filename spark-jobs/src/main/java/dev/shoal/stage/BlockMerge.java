package dev.shoal.stage;

import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/**
 * Brings the blocks of one series into one order. Blocks that overlap no other pass as they are; those that do, such as
 * those of files that cover the same time, are merged. Held at one time are the blocks that overlap each other.
 */
final class BlockMerge implements Iterator<ObservationBlock> {

    private static final Comparator<Head> ORDER = (a, b) -> a.block.compare(a.at, b.block, b.at);

    private final PeekingIterator<ObservationBlock> blocks;
    private final PriorityQueue<Head> heads = new PriorityQueue<>(ORDER);

    /**
     * Makes the merge.
     *
     * @param blocks of one series, in order of the first time
     */
    BlockMerge(Iterator<ObservationBlock> blocks) {
        this.blocks = new PeekingIterator<>(blocks);
    }

    @Override
    public boolean hasNext() {
        return !heads.isEmpty() || blocks.hasNext();
    }

    @Override
    public ObservationBlock next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (heads.isEmpty()) {
            ObservationBlock block = blocks.next();
            if (!blocks.hasNext() || blocks.peek().first() > block.last()) {
                return block;
            }
            heads.add(new Head(block));
        }
        return merged();
    }

    private ObservationBlock merged() {
        Head any = heads.element();
        BlockBuilder out = new BlockBuilder(any.block.numbers().length);
        while (!out.isFull() && !heads.isEmpty()) {
            Head least = heads.remove();
            while (blocks.hasNext() && blocks.peek().first() <= least.time()) {
                heads.add(new Head(blocks.next()));
            }
            Head next = heads.isEmpty() || ORDER.compare(least, heads.element()) <= 0 ? least : swap(least);
            int end = run(next, out.room());
            out.take(next.block, next.at, end);
            next.at = end;
            if (end < next.block.size()) {
                heads.add(next);
            }
        }
        return out.build();
    }

    private Head swap(Head head) {
        Head least = heads.remove();
        heads.add(head);
        return least;
    }

    /** Returns the end of the observations of a block that come before all of the others. */
    private int run(Head head, int most) {
        int end = head.at + 1;
        int last = Math.min(head.block.size(), head.at + most);
        long nextFirst = blocks.hasNext() ? blocks.peek().first() : Long.MAX_VALUE;
        Head other = heads.peek();
        while (end < last
                && head.block.timeMicros()[end] < nextFirst
                && (other == null || head.block.compare(end, other.block, other.at) <= 0)) {
            end++;
        }
        return end;
    }

    /** A block that is being merged. */
    private static final class Head {
        private final ObservationBlock block;
        private int at;

        Head(ObservationBlock block) {
            this.block = block;
        }

        long time() {
            return block.timeMicros()[at];
        }
    }
}
