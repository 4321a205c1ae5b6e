package dev.shoal.job.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/**
 * Rasters side by side in the same colours and over the same box, with one legend.
 *
 * @param caption below them, or empty
 * @param scale the colours
 * @param rasters from left to right, at least one
 */
public record Maps(String caption, ColourScale scale, List<Raster> rasters) implements Block {

    private static final int TICKS = 5;

    /** Copies the list; refuses an empty one. */
    public Maps {
        rasters = List.copyOf(rasters);
        if (rasters.isEmpty()) {
            throw new IllegalArgumentException("Cannot draw maps of " + scale.label() + ": no raster given.");
        }
    }

    @Override
    public void write(HtmlPage page) {
        page.raw("<figure class=\"maps\"><div class=\"pair\">\n");
        Raster frame = frame();
        for (Raster raster : rasters) {
            ObjectNode chart = page.json();
            chart.put("kind", "map").put("label", scale.label());
            chart.put("low", scale.low()).put("high", scale.high());
            chart.put("image", Picture.of(raster, scale));
            scale.palette().hexes().forEach(chart.putArray("colours")::add);
            chart.set("box", page.box(raster));
            chart.set("frame", page.box(frame));
            chart.put("aspect", frame.aspect());
            page.raw("<div class=\"card\"><div class=\"head\"><h3>").text(raster.title());
            page.raw("</h3><output></output></div>").chart(chart).raw("</div>\n");
        }
        page.raw("</div>");
        legend(page);
        page.caption(caption).raw("</figure>\n");
    }

    /** Returns the box that holds all rasters, so that they can be compared place by place. */
    private Raster frame() {
        double south = rasters.stream().mapToDouble(Raster::south).min().orElseThrow();
        double north = rasters.stream().mapToDouble(Raster::north).max().orElseThrow();
        double west = rasters.stream().mapToDouble(Raster::west).min().orElseThrow();
        double east = rasters.stream().mapToDouble(Raster::east).max().orElseThrow();
        return new Raster("", 1, 1, south, north, west, east, new double[1]);
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
