package dev.shoal.cf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.shoal.cf.view.FieldViews;
import dev.shoal.cf.view.LevelChoice;
import dev.shoal.cf.view.VectorChoice;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.ArrayFiles;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.regrid.vertical.VerticalMethod;
import dev.shoal.regrid.vertical.VerticalScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;

/** Compares levels and currents of a ROMS file without formula terms with a computation in numpy alone. */
class FieldViewsIT {
    private static final double[] DEPTHS = {1, 5, 12.5, 40, 100};

    private static Map<String, double[]> expected(Path file) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("/usr/bin/python3", "src/test/resources/dev/shoal/cf/views.py", file.toString()));
        Arrays.stream(DEPTHS).mapToObj(Double::toString).forEach(command::add);
        Process python = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(python.waitFor()).isZero();
        Map<String, double[]> fields = new LinkedHashMap<>();
        printed.lines().forEach(line -> {
            String[] parts = line.split(",", -1);
            fields.put(
                    parts[0],
                    Arrays.stream(parts)
                            .skip(1)
                            .mapToDouble(text -> text.equals("nan") ? Double.NaN : Double.parseDouble(text))
                            .toArray());
        });
        return fields;
    }

    private static void assertSame(ArrayFile view, String name, double[] expected) throws IOException {
        VariableHeader variable = view.header().variable(name).orElseThrow();
        double[] made = Packing.of(variable).decode(view.read(variable));
        assertThat(made).hasSameSizeAs(expected);
        int valid = 0;
        for (int i = 0; i < made.length; i++) {
            assertThat(Double.isNaN(made[i])).as(name + " " + i).isEqualTo(Double.isNaN(expected[i]));
            if (!Double.isNaN(made[i])) {
                assertThat(made[i]).as(name + " " + i).isCloseTo(expected[i], within(1e-11));
                valid++;
            }
        }
        assertThat(valid).as("valid values of " + name).isGreaterThan(100);
    }

    @Test
    void levelsAndCurrentsOfRomsAreThoseOfNumpy() throws IOException, InterruptedException {
        Path path = Judge.corpus("curvilinear/xoceanmodel__xroms/ocean_his_0001.nc");
        Map<String, double[]> expected = expected(path);
        FieldViews turned = FieldViews.of(new VectorChoice(List.of(new VectorChoice.Pair("u", "v")), true));
        try (ArrayFile view = turned.over(ArrayFiles.open(path.toString(), new Configuration()))) {
            assertSame(view, "u", Objects.requireNonNull(expected.get("u")));
            assertSame(view, "v", Objects.requireNonNull(expected.get("v")));
        }
        LevelChoice depths = new LevelChoice(DEPTHS, VerticalScheme.of(VerticalMethod.LINEAR), LevelChoice.DEPTH);
        try (ArrayFile view = turned.to(depths).over(ArrayFiles.open(path.toString(), new Configuration()))) {
            assertSame(view, "temp", Objects.requireNonNull(expected.get("temp")));
            assertSame(view, "u", Objects.requireNonNull(expected.get("u at depths")));
        }
    }
}
