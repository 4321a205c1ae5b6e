package dev.shoal.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.ArrayFiles;
import dev.shoal.regrid.Grid;
import dev.shoal.regrid.GridWindow;
import dev.shoal.regrid.Method;
import dev.shoal.regrid.Normalisation;
import dev.shoal.regrid.Scheme;
import dev.shoal.regrid.TargetGrids;
import dev.shoal.regrid.WeightLinks;
import dev.shoal.regrid.Weights;
import dev.shoal.weights.GridCheck;
import dev.shoal.weights.WeightExport;
import dev.shoal.weights.WeightFile;
import dev.shoal.weights.WeightFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightTableTest {

    private static final Configuration CONF = new Configuration();
    private static final Grid SOURCE = TargetGrids.named("r20x10");
    private static final Grid TARGET = TargetGrids.named("r30x18");
    private static final Scheme BILINEAR = Scheme.of(Method.BILINEAR);
    private static final WeightKey KEY = WeightKey.of(SOURCE, TARGET, BILINEAR);

    @TempDir
    private Path folder = Path.of("");

    private WeightTable table() {
        return new WeightTable(folder.resolve("weights").toString());
    }

    private static Weights whole() {
        return Weights.of(SOURCE, TARGET, BILINEAR);
    }

    @Test
    void givesBackWhatWasKeptToTheLastBit() throws IOException {
        table().save(KEY, whole(), CONF);
        assertThat(table().load(KEY, GridWindow.of(TARGET), CONF)).contains(whole());
    }

    @Test
    void givesBackWeightsByAreaWithTheAreasOfCellsThatTakeFromNothing() throws IOException {
        GridWindow window = new GridWindow(2, 4, 3, 6);
        WeightLinks links = new WeightLinks(SOURCE, TARGET, window, Method.CONSERVATIVE);
        links.add(4, 199, 0.25);
        links.add(1, 0, 0.5);
        links.add(4, 7, -0.0);
        Weights weights = links.toWeights(new double[] {1, 2, 3, 4, 5, 0});
        table().save(KEY, weights, CONF);
        assertThat(table().load(KEY, window, CONF)).contains(weights);
        assertThat(table().load(KEY, new GridWindow(3, 4, 4, 6), CONF)).contains(weights.window(3, 4, 4, 6));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void putsAWindowTogetherFromOthers(long seed) throws IOException {
        Random random = new Random(seed);
        int y = 1 + random.nextInt(TARGET.ny() - 1);
        int x = 1 + random.nextInt(TARGET.nx() - 1);
        table().save(KEY, whole().window(0, y, 0, TARGET.nx()), CONF);
        table().save(KEY, whole().window(y - 1, TARGET.ny(), 0, x), CONF);
        GridWindow all = GridWindow.of(TARGET);
        assertThat(table().load(KEY, all, CONF)).isEmpty();
        table().save(KEY, whole().window(y, TARGET.ny(), x, TARGET.nx()), CONF);
        assertThat(table().load(KEY, all, CONF)).contains(whole());
        GridWindow some = new GridWindow(y - 1, y + 1, x - 1, x + 1);
        assertThat(table().load(KEY, some, CONF)).contains(whole().window(y - 1, y + 1, x - 1, x + 1));
    }

    @Test
    void knowsNothingOfOtherGridsAndSchemes() throws IOException {
        table().save(KEY, whole(), CONF);
        GridWindow all = GridWindow.of(TARGET);
        assertThat(table().load(WeightKey.of(SOURCE, TARGET, Scheme.of(Method.NEAREST)), all, CONF))
                .isEmpty();
        assertThat(table().load(WeightKey.of(TARGET, SOURCE, BILINEAR), GridWindow.of(SOURCE), CONF))
                .isEmpty();
    }

    @Test
    void takesADamagedFileForNone() throws IOException {
        table().save(KEY, whole(), CONF);
        Path file;
        try (Stream<Path> files = Files.walk(folder)) {
            file = files.filter(path -> path.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(file);
        for (int at : new int[] {100, bytes.length / 3, bytes.length - 20}) {
            byte[] damaged = bytes.clone();
            damaged[at] ^= 0x55;
            Files.write(file, damaged);
            assertThat(table().load(KEY, GridWindow.of(TARGET), CONF))
                    .as("damage at %s", at)
                    .isEmpty();
        }
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(table().load(KEY, GridWindow.of(TARGET), CONF)).isEmpty();
        table().save(KEY, whole(), CONF);
        assertThat(table().load(KEY, GridWindow.of(TARGET), CONF)).contains(whole());
    }

    @Test
    void makesTheSameWeightsInPartsAndOnlyThoseThatLack() throws IOException {
        Workers workers = Workers.here(CONF);
        WeightStage stage = new WeightStage(workers, Progress.NONE);
        WeightStage.Made first = stage.make(SOURCE, TARGET, BILINEAR, table());
        assertThat(first.parts()).isGreaterThan(1);
        assertThat(first).isEqualTo(new WeightStage.Made(first.parts(), first.parts(), whole().entries()));
        assertThat(stage.make(SOURCE, TARGET, BILINEAR, table())).isEqualTo(new WeightStage.Made(first.parts(), 0, 0));
        assertThat(table().load(KEY, GridWindow.of(TARGET), CONF)).contains(whole());
    }

    @Test
    void areTakenFromAFileOrATableThatIsGiven() throws IOException {
        String file = folder.resolve("given.nc").toString();
        new WeightExport(SOURCE, TARGET, BILINEAR, WeightFormat.SCRIP, Normalisation.FRACAREA)
                .write(WeightExport.Blocks.of(whole()), file, CONF, folder);
        WeightStore given = GivenWeights.of(file, SOURCE, TARGET, BILINEAR, CONF);
        assertThat(given.load(KEY, GridWindow.of(TARGET), CONF)).contains(whole());
        assertThat(given.load(KEY, new GridWindow(3, 5, 2, 9), CONF)).contains(whole().window(3, 5, 2, 9));
        assertThat(given.load(
                        WeightKey.of(/* source= */ TARGET, /* target= */ SOURCE, BILINEAR),
                        GridWindow.of(SOURCE),
                        CONF))
                .isEmpty();
        assertThatThrownBy(() -> GivenWeights.of(file, /* source= */ TARGET, /* target= */ SOURCE, BILINEAR, CONF))
                .hasMessageContaining("of its source grid found 200 cells, expected 540");
        assertThatThrownBy(() -> GivenWeights.of(file + "4", SOURCE, TARGET, BILINEAR, CONF))
                .hasMessageContaining("there is no such file or folder");
        table().save(KEY, whole(), CONF);
        assertThat(GivenWeights.of(table().folder(), SOURCE, TARGET, BILINEAR, CONF)
                        .load(KEY, GridWindow.of(TARGET), CONF))
                .contains(whole());
    }

    @Test
    void keepsNoWeightsThatAreNotAllThereIsToAValue() throws IOException {
        Scheme bicubic = Scheme.of(Method.BICUBIC);
        Weights weights = Weights.of(SOURCE, TARGET, bicubic);
        table().save(WeightKey.of(SOURCE, TARGET, bicubic), weights, CONF);
        assertThat(table().load(WeightKey.of(SOURCE, TARGET, bicubic), GridWindow.of(TARGET), CONF))
                .isEmpty();
        assertThatThrownBy(
                        () -> new WeightStage(Workers.here(CONF), Progress.NONE).make(SOURCE, TARGET, bicubic, table()))
                .hasMessageContaining("Cannot make a table of weights by bicubic");
    }

    @Test
    void goesToAFileOfWeightsInBands() throws IOException {
        WeightTableBlocks blocks = new WeightTableBlocks(table(), KEY, TARGET, CONF);
        assertThatThrownBy(blocks::links).hasMessageContaining("they are not there, or damaged");
        new WeightStage(Workers.here(CONF), Progress.NONE).make(SOURCE, TARGET, BILINEAR, table());
        String file = folder.resolve("weights.nc").toString();
        new WeightExport(SOURCE, TARGET, BILINEAR, WeightFormat.ESMF, Normalisation.DESTAREA)
                .write(blocks, file, CONF, folder);
        try (ArrayFile written = ArrayFiles.open(file, CONF)) {
            assertThat(WeightFile.of(written).weights(SOURCE, TARGET, BILINEAR, GridCheck.CORNERS))
                    .isEqualTo(whole());
        }
    }
}
