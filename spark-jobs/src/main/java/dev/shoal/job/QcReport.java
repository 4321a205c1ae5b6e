package dev.shoal.job;

import dev.shoal.job.report.Block;
import dev.shoal.job.report.ReportPage;
import dev.shoal.job.report.Section;
import dev.shoal.job.report.SeriesChart;
import dev.shoal.job.report.Table;
import dev.shoal.qc.QcTest;
import dev.shoal.qc.Series;
import dev.shoal.qc.flag.QcFlag;
import dev.shoal.stage.FlagAgreement;
import dev.shoal.stage.FlagShare;
import dev.shoal.stage.FlaggedSample;
import dev.shoal.stage.QcReview;
import dev.shoal.stage.TestFinding;
import dev.shoal.stage.UnjudgedSeries;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/**
 * What is told of judged observations: as text, as JSON and as a page.
 *
 * @param review asked for the series that are drawn
 * @param shares flags by platform and variable
 * @param findings by platform, variable and test
 * @param agreement with the flags that came with the files
 * @param limit lines of each table at most
 * @param series drawn at most
 */
record QcReport(
        QcReview review,
        List<FlagShare> shares,
        List<TestFinding> findings,
        List<FlagAgreement> agreement,
        int limit,
        int series) {

    /** Samples of one drawn series at most. */
    private static final int MOST_SAMPLES = 2_000_000;

    private static final List<String> FLAG_COLUMNS = List.of(
            "platform", "variable", "values", "good", "unknown", "suspect", "fail", "missing", "suspect %", "fail %");

    private static final List<String> FINDING_COLUMNS = List.of(
            "platform", "variable", "test", "raised", "first", "its value", "worst", "its value", "file of the worst");

    private static final List<String> AGREEMENT_COLUMNS = List.of(
            "variable",
            "provider's flags",
            "flag",
            "values",
            "good",
            "unknown",
            "suspect",
            "fail",
            "missing",
            "raised by");

    static QcReport of(QcReview review, int limit, int series) {
        return new QcReport(review, review.shares(limit), review.findings(limit), review.agreement(), limit, series);
    }

    String text(Path page) {
        TextTable flags = new TextTable(FLAG_COLUMNS);
        shares.forEach(share -> flags.add(cells(share)));
        StringBuilder text = new StringBuilder(flags.toString());
        text.append(System.lineSeparator());
        if (findings.isEmpty()) {
            text.append("No test called any value suspect or failed.");
        } else {
            TextTable found = new TextTable(FINDING_COLUMNS);
            findings.forEach(finding -> found.add(cells(finding)));
            text.append(found.toString().stripTrailing());
        }
        text.append(System.lineSeparator()).append(System.lineSeparator());
        if (!agreement.isEmpty()) {
            TextTable compared = new TextTable(AGREEMENT_COLUMNS);
            agreement.forEach(one -> compared.add(cells(one)));
            text.append(compared).append(System.lineSeparator());
        }
        unrun().forEach(line -> text.append(line).append(System.lineSeparator()));
        review.refused()
                .values()
                .forEach(reason -> text.append("refused: ").append(reason).append(System.lineSeparator()));
        text.append(Counted.of(review.files(), "file"))
                .append(" judged")
                .append(isCut() ? "; tables show " + limit + " lines at most, --limit shows more" : "")
                .append(". Page with pictures: ")
                .append(page)
                .append(System.lineSeparator());
        return text.toString();
    }

    /** Returns a line for each test that could not judge some series. */
    private List<String> unrun() {
        List<String> lines = new ArrayList<>();
        List<UnjudgedSeries> all = review.unrun();
        for (UnjudgedSeries one : all.subList(0, Math.min(limit, all.size()))) {
            lines.add("not judged: " + one.test() + " of " + one.variable() + " on "
                    + Counted.number(one.series()) + " series of platform " + one.platform() + " (such as "
                    + one.example() + "): " + one.reason() + ".");
        }
        if (all.size() > limit) {
            lines.add("and " + Counted.number(all.size() - limit) + " more that were not judged.");
        }
        return lines;
    }

    private boolean isCut() {
        return shares.size() == limit || findings.size() == limit;
    }

    Map<String, Object> json(Path page) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("files", review.files());
        json.put("refused", review.refused());
        json.put("tests", tests());
        json.put("flags", shares);
        json.put("findings", findings.stream().map(QcReport::json).toList());
        json.put("agreement", agreement);
        json.put("not_judged", review.unrun());
        json.put("page", page.toString());
        return json;
    }

    private Map<String, List<Map<String, String>>> tests() {
        Map<String, List<Map<String, String>>> tests = new LinkedHashMap<>();
        review.variables()
                .keySet()
                .forEach(variable -> tests.put(
                        variable,
                        review.tests(variable).stream()
                                .map(test -> Map.of("test", test.name(), "does", test.describe()))
                                .toList()));
        return tests;
    }

    private static Map<String, Object> json(TestFinding finding) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("platform", finding.platform());
        json.put("variable", finding.variable());
        json.put("test", finding.test());
        json.put("raised", finding.raised());
        json.put("first", json(finding.first()));
        json.put("worst", json(finding.worst()));
        return json;
    }

    private static Map<String, Object> json(FlaggedSample sample) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("time", time(sample.timeMicros()));
        json.put("value", sample.value());
        json.put("file", sample.file());
        json.put("index", sample.index());
        return json;
    }

    ReportPage page() {
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of(
                "Flags",
                "How many values of each platform and variable have which flag, those with most doubts first.",
                new Table("", FLAG_COLUMNS, shares.stream().map(QcReport::cells).toList())));
        sections.add(Section.of(
                "What the tests found",
                findings.isEmpty()
                        ? "No test called any value suspect or failed."
                        : "Values that a test called suspect or failed: the first in time, and the worst, which lies"
                                + " farthest from the mean of the platform's good values.",
                new Table(
                        "",
                        FINDING_COLUMNS,
                        findings.stream().map(QcReport::cells).toList())));
        sections.add(pictures());
        if (!agreement.isEmpty()) {
            sections.add(Section.of(
                    "Beside the provider's flags",
                    "What the tests say of the values that came with each flag of the provider's, whose codes are as in the"
                            + " files.",
                    new Table(
                            "",
                            AGREEMENT_COLUMNS,
                            agreement.stream().map(QcReport::cells).toList())));
        }
        sections.add(Section.of("The tests", "With the thresholds that were applied.", testTable()));
        if (!review.unrun().isEmpty()) {
            sections.add(Section.of(
                    "What was not judged",
                    "A test that cannot run on a series says unknown (2) of it.",
                    new Table(
                            "", List.of("what"), unrun().stream().map(List::of).toList())));
        }
        return new ReportPage(
                "Quality control",
                Counted.of(review.files(), "file") + ", " + review.variables().size() + " variables judged",
                sections);
    }

    private Section pictures() {
        List<Block> charts = new ArrayList<>();
        shares.stream().filter(share -> share.values() > 0).limit(series).forEach(share -> charts.add(chart(share)));
        return new Section(
                "Series",
                "Coloured by flag; long series are thinned, and every suspect or failed value stays. Triangles at the"
                        + " edges are values beyond them. Drag the ends of the bar below to zoom.",
                charts);
    }

    private SeriesChart chart(FlagShare share) {
        int size = (int) Math.min(share.values(), MOST_SAMPLES);
        long[] millis = new long[size];
        double[] values = new double[size];
        byte[] flags = new byte[size];
        int at = 0;
        Iterator<Row> rows = review.samples(share.platform(), share.variable(), size);
        while (rows.hasNext()) {
            Row row = rows.next();
            millis[at] = Math.floorDiv(row.getLong(0), 1000);
            values[at] = row.isNullAt(1) ? Double.NaN : row.getDouble(1);
            flags[at++] = (byte) row.getInt(2);
        }
        String units = review.variables().getOrDefault(share.variable(), "");
        return new SeriesChart(
                share.platform(),
                share.variable() + (units.isEmpty() ? "" : ", " + units),
                java.util.Arrays.copyOf(millis, at),
                java.util.Arrays.copyOf(values, at),
                java.util.Arrays.copyOf(flags, at));
    }

    private Table testTable() {
        List<List<String>> rows = new ArrayList<>();
        review.variables().keySet().forEach(variable -> {
            for (QcTest test : review.tests(variable)) {
                rows.add(List.of(
                        variable,
                        test.name(),
                        test.describe(),
                        test.parameters().entrySet().stream()
                                .map(one -> one.getKey() + " " + one.getValue())
                                .collect(Collectors.joining(", "))));
            }
        });
        return new Table("", List.of("variable", "test", "what it does", "parameters"), rows);
    }

    private static List<String> cells(FlagShare share) {
        List<String> cells = new ArrayList<>(List.of(share.platform(), share.variable()));
        cells.add(Counted.number(share.values()));
        for (byte code : QcFlag.codes()) {
            cells.add(Counted.number(share.count(code)));
        }
        cells.add(percent(share.count(QcFlag.SUSPECT), share.values()));
        cells.add(percent(share.count(QcFlag.FAIL), share.values()));
        return cells;
    }

    private static List<String> cells(TestFinding finding) {
        return List.of(
                finding.platform(),
                finding.variable(),
                finding.test(),
                Counted.number(finding.raised()),
                time(finding.first().timeMicros()),
                number(finding.first().value()),
                time(finding.worst().timeMicros()),
                number(finding.worst().value()),
                finding.worst().file());
    }

    private static List<String> cells(FlagAgreement one) {
        List<String> cells = new ArrayList<>(List.of(one.variable(), one.provider(), one.code()));
        cells.add(Counted.number(one.values()));
        for (byte code : QcFlag.codes()) {
            cells.add(Counted.number(one.flags().getOrDefault(QcFlag.name(code), 0L)));
        }
        cells.add(one.raised().entrySet().stream()
                .filter(raised -> raised.getValue() > 0)
                .map(raised -> raised.getKey() + " " + Counted.number(raised.getValue()))
                .collect(Collectors.joining(", ")));
        return cells;
    }

    private static String percent(long part, long whole) {
        return whole == 0 ? "" : String.format(Locale.ROOT, "%.2f", 100.0 * part / whole);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.6g", value);
    }

    private static String time(long micros) {
        return micros == Series.NO_TIME
                ? "none"
                : Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
    }
}
