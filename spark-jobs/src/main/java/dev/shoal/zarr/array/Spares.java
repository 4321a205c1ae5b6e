package dev.shoal.zarr.array;

import java.lang.ref.SoftReference;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * What one task has done with and the next may take: large arrays, which cost more to make anew and to collect than
 * some of the work that is done in them. There are as many as were in use at once; where memory gets scarce they are
 * let go. Safe for use by several threads.
 *
 * @param <T> of which each is used by one thread at a time
 */
public final class Spares<T> {

    private final Deque<SoftReference<T>> spares = new ConcurrentLinkedDeque<>();

    /** Returns what was given last and is still there; nobody else has it until it is given again. */
    public Optional<T> take() {
        for (SoftReference<T> next = spares.pollLast(); next != null; next = spares.pollLast()) {
            T spare = next.get();
            if (spare != null) {
                return Optional.of(spare);
            }
        }
        return Optional.empty();
    }

    /** Gives what is no longer in use; the giver must not use it again. */
    public void give(T spare) {
        spares.addLast(new SoftReference<>(spare));
    }
}
