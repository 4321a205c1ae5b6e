package dev.shoal.job.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.job.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Leaves {@code target/sample-report.html} to look at. */
class SampleReportTest {

    private static final Path FILE = Path.of("target", "sample-report.html");

    @Test
    void standsAlone() throws IOException {
        Report.write(FILE, SamplePage.page());
        String html = Files.readString(FILE);
        assertThat(html).doesNotContainPattern("(src|href)=\"?(https?:)?//").doesNotContain("@import");
        assertThat(html.length()).isLessThan(3_000_000);
        assertThat(html).contains("Which moorings had the warmest month?");
    }
}
