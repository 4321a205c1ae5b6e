package dev.shoal.stage;

import java.util.Iterator;

/** The elements of one iterator, then those of another. */
record Chained<T>(Iterator<T> first, Iterator<T> second) implements Iterator<T> {

    @Override
    public boolean hasNext() {
        return first.hasNext() || second.hasNext();
    }

    @Override
    public T next() {
        return first.hasNext() ? first.next() : second.next();
    }
}
