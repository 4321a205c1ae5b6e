package dev.shoal.cf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.ElementType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CfFlagRulesTest {

    private static final Attribute MEANINGS = Attribute.of("flag_meanings", "good bad");
    private static final Attribute VALUES = new Attribute("flag_values", ElementType.BYTE, List.of((byte) 1, (byte) 4));

    private static List<String> problems(String ancillaries, Attribute... flags) {
        MemoryFile file = new MemoryFile("flags.nc").dimension("time", 2).dimension("level", 3);
        file.variable("temp", "time", new float[2], Attribute.of("ancillary_variables", ancillaries));
        file.variable("temp_qc", "time", new byte[2], flags);
        return CfFlagRules.problems(file.header());
    }

    private static Attribute bytes(String name, int... numbers) {
        List<Byte> values = new ArrayList<>();
        for (int number : numbers) {
            values.add((byte) number);
        }
        return new Attribute(name, ElementType.BYTE, values);
    }

    @Test
    void acceptsWhatWeWrite() {
        Attribute[] aggregate = FlagAttributes.aggregate(
                        "temp", new MemoryFile("x").header().attributes())
                .list()
                .toArray(Attribute[]::new);
        assertThat(problems("temp_qc", aggregate)).isEmpty();
        assertThat(problems("temp_qc", Attribute.of("standard_name", "temp status_flag"), VALUES, MEANINGS))
                .isEmpty();
        assertThat(problems("temp_qc", bytes("flag_masks", 1, 2), MEANINGS)).isEmpty();
        assertThat(problems("temp_qc", bytes("flag_masks", 6, 6), bytes("flag_values", 2, 4), MEANINGS))
                .isEmpty();
    }

    @Test
    void wantsAncillariesThatAreThere() {
        assertThat(problems("temp_qc other", VALUES, MEANINGS))
                .containsExactly("Variable temp: its ancillary_variables name other, which is no variable of the file"
                        + " (CF 1.11, 3.4).");
        assertThat(problems(" ", VALUES, MEANINGS))
                .containsExactly("Variable temp: its ancillary_variables name nothing, expected names with blanks"
                        + " between them (CF 1.11, 3.4).");
        assertThat(problems("temp", VALUES, MEANINGS))
                .containsExactly("Variable temp: its ancillary_variables name itself (CF 1.11, 3.4).");
    }

    @Test
    void wantsFlagsAlongTheDimensionsOfWhatTheyFlag() {
        MemoryFile file = new MemoryFile("flags.nc").dimension("time", 2).dimension("level", 3);
        file.variable("temp", "time", new float[2], Attribute.of("ancillary_variables", "qc"));
        file.variable("qc", "level", new byte[3], VALUES, MEANINGS);
        assertThat(CfFlagRules.problems(file.header()))
                .containsExactly("Variable temp: its flags qc lie along [level], expected dimensions among [time]"
                        + " (CF 1.11, 3.4).");
    }

    @Test
    void wantsMeaningsForValuesAndValuesForMeanings() {
        assertThat(problems("temp_qc", MEANINGS))
                .containsExactly("Variable temp_qc: it has flag_meanings and neither flag_values nor flag_masks"
                        + " (CF 1.11, 3.5).");
        assertThat(problems("temp_qc", VALUES))
                .containsExactly(
                        "Variable temp_qc: its flags have no flag_meanings in words (CF 1.11, 3.5).",
                        "Variable temp_qc: it has 2 flag_values and 0 flag_meanings (CF 1.11, 3.5).");
        assertThat(problems("temp_qc", bytes("flag_values", 1, 2, 3), MEANINGS))
                .containsExactly("Variable temp_qc: it has 3 flag_values and 2 flag_meanings (CF 1.11, 3.5).");
        assertThat(problems("temp_qc", VALUES, Attribute.of("flag_meanings", "good, bad!")))
                .hasSize(2)
                .allMatch(problem -> problem.contains("expected letters, digits and any of _ - . + @"));
        assertThat(problems("temp_qc", VALUES, Attribute.of("flag_meanings", "good good")))
                .containsExactly("Variable temp_qc: two of its flag_meanings are alike (CF 1.11, 3.5).");
    }

    @Test
    void wantsValuesOfTheVariablesTypeThatDiffer() {
        assertThat(problems("temp_qc", new Attribute("flag_values", ElementType.INT, List.of(1, 4)), MEANINGS))
                .containsExactly("Variable temp_qc: its flag_values are of type INT, expected BYTE as it is"
                        + " (CF 1.11, 3.5).");
        assertThat(problems("temp_qc", bytes("flag_values", 4, 4), MEANINGS))
                .containsExactly("Variable temp_qc: two of its flag_values are alike (CF 1.11, 3.5).");
    }

    @Test
    void wantsMasksThatHoldTheirValues() {
        assertThat(problems("temp_qc", bytes("flag_masks", 0, 2), MEANINGS))
                .containsExactly("Variable temp_qc: one of its flag_masks is 0 (CF 1.11, 3.5).");
        assertThat(problems("temp_qc", bytes("flag_masks", 1, 2), bytes("flag_values", 1, 4), MEANINGS))
                .containsExactly("Variable temp_qc: its flag value 4 has bits outside of its mask 2 (CF 1.11, 3.5).");
    }

    @Test
    void wantsValuesWithinTheValidRangeAndTheFillOutside() {
        assertThat(problems("temp_qc", VALUES, MEANINGS, bytes("valid_range", 1, 3)))
                .containsExactly(
                        "Variable temp_qc: its flag value 4 lies outside of its valid range" + " (CF 1.11, 2.5.1).");
        assertThat(problems("temp_qc", VALUES, MEANINGS, bytes("valid_range", 1, 3), bytes("_FillValue", 4)))
                .isEmpty();
        assertThat(problems("temp_qc", VALUES, MEANINGS, bytes("valid_range", 1, 4), bytes("_FillValue", 4)))
                .containsExactly("Variable temp_qc: its _FillValue 4.0 lies in its valid range (CF 1.11, 2.5.1).");
    }

    @Test
    void wantsNamesOfTheTableOnFlagsThatAreNamed() {
        assertThat(problems("temp_qc", Attribute.of("standard_name", "tide_test_quality_flag"), VALUES, MEANINGS))
                .containsExactly("Variable temp_qc: its standard_name tide_test_quality_flag is not in the table of"
                        + " standard names (CF 1.11, 3.3).");
        assertThat(problems("temp_qc", Attribute.of("standard_name", "quality_flag")))
                .containsExactly("Variable temp_qc: its standard_name is quality_flag, and it has no flag_values nor"
                        + " flag_masks (CF 1.11, 3.5).");
        Attribute spike = Attribute.of("standard_name", "spike_test_quality_flag");
        assertThat(problems("temp_qc", spike, VALUES, MEANINGS, Attribute.of("units", "m")))
                .containsExactly("Variable temp_qc: it is a flag with units m, expected none (CF 1.11, 3.1).");
        MemoryFile alone = new MemoryFile("alone.nc").dimension("time", 1);
        alone.variable("qc", "time", new byte[1], spike, VALUES, MEANINGS);
        assertThat(CfFlagRules.problems(alone.header()))
                .containsExactly("Variable qc: it is a quality flag that no variable names in its ancillary_variables"
                        + " (CF 1.11, 3.4).");
    }

    @Test
    void knowsTestsByTheNamesOfTheTable() {
        assertThat(FlagAttributes.standardName("gross_range")).isEqualTo("gross_range_test_quality_flag");
        assertThat(FlagAttributes.standardName("time_gap")).isEqualTo("gap_test_quality_flag");
        assertThat(FlagAttributes.standardName("neighbour")).isEqualTo("neighbor_test_quality_flag");
        assertThat(FlagAttributes.standardName("frozen_profile")).isEqualTo("quality_flag");
    }
}
