package dev.shoal.zarr.kerchunk;

import java.util.HashMap;
import java.util.Map;

/**
 * Puts values in the place of {@code {{...}}}, the part of Jinja that kerchunk's specification shows: names, templates
 * that are called with values, whole numbers and their arithmetic.
 *
 * <p>The text of a template sees the values that it is called with and nothing else, as in fsspec; so no template can
 * lead back to itself. Where Jinja puts nothing for a name that is not known, this is an error.
 *
 * @param texts by name
 */
record Templates(Map<String, String> texts) {

    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";

    /** Copies the map. */
    Templates {
        texts = new HashMap<>(texts);
    }

    /**
     * Renders a text.
     *
     * @param values what names stand for, {@code Long}s and {@code String}s
     * @throws IllegalArgumentException where an expression is not one that is known
     */
    String render(String text, Map<String, Object> values) {
        if (text.contains("{%") || text.contains("{#")) {
            throw new IllegalArgumentException("the template \"" + text + "\", expected {{...}} alone");
        }
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (int open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, at)) {
            int close = text.indexOf(CLOSE, open);
            if (close < 0) {
                throw new IllegalArgumentException("the template \"" + text + "\", expected }} behind {{");
            }
            out.append(text, at, open);
            String expression = text.substring(open + OPEN.length(), close);
            out.append(new Expression(expression, values, this).value());
            at = close + CLOSE.length();
        }
        return out.append(text, at, text.length()).toString();
    }

    /** Tells whether a template is to be called with values. */
    static boolean takesValues(String template) {
        return template.contains(OPEN);
    }
}
