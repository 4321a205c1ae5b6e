package dev.shoal.cf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What files say of their cells, and of variables beside others. */
class CfFactsTest {

    private final List<String> problems = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "time: mean",
                "lat: lon: standard_deviation",
                "time: maximum within days time: mean over days",
                "area: mean where sea over land (interval: 1 hour comment: sampled)",
                "time: sum where land area: mean"
            })
    void readsCellMethodsAndWritesThemAsTheyWere(String text) {
        List<CellMethod> steps = CellMethod.parse(text, problems::add);
        assertThat(String.join(" ", steps.stream().map(CellMethod::toString).toList()))
                .isEqualTo(text);
        assertThat(problems).isEmpty();
    }

    @Test
    void readsEachPartOfCellMethods() {
        List<CellMethod> steps =
                CellMethod.parse("time:  mean within days lat:lon: max (interval: 1 m)", problems::add);
        assertThat(steps).hasSize(2);
        assertThat(steps.get(0).within()).isEqualTo("days");
        assertThat(steps.get(1).names()).containsExactly("lat", "lon");
        assertThat(steps.get(1).comment()).isEqualTo("interval: 1 m");
    }

    @Test
    void saysWhichPartOfCellMethodsItCannotRead() {
        assertThat(CellMethod.parse("time: mean daily average", problems::add)).hasSize(1);
        assertThat(problems)
                .containsExactly("Cell methods \"time: mean daily average\" are not of the form \"name: method\" from"
                        + " \"daily average\" on: that part is not read.");
    }

    private static Attributes flags(String meanings, Attribute... others) {
        List<Attribute> all = new ArrayList<>(Arrays.asList(others));
        all.add(Attribute.of("flag_meanings", meanings));
        return new Attributes(all);
    }

    private static Attribute bytes(String name, Number... values) {
        return new Attribute(name, ElementType.BYTE, Arrays.asList(values));
    }

    @Test
    void tellsTheMeaningsOfFlags() {
        Flags values = Flags.of("qc", flags("good bad", bytes("flag_values", 1, 4)), problems::add);
        assertThat(values.meanings(4)).containsExactly("bad");
        assertThat(values.meanings(2)).isEmpty();
        Flags masks = Flags.of("qc", flags("ice land", bytes("flag_masks", 1, 2)), problems::add);
        assertThat(masks.meanings(3)).containsExactly("ice", "land");
        Flags both = Flags.of(
                "qc",
                flags("low high dry", bytes("flag_masks", 6, 6, 1), bytes("flag_values", 2, 4, 1)),
                problems::add);
        assertThat(both.meanings(5)).containsExactly("high", "dry");
        Flags text = Flags.of("qc", flags("a b", Attribute.of("flag_values", "0b, 1b")), problems::add);
        assertThat(text.meanings(1)).containsExactly("b");
        assertThat(Flags.of("qc", flags("one", bytes("flag_values", 1, 2)), problems::add))
                .isEqualTo(Flags.NONE);
        assertThat(problems).containsExactly("Variable qc has 2 flags and 1 flag_meanings: their meaning is not read.");
    }

    private static MemoryFile file(Attribute... attributes) {
        return new MemoryFile("/archive/sst.nc")
                .dimension("time", 2)
                .dimension("bnds", 2)
                .dimension("lat", 1)
                .dimension("lon", 1)
                .variable(
                        "time",
                        "time",
                        new double[] {0, 1},
                        Attribute.of("units", "days since 2000-01-01"),
                        Attribute.of("climatology", "time_bnds"))
                .variable("time_bnds", "time bnds", new double[4])
                .variable("lat", "lat", new double[] {1}, Attribute.of("units", "degrees_north"))
                .variable("lon", "lon", new double[] {1}, Attribute.of("units", "degrees_east"))
                .variable("sst", "time lat lon", new float[2], attributes)
                .variable("sst_qc", "time lat lon", new byte[2]);
    }

    @Test
    void recordsWhatAVariableSays() throws IOException {
        CfDataset dataset = CfDataset.of(file(
                Attribute.of("cell_measures", "area: areacello"),
                Attribute.of("ancillary_variables", "sst_qc sst_error"),
                Attribute.of("cell_methods", "time: mean"),
                Attribute.of("coordinates", "lat2 lon time"),
                Attribute.of("actual_range", -1.5, 30)));
        VariableFacts sst = dataset.facts().variable("sst").orElseThrow();
        assertThat(sst.cellMeasures()).isEqualTo(Map.of("area", "areacello"));
        assertThat(sst.ancillaryVariables()).containsExactly("sst_qc");
        assertThat(sst.coordinates()).containsExactly("lon", "time");
        assertThat(sst.cellMethods()).hasSize(1);
        assertThat(sst.actualRange()).containsExactly(-1.5, 30.0);
        assertThat(dataset.facts().variable("time").orElseThrow().climatology()).isEqualTo("time_bnds");
        assertThat(dataset.facts().times())
                .containsExactly(new TimeFacts("time", "days since 2000-01-01", "standard", true));
        assertThat(dataset.problems())
                .contains(
                        "Attribute ancillary_variables of sst names sst_error, which the file does not have.",
                        "Attribute coordinates of sst names lat2, which the file does not have.");
    }
}
