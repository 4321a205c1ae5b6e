package dev.shoal.stage;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/** An iterator whose next element can be looked at before it is taken. */
final class PeekingIterator<T> implements Iterator<T> {

    private final Iterator<T> elements;
    private Optional<T> ahead = Optional.empty();

    PeekingIterator(Iterator<T> elements) {
        this.elements = elements;
    }

    /** Returns the next element and leaves it. */
    T peek() {
        if (ahead.isEmpty()) {
            ahead = Optional.of(elements.next());
        }
        return ahead.orElseThrow(NoSuchElementException::new);
    }

    @Override
    public boolean hasNext() {
        return ahead.isPresent() || elements.hasNext();
    }

    @Override
    public T next() {
        T element = peek();
        ahead = Optional.empty();
        return element;
    }
}
