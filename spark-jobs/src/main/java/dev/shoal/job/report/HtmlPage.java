package dev.shoal.job.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** HTML while it is written. Text and data cannot become markup by it. */
public final class HtmlPage {

    private static final JsonMapper JSON = new JsonMapper();

    private final StringBuilder body = new StringBuilder();
    private final List<String> charts = new ArrayList<>();

    HtmlPage() {}

    /** Adds markup. */
    HtmlPage raw(String markup) {
        body.append(markup);
        return this;
    }

    /** Adds text. */
    HtmlPage text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            switch (letter) {
                case '&' -> body.append("&amp;");
                case '<' -> body.append("&lt;");
                case '>' -> body.append("&gt;");
                case '"' -> body.append("&quot;");
                case '\'' -> body.append("&#39;");
                default -> body.append(letter);
            }
        }
        return this;
    }

    /** Adds a title, and beside it what the values are; nothing where both are empty. */
    HtmlPage heading(String title, String values) {
        if (title.isEmpty() && values.isEmpty()) {
            return this;
        }
        raw("<div class=\"head\"><h3>").text(title).raw("</h3><span class=\"axis\">");
        return text(values).raw("</span></div>");
    }

    /** Adds a caption where there is one. */
    HtmlPage caption(String caption) {
        return caption.isEmpty() ? this : raw("<figcaption>").text(caption).raw("</figcaption>");
    }

    /** Returns an empty object for a chart's data. */
    ObjectNode json() {
        return JSON.createObjectNode();
    }

    /** Returns the box of a raster: west, south, east, north. */
    ArrayNode box(Raster raster) {
        return JSON.createArrayNode()
                .add(raster.west())
                .add(raster.south())
                .add(raster.east())
                .add(raster.north());
    }

    /** Adds the place of a chart, and its data to the page. */
    HtmlPage chart(ObjectNode data) {
        body.append("<div class=\"chart\" data-chart=\"").append(charts.size()).append("\"></div>");
        charts.add(safe(data));
        return this;
    }

    /** Returns the markup so far. */
    String body() {
        return body.toString();
    }

    /** Returns the data of all charts as one script element's JSON. */
    String data() {
        return "[" + String.join(",\n", charts) + "]";
    }

    /** Returns JSON that can stand inside a script element: no text in it can end the element or begin a comment. */
    private static String safe(ObjectNode data) {
        try {
            return JSON.writeValueAsString(data)
                    .replace("<", "\\u003c")
                    .replace(">", "\\u003e")
                    .replace("&", "\\u0026")
                    .replace("\u2028", "\\u2028")
                    .replace("\u2029", "\\u2029");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write a chart's data: " + Objects.toString(e.getMessage()), e);
        }
    }
}
