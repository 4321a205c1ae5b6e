package dev.shoal.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.cf.FeatureType;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import dev.shoal.plan.FieldLayout;
import dev.shoal.plan.StepSource;
import dev.shoal.stage.GridDescription.Levels;
import dev.shoal.stage.GridDescription.Steps;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GridAssemblyTest {

    private static final long DAY = 86_400_000_000L;

    private final GridAssembly assembly = new GridAssembly();

    private static GridDescription with(GridDescription field, Steps steps, Levels levels) {
        return new GridDescription(
                field.name(),
                "",
                field.units(),
                ElementType.FLOAT,
                ElementType.FLOAT,
                field.gridDigest(),
                field.layout(),
                1,
                1,
                4,
                5,
                steps,
                levels,
                Attributes.NONE);
    }

    private static GridDescription field(String name, String grid, String units, long... days) {
        double[] numbers = new double[days.length];
        long[] micros = new long[days.length];
        for (int i = 0; i < days.length; i++) {
            numbers[i] = days[i];
            micros[i] = days[i] * DAY;
        }
        Steps steps =
                days.length == 0 ? Steps.NONE : new Steps("time", "days since 1970-01-01", "standard", numbers, micros);
        return new GridDescription(
                name,
                "",
                units,
                ElementType.FLOAT,
                ElementType.FLOAT,
                grid,
                new FieldLayout(3, 0, -1, 1, 2),
                1,
                1,
                4,
                5,
                steps,
                Levels.NONE,
                Attributes.NONE);
    }

    private Optional<String> add(String path, GridDescription... fields) {
        FileDescription file = new FileDescription(
                new FileEntry(path, 1, 1),
                FeatureType.GRID,
                List.of(fields),
                List.of(),
                new Extent(1, List.of(), List.of()),
                "",
                List.of());
        return assembly.add(file, List.of(fields));
    }

    @Test
    void ordersStepsByTimeWhateverTheOrderOfFiles() {
        assertThat(add("late", field("sst", "g", "K", 5, 6))).isEmpty();
        assertThat(add("early", field("sst", "g", "K", 1))).isEmpty();
        long[] keys = assembly.keys();
        assertThat(keys).containsExactly(DAY, 5 * DAY, 6 * DAY);
        assertThat(assembly.steps("sst", keys))
                .containsExactly(new StepSource(1, 0), new StepSource(0, 0), new StepSource(0, 1));
    }

    @Test
    void putsVariablesOfSeveralFilesSideBySide() {
        add("t", field("temp", "g", "K", 1, 2));
        add("s", field("salt", "g", "1", 2, 3));
        long[] keys = assembly.keys();
        assertThat(keys).hasSize(3);
        assertThat(assembly.steps("temp", keys))
                .containsExactly(new StepSource(0, 0), new StepSource(0, 1), StepSource.ABSENT);
        assertThat(assembly.steps("salt", keys))
                .containsExactly(StepSource.ABSENT, new StepSource(1, 0), new StepSource(1, 1));
    }

    @Test
    void takesAFieldWithoutTimeFromTheFirstFileThatHasIt() {
        add("a", field("mask", "g", "1"), field("sst", "g", "K", 1));
        add("b", field("mask", "g", "1"), field("sst", "g", "K", 2));
        assertThat(assembly.steps("mask", assembly.keys())).containsExactly(new StepSource(0, 0));
    }

    @Test
    void refusesAFileThatHasNoTimeWhereItsFieldsAreThereAlready() {
        add("a", field("sst", "g", "K"));
        assertThat(add("b", field("sst", "g", "K")).orElseThrow())
                .isEqualTo("Cannot add 'b' to the dataset: its fields have no time axis, and 'a' has them all."
                        + " Give it a dataset of its own.");
        assertThat(add("c", field("sst", "g", "K"), field("mask", "g", "1"))).isEmpty();
        assertThat(assembly.files()).containsExactly("a", "c");
    }

    @Test
    void refusesOtherLevelsOfTheSameName() {
        Levels two = new Levels("depth", "m", "down", new double[] {0, 10});
        Levels three = new Levels("/group/depth", "m", "down", new double[] {0, 10, 20});
        GridDescription temp =
                with(field("temp", "g", "K", 1), field("temp", "g", "K", 1).time(), two);
        GridDescription salt =
                with(field("salt", "g", "1", 1), field("salt", "g", "1", 1).time(), three);
        assertThat(add("both", temp, salt).orElseThrow())
                .contains("variable 'temp' has other levels 'depth' than variable 'salt'");
        assertThat(add("a", temp)).isEmpty();
        assertThat(add("b", salt).orElseThrow())
                .contains("variable 'salt' has other levels 'depth' than variable 'temp'");
    }

    @Test
    void refusesTwoTimeAxesOfOneFileThatCountInOtherUnits() {
        Steps days = new Steps("time", "days since 1850-01-01", "360_day", new double[] {7}, new long[0]);
        Steps hours = new Steps("hour", "hours since 1850-01-01", "360_day", new double[] {9}, new long[0]);
        GridDescription temp = with(field("temp", "g", "K", 1), days, Levels.NONE);
        GridDescription salt = with(field("salt", "g", "1", 1), hours, Levels.NONE);
        assertThat(add("a", temp, salt).orElseThrow()).contains("counts time in 'hours since 1850-01-01'");
        assertThat(assembly.time()).isEmpty();
        assertThat(add("b", salt)).isEmpty();
    }

    @Test
    void refusesAFileOnAnotherGrid() {
        add("a", field("sst", "g", "K", 1));
        assertThat(add("b", field("sst", "h", "K", 2)).orElseThrow())
                .contains("Cannot add 'b'")
                .contains("lies on another grid")
                .contains("'a'");
        assertThat(assembly.files()).containsExactly("a");
    }

    @Test
    void refusesAFileInOtherUnits() {
        add("a", field("sst", "g", "K", 1));
        assertThat(add("b", field("sst", "g", "degC", 2)).orElseThrow()).contains("is in 'degC', 'a' has 'K'");
    }

    @Test
    void refusesATimeThatAnotherFileHas() {
        add("a", field("sst", "g", "K", 1, 2));
        assertThat(add("b", field("sst", "g", "K", 2)).orElseThrow())
                .contains("has the same time at step 0 as 'a'")
                .contains("which is right cannot be known");
    }

    @Test
    void refusesATimeThatStandsTwiceInOneFile() {
        assertThat(add("a", field("sst", "g", "K", 1, 1)).orElseThrow()).contains("as its own step 0");
    }

    @Test
    void refusesNumbersOfAnotherCalendarBesideTimestamps() {
        add("a", field("sst", "g", "K", 1));
        GridDescription model = field("sst", "g", "K", 2);
        Steps numbers = new Steps("time", "days since 1850-01-01", "360_day", new double[] {7}, new long[0]);
        GridDescription other = new GridDescription(
                model.name(),
                "",
                "K",
                ElementType.FLOAT,
                ElementType.FLOAT,
                "g",
                model.layout(),
                1,
                1,
                4,
                5,
                numbers,
                Levels.NONE,
                Attributes.NONE);
        assertThat(add("b", other).orElseThrow()).contains("calendar '360_day'");
    }
}
