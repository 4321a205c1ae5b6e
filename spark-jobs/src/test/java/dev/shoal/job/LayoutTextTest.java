package dev.shoal.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.stage.zarr.ChunkLayout;
import dev.shoal.zarr.StoreForm;
import dev.shoal.zarr.ZarrFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LayoutTextTest {

    private static final StoreForm V3 = new StoreForm(ZarrFormat.V3, Map.of(), "zstd:1");

    @Test
    void chunksAloneAreOneLayoutAtTheRoot() {
        assertThat(LayoutText.layouts(Map.of("time", 3L), List.of(), V3))
                .containsExactly(new ChunkLayout("", Map.of("time", 3L), V3));
    }

    @Test
    void layoutsHaveNamesChunksAndShards() {
        assertThat(LayoutText.layouts(Map.of(), List.of("maps:time=1,lat=360/time=30", "asis:"), V3))
                .containsExactly(
                        new ChunkLayout(
                                "maps",
                                Map.of("time", 1L, "lat", 360L),
                                new StoreForm(ZarrFormat.V3, Map.of("time", 30L), "zstd:1")),
                        new ChunkLayout("asis", Map.of(), V3));
    }

    @Test
    void refusesWhatIsNoLayout() {
        assertThatThrownBy(() -> LayoutText.layouts(Map.of(), List.of("time=1"), V3))
                .hasMessageContaining("Cannot lay out 'time=1': found no name, expected NAME:DIMENSION=LENGTH,...");
        assertThatThrownBy(() -> LayoutText.layouts(Map.of(), List.of("maps:time"), V3))
                .hasMessageContaining("found 'time', expected DIMENSION=LENGTH");
        assertThatThrownBy(() -> LayoutText.layouts(Map.of(), List.of("../up:time=1"), V3))
                .hasMessageContaining("found layout named '../up', expected letters, digits, '_', '-', '.'");
        assertThatThrownBy(() -> LayoutText.layouts(Map.of("time", 1L), List.of("maps:time=1"), V3))
                .hasMessageContaining("found --chunks beside --layout, expected one of them");
        assertThatThrownBy(() -> LayoutText.layouts(Map.of(), List.of("maps:time=1/time=30"), StoreForm.STANDARD))
                .hasMessageContaining("shards {time=30} in Zarr v2, expected none");
    }
}
