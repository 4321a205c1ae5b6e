package dev.shoal.cf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The attributes of CF that are lists of {@code key: word word key: word}. */
final class KeyedWords {

    private static final Pattern COLON = Pattern.compile("\\s*:\\s*");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s,]+");

    private KeyedWords() {}

    /** Returns the words behind each key, in stored order; words before the first key stand behind an empty one. */
    static Map<String, List<String>> of(String text) {
        Map<String, List<String>> words = new LinkedHashMap<>();
        if (text.isEmpty()) {
            return words;
        }
        String key = "";
        for (String word :
                BETWEEN_WORDS.split(COLON.matcher(text).replaceAll(": ").trim(), -1)) {
            if (word.endsWith(":")) {
                key = word.substring(0, word.length() - 1);
                words.computeIfAbsent(key, k -> new ArrayList<>());
            } else if (!word.isEmpty()) {
                words.computeIfAbsent(key, k -> new ArrayList<>()).add(word);
            }
        }
        return words;
    }
}
