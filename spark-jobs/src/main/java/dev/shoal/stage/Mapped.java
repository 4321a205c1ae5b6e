package dev.shoal.stage;

import java.util.Iterator;
import java.util.function.Function;

/** The elements of an iterator, each turned into another as it is taken. */
record Mapped<A, B>(Iterator<A> elements, Function<A, B> turn) implements Iterator<B> {

    @Override
    public boolean hasNext() {
        return elements.hasNext();
    }

    @Override
    public B next() {
        return turn.apply(elements.next());
    }
}
