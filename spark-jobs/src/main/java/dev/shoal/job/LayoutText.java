package dev.shoal.job;

import dev.shoal.stage.StageException;
import dev.shoal.stage.zarr.ChunkLayout;
import dev.shoal.zarr.StoreForm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Layouts as a person writes them: {@code maps:time=1,lat=720,lon=1440} or {@code maps:time=1/time=30}. */
final class LayoutText {

    private LayoutText() {}

    /**
     * Reads layouts.
     *
     * @param chunks of the one layout without a name; none where others are named
     * @param texts of the others
     * @param form of all, and shards of those that say none
     */
    static List<ChunkLayout> layouts(Map<String, Long> chunks, List<String> texts, StoreForm form) {
        if (texts.isEmpty()) {
            return List.of(new ChunkLayout("", chunks, form));
        }
        if (!chunks.isEmpty()) {
            throw StageException.configuration("Cannot lay out chunks: found --chunks beside --layout, expected one of"
                    + " them. Give those chunks a name: --layout NAME:DIMENSION=LENGTH,...");
        }
        List<ChunkLayout> layouts = new ArrayList<>();
        for (String text : texts) {
            try {
                layouts.add(layout(text, form));
            } catch (IllegalArgumentException unfit) {
                throw StageException.configuration(
                        "Cannot lay out '" + text + "': found " + unfit.getMessage()
                                + ". Write it as --layout maps:time=1,lat=720, with --zarr-version 3 and /time=30"
                                + " behind it for shards.",
                        unfit);
            }
        }
        return layouts;
    }

    private static ChunkLayout layout(String text, StoreForm form) {
        int colon = text.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("no name, expected NAME:DIMENSION=LENGTH,...");
        }
        String[] parts = text.substring(colon + 1).split("/", 2);
        StoreForm own = parts.length == 1 ? form : new StoreForm(form.format(), lengths(parts[1]), form.codec());
        return new ChunkLayout(text.substring(0, colon), lengths(parts[0]), own);
    }

    private static Map<String, Long> lengths(String text) {
        Map<String, Long> lengths = new LinkedHashMap<>();
        for (String part : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            String[] pair = part.split("=", -1);
            if (pair.length != 2 || !pair[1].matches("[1-9][0-9]{0,17}")) {
                throw new IllegalArgumentException("'" + part + "', expected DIMENSION=LENGTH");
            }
            lengths.put(pair[0], Long.parseLong(pair[1]));
        }
        return lengths;
    }
}
