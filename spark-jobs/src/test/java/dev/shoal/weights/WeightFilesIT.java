package dev.shoal.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.ArrayFiles;
import dev.shoal.regrid.Grid;
import dev.shoal.regrid.GridWindow;
import dev.shoal.regrid.Method;
import dev.shoal.regrid.MissingRule;
import dev.shoal.regrid.Normalisation;
import dev.shoal.regrid.Scheme;
import dev.shoal.regrid.TargetGrids;
import dev.shoal.regrid.Weights;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Weights of CDO used by us, and ours by CDO and by xESMF's formula, on fields of noise. */
class WeightFilesIT {

    private static final Grid SOURCE = TargetGrids.named("r72x36");
    private static final Grid TARGET = TargetGrids.named("r30x18");
    private static final Configuration CONF = new Configuration();

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void makeAField() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.exists(Path.of("/usr/bin/cdo")), "CDO is not installed");
        cdo(List.of(), "-f", "nc4", "-b", "F64", "random,r72x36,1", path("field.nc"));
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private static void cdo(List<String> settings, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("cdo", "-s", "-O"));
        command.addAll(List.of(arguments));
        run(command, settings);
    }

    private static void run(List<String> command, List<String> settings) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        settings.forEach(
                setting -> builder.environment().put(setting.replaceFirst("=.*", ""), setting.replaceFirst(".*=", "")));
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s: %s", command, printed).isZero();
    }

    private double[] values(String name) throws IOException {
        try (ArrayFile file = ArrayFiles.open(path(name), CONF)) {
            double[] values =
                    file.read(file.header().variable("random").orElseThrow()).toDoubles();
            return Arrays.stream(values)
                    .map(value -> value < -1e30 ? Double.NaN : value)
                    .toArray();
        }
    }

    private static double[] applied(Weights weights, double[] field) {
        double[] result = new double[TARGET.size()];
        weights.apply(field, GridWindow.of(SOURCE), MissingRule.CDO, result);
        return result;
    }

    private Weights read(String name, Method method, GridCheck least) throws IOException {
        try (ArrayFile file = ArrayFiles.open(path(name), CONF)) {
            return WeightFile.of(file).weights(SOURCE, TARGET, Scheme.of(method), least);
        }
    }

    private void write(Weights weights, WeightFormat format, Normalisation normalisation, String name)
            throws IOException {
        new WeightExport(SOURCE, TARGET, Scheme.of(weights.method()), format, normalisation)
                .write(WeightExport.Blocks.of(weights), path(name), CONF, folder);
    }

    @ParameterizedTest
    @CsvSource({"bil,BILINEAR", "nn,NEAREST", "dis,INVERSE_DISTANCE", "con,CONSERVATIVE"})
    void weightsOfCdoMakeTheValuesOfCdo(String operator, Method method) throws Exception {
        cdo(List.of(), "gen" + operator + ",r30x18", path("field.nc"), path("weights.nc"));
        cdo(List.of(), "remap,r30x18," + path("weights.nc"), path("field.nc"), path("expected.nc"));
        double[] made = applied(read("weights.nc", method, GridCheck.POSITIONS), values("field.nc"));
        assertThat(made).containsExactly(values("expected.nc"), within(1e-14));
    }

    /** Of equal areas CDO takes another cell than we do, so values are not compared. */
    @Test
    void weightsOfLargestAreaAreThoseOfAllOverlaps() throws Exception {
        cdo(List.of(), "genlaf,r30x18", path("field.nc"), path("largest.nc"));
        cdo(List.of(), "gencon,r30x18", path("field.nc"), path("all.nc"));
        Weights largest = read("largest.nc", Method.LARGEST_AREA, GridCheck.POSITIONS);
        Weights all = read("all.nc", Method.CONSERVATIVE, GridCheck.POSITIONS);
        for (int row = 0; row < TARGET.ny(); row++) {
            assertThat(largest.sourcesOf(row, 0)).isEqualTo(all.sourcesOf(row, 0));
            assertThat(largest.weightsOf(row, 0)).isEqualTo(all.weightsOf(row, 0));
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LARGEST_AREA")
    void weightsOfOursMakeOurValuesInCdo(Method method) throws Exception {
        Weights weights = Weights.of(SOURCE, TARGET, Scheme.of(method));
        write(weights, WeightFormat.SCRIP, Normalisation.FRACAREA, "ours.nc");
        cdo(List.of(), "remap,r30x18," + path("ours.nc"), path("field.nc"), path("remapped.nc"));
        assertThat(values("remapped.nc")).containsExactly(applied(weights, values("field.nc")), within(1e-14));
        Weights back = read("ours.nc", method, GridCheck.CORNERS);
        assertThat(applied(back, values("field.nc")))
                .containsExactly(applied(weights, values("field.nc")), within(1e-14));
    }

    @ParameterizedTest
    @ValueSource(strings = {"FRACAREA", "DESTAREA"})
    void weightsByAreaGoToCdoAndBackInBothNormalisations(Normalisation normalisation) throws Exception {
        List<String> setting = List.of("CDO_REMAP_NORM=" + normalisation.name().toLowerCase(Locale.ROOT));
        cdo(List.of("CDO_REMAP_NORM=destarea"), "gencon,r30x18", path("field.nc"), path("theirs.nc"));
        Weights weights = read("theirs.nc", Method.CONSERVATIVE, GridCheck.POSITIONS);
        write(weights, WeightFormat.SCRIP, normalisation, "ours.nc");
        cdo(setting, "remap,r30x18," + path("ours.nc"), path("field.nc"), path("remapped.nc"));
        cdo(setting, "remapcon,r30x18", path("field.nc"), path("expected.nc"));
        assertThat(values("remapped.nc")).containsExactly(values("expected.nc"), within(1e-14));
        Weights back = read("ours.nc", Method.CONSERVATIVE, GridCheck.CORNERS);
        assertThat(applied(back, values("field.nc"))).containsExactly(values("expected.nc"), within(1e-14));
    }

    @ParameterizedTest
    @CsvSource({"ESMF,BILINEAR", "XESMF,BILINEAR", "ESMF,CONSERVATIVE", "XESMF,CONSERVATIVE2", "ESMF,BICUBIC"})
    void theFormulaOfXesmfMakesOurValues(WeightFormat format, Method method) throws Exception {
        Weights weights = Weights.of(SOURCE, TARGET, Scheme.of(method));
        write(weights, format, Normalisation.DESTAREA, "ours.nc");
        run(
                List.of(
                        "/usr/bin/python3",
                        Path.of("src/test/resources/dev/shoal/weights/apply_links.py")
                                .toString(),
                        path("ours.nc"),
                        path("field.nc"),
                        "random",
                        String.valueOf(TARGET.size()),
                        path("values.bin")),
                List.of());
        double[] values = new double[TARGET.size()];
        ByteBuffer.wrap(Files.readAllBytes(folder.resolve("values.bin")))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asDoubleBuffer()
                .get(values);
        double[] expected = applied(weights, values("field.nc"));
        Arrays.setAll(expected, cell -> Double.isNaN(expected[cell]) ? 0 : expected[cell]);
        assertThat(values).containsExactly(expected, within(1e-14));
        GridCheck least = format == WeightFormat.ESMF ? GridCheck.CORNERS : GridCheck.NOTHING;
        assertThat(read("ours.nc", method, least).plain()).isEqualTo(weights.plain());
    }

    @Test
    void weightsOfGradientsAreRefusedByName() throws Exception {
        for (String operator : List.of("con2", "bic")) {
            cdo(List.of(), "gen" + operator + ",r30x18", path("field.nc"), path("weights.nc"));
            assertThatThrownBy(() -> read("weights.nc", Method.CONSERVATIVE, GridCheck.NOTHING))
                    .hasMessageContaining("for each link, of the value and of its gradients, expected one");
        }
    }

    @Test
    void weightsOfAMaskAreRefused() throws Exception {
        cdo(List.of(), "setrtomiss,0,0.2", path("field.nc"), path("holes.nc"));
        cdo(List.of(), "gencon,r30x18", path("holes.nc"), path("weights.nc"));
        assertThatThrownBy(() -> read("weights.nc", Method.CONSERVATIVE, GridCheck.POSITIONS))
                .hasMessageContaining("of its source grid found cell")
                .hasMessageContaining("masked, expected weights for no mask");
    }

    @Test
    void weightsOfOtherGridsAreRefusedWhateverTheyAreCalled() throws Exception {
        cdo(List.of(), "genbil,r30x18", path("field.nc"), path("weights.nc"));
        try (ArrayFile file = ArrayFiles.open(path("weights.nc"), CONF)) {
            WeightFile weights = WeightFile.of(file);
            Grid other = TargetGrids.named("r18x30");
            assertThatThrownBy(() -> weights.weights(SOURCE, other, Scheme.of(Method.BILINEAR), GridCheck.POSITIONS))
                    .hasMessageContaining("of its target grid found axes of [30, 18], expected [18, 30]");
            assertThatThrownBy(() -> weights.weights(TARGET, TARGET, Scheme.of(Method.BILINEAR), GridCheck.POSITIONS))
                    .hasMessageContaining("of its source grid found 2592 cells, expected 540");
            assertThatThrownBy(() -> weights.weights(SOURCE, TARGET, Scheme.of(Method.BILINEAR), GridCheck.CORNERS))
                    .hasMessageContaining("it tells POSITIONS of it, expected CORNERS at least");
            assertThatThrownBy(() -> weights.weights(SOURCE, TARGET, Scheme.of(Method.NEAREST), GridCheck.POSITIONS))
                    .hasMessageContaining("for nearest: they are of 'Bilinear remapping'");
        }
    }
}
