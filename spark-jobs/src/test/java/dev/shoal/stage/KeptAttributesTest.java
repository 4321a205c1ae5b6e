package dev.shoal.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptAttributesTest {

    @Test
    void dropsWhatSpeaksOfStoredNumbers() {
        Attributes source = new Attributes(List.of(
                Attribute.of("units", "kelvin"),
                Attribute.of("scale_factor", 0.01),
                Attribute.of("_FillValue", -32768),
                Attribute.of("cell_methods", "time: mean")));
        assertThat(KeptAttributes.ofVariable(source).list())
                .extracting(Attribute::name)
                .containsExactly("units", "cell_methods");
    }

    @Test
    void dropsWhatSpeaksOfOneFileAndReplacesWhatIsSaidAnew() {
        Attributes source = new Attributes(List.of(
                Attribute.of("title", "one day"),
                Attribute.of("institution", "somewhere"),
                Attribute.of("time_coverage_start", "2023-01-01"),
                Attribute.of("date_created", "2023-01-02")));
        Attributes kept = KeptAttributes.ofDataset(source, Attribute.of("title", "a year"));
        assertThat(kept.list()).extracting(Attribute::name).containsExactly("institution", "title");
        assertThat(kept.text("title")).contains("a year");
    }
}
