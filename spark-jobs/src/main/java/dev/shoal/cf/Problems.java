package dev.shoal.cf;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What was found wrong or left out, each sentence once, in the order of finding. */
final class Problems implements Consumer<String> {

    private final Set<String> sentences = new LinkedHashSet<>();

    @Override
    public void accept(String sentence) {
        sentences.add(sentence);
    }

    List<String> list() {
        return new ArrayList<>(sentences);
    }
}
