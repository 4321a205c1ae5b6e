package dev.shoal.qc.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Compares the bundled mask with GMT's verdict on the full shorelines it was drawn from, at other places. */
class LandMaskIT {

    private static final Path SHORELINES = Path.of("/usr/share/gmt-gshhg/binned_GSHHS_f.nc");

    private static final Path GMT = Path.of("/usr/bin/gmt");

    private static final Path SCRIPT = Path.of("src/test/resources/dev/shoal/qc/place/gmt_places.py");

    private static final int COUNT = 300;

    @Test
    void agreesWithGmt() throws IOException, InterruptedException {
        requireGmt();
        Process process = new ProcessBuilder("/usr/bin/python3", SCRIPT.toString(), "8", "" + COUNT)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        GmtPlaces places = new GmtPlaces(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        assertThat(process.waitFor()).isZero();
        assertThat(places.size()).isEqualTo(3 * COUNT);
        assertThat(places.agreement(LandMask.bundled(), 0)).isGreaterThan(0.998);
        assertThat(places.agreement(LandMask.bundled(), 10)).isGreaterThan(0.95);
        assertThat(places.agreement(LandMask.bundled(), 1)).isGreaterThan(0.88);
        assertThat(places.agreement(LandMask.bundledAwayFromShores(), 1)).isGreaterThan(0.99);
    }

    private static void requireGmt() {
        boolean present = Files.isExecutable(GMT) && Files.exists(SHORELINES);
        if ("true".equals(System.getenv("CI"))) {
            assertThat(present)
                    .as(GMT + " and " + SHORELINES + " (Debian: gmt, gmt-gshhg-full)")
                    .isTrue();
        }
        assumeTrue(present, "no gmt with full shorelines (Debian: gmt, gmt-gshhg-full)");
    }
}
