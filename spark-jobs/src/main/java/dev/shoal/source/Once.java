package dev.shoal.source;

import java.util.Optional;
import java.util.function.Supplier;

/** A value that is made when it is first asked for, and kept. Safe for use by several threads. */
final class Once<T> implements Supplier<T> {

    private final Supplier<T> source;
    private Optional<T> made = Optional.empty();

    Once(Supplier<T> source) {
        this.source = source;
    }

    @Override
    public synchronized T get() {
        T value = made.orElseGet(source);
        made = Optional.of(value);
        return value;
    }
}
