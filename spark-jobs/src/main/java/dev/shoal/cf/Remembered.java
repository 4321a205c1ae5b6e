package dev.shoal.cf;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What was found out about short texts, such as units and names, which the files of an archive share: the first
 * {@value #MOST_TEXTS} are not looked at again. May be used by several threads at once.
 *
 * @param <K> a text, or a record of texts
 * @param <V> what is found out
 */
final class Remembered<K, V> {

    private static final int MOST_TEXTS = 4096;
    private static final int MOST_LENGTH = 200;

    private final Map<K, V> known = new ConcurrentHashMap<>();
    private final Function<K, V> finding;

    /**
     * Remembers the results of a function.
     *
     * @param finding depends on nothing but the text; its results are not changed by anybody
     */
    Remembered(Function<K, V> finding) {
        this.finding = finding;
    }

    V of(K text) {
        V before = known.get(text);
        if (before != null) {
            return before;
        }
        V found = finding.apply(text);
        if (text.toString().length() <= MOST_LENGTH && known.size() < MOST_TEXTS) {
            known.put(text, found);
        }
        return found;
    }
}
