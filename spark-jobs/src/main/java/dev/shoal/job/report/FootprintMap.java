package dev.shoal.job.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/**
 * Footprints over land and sea.
 *
 * @param title above it
 * @param sea whose values tell sea from land, and whose box is the map's; where footprints reach further, the map does
 *     too
 * @param footprints drawn in this order
 */
public record FootprintMap(String title, Raster sea, List<Footprint> footprints) implements Block {

    private static final int PLACES = 2000;

    /** Copies the list. */
    public FootprintMap {
        footprints = List.copyOf(footprints);
    }

    @Override
    public void write(HtmlPage page) {
        ObjectNode chart = page.json();
        chart.put("kind", "footprints").put("image", Picture.land(sea));
        chart.set("box", page.box(sea));
        chart.put("aspect", sea.aspect());
        ArrayNode list = chart.putArray("footprints");
        for (Footprint footprint : footprints) {
            ObjectNode item = list.addObject();
            item.put("name", footprint.name()).put("group", footprint.group());
            item.put("shape", footprint.shape().name().toLowerCase(Locale.ROOT));
            ArrayNode places = item.putArray("places");
            int step = Math.max(1, footprint.lon().length / PLACES);
            for (int i = 0; i < footprint.lon().length; i += step) {
                places.addArray().add((float) footprint.lon()[i]).add((float)
                        footprint.lat()[i]);
            }
        }
        page.raw("<figure class=\"card\">").heading(title, "").chart(chart).raw("</figure>\n");
    }
}
