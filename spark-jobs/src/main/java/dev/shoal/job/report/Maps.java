package dev.shoal.job.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/**
 * Rasters side by side in the same colours, with one legend.
 *
 * @param caption below them, or empty
 * @param scale the colours
 * @param rasters from left to right
 */
public record Maps(String caption, ColourScale scale, List<Raster> rasters) implements Block {

    private static final int TICKS = 5;

    /** Copies the list. */
    public Maps {
        rasters = List.copyOf(rasters);
    }

    @Override
    public void write(HtmlPage page) {
        page.raw("<figure class=\"maps\"><div class=\"pair\">\n");
        for (Raster raster : rasters) {
            ObjectNode chart = page.json();
            chart.put("kind", "map").put("label", scale.label());
            chart.put("low", scale.low()).put("high", scale.high());
            chart.put("image", Picture.of(raster, scale));
            scale.palette().hexes().forEach(chart.putArray("colours")::add);
            box(chart, raster);
            page.raw("<div class=\"card\"><div class=\"head\"><h3>").text(raster.title());
            page.raw("</h3><output></output></div>").chart(chart).raw("</div>\n");
        }
        page.raw("</div>");
        legend(page);
        page.caption(caption).raw("</figure>\n");
    }

    /** Adds the box of a raster to a chart. */
    static void box(ObjectNode chart, Raster raster) {
        chart.putArray("box")
                .add(raster.west())
                .add(raster.south())
                .add(raster.east())
                .add(raster.north());
        chart.put("aspect", raster.aspect());
    }

    private void legend(HtmlPage page) {
        List<String> hexes = scale.palette().hexes();
        StringBuilder stops = new StringBuilder();
        for (int i = 0; i < hexes.size(); i += 6) {
            stops.append(i == 0 ? "" : ",").append(hexes.get(i));
        }
        page.raw("<div class=\"legend\"><div class=\"bar\" style=\"background:linear-gradient(to right," + stops
                + ")\"></div><div class=\"ticks\">");
        double step = (scale.high() - scale.low()) / (TICKS - 1);
        for (int i = 0; i < TICKS; i++) {
            String format = step >= 10 || step == Math.rint(step) ? "%.0f" : "%.1f";
            page.raw("<span>")
                    .text(String.format(Locale.ROOT, format, scale.low() + i * step))
                    .raw("</span>");
        }
        page.raw("</div><div class=\"unit\">").text(scale.label()).raw(" · grey: land or no value</div></div>");
    }
}
