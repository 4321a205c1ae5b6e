package dev.shoal.cf;

import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import dev.shoal.qc.QcCatalogue;
import dev.shoal.qc.QcSuite;
import dev.shoal.qc.QcTest;
import dev.shoal.qc.flag.QcFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The attributes of variables that hold the flags of another (CF 1.11, sections 3.4 and 3.5; the names of quality flags
 * are those of the CF standard name table).
 */
public final class FlagAttributes {

    private static final String REFERENCES = "QARTOD, https://ioos.noaa.gov/project/qartod/; flags of IOC Manuals and"
            + " Guides 54, volume 3, http://vocab.nerc.ac.uk/collection/L34/current/";

    private static final String VALID_RANGE = "valid_range";

    private static final String SUFFIX = "_quality_flag";

    /** What stands before {@code _quality_flag} in the names of tests that the table has. */
    private static final Set<String> NAMED = Set.of(
            "attenuated_signal_test",
            "climatology_test",
            "flat_line_test",
            "gap_test",
            "gross_range_test",
            "location_test",
            "multi_variate_test",
            "neighbor_test",
            "rate_of_change_test",
            "spike_test",
            "syntax_test");

    private static final Map<String, String> OTHER_NAMES = Map.of(
            "time_gap_test", "gap_test",
            "timing_gap_test", "gap_test",
            "multivariate_test", "multi_variate_test",
            "neighbour_test", "neighbor_test");

    private FlagAttributes() {}

    /**
     * Returns the attributes of the roll-up of all tests.
     *
     * @param of name of the flagged variable
     * @param attributes of the flagged variable
     */
    public static Attributes aggregate(String of, Attributes attributes) {
        List<Attribute> list = new ArrayList<>();
        list.add(Attribute.of("standard_name", "aggregate" + SUFFIX));
        list.add(Attribute.of("long_name", "Aggregate quality flag of " + title(of, attributes)));
        flags(list);
        list.add(Attribute.of("references", REFERENCES));
        attributes.find("coordinates").ifPresent(list::add);
        return new Attributes(list);
    }

    /**
     * Returns the attributes of what one test says, with those by which ioos_qc knows the test again.
     *
     * @param of name of the flagged variable
     * @param attributes of the flagged variable
     */
    public static Attributes test(String of, Attributes attributes, QcTest test) {
        List<Attribute> list = new ArrayList<>();
        list.add(Attribute.of("standard_name", standardName(test.name())));
        list.add(Attribute.of("long_name", words(test.name()) + " test quality flag of " + title(of, attributes)));
        flags(list);
        list.add(Attribute.of("references", REFERENCES));
        list.add(Attribute.of("comment", test.describe()));
        attributes.find("coordinates").ifPresent(list::add);
        QcCatalogue.entries().stream()
                .filter(entry -> entry.name().equals(test.name()))
                .forEach(entry -> {
                    list.add(Attribute.of("ioos_qc_module", entry.module()));
                    list.add(Attribute.of("ioos_qc_test", entry.function()));
                });
        list.add(Attribute.of("ioos_qc_target", of));
        list.add(Attribute.of("ioos_qc_config", QcSuite.parameters(test)));
        return new Attributes(list);
    }

    /**
     * Returns the attributes of a number whose bits say which tests called a value suspect or failed.
     *
     * @param of name of the flagged variable
     * @param attributes of the flagged variable
     * @param tests in the order of their bits; at least one
     */
    public static Attributes raised(String of, Attributes attributes, List<QcTest> tests) {
        List<Integer> masks = new ArrayList<>();
        List<String> meanings = new ArrayList<>();
        for (QcTest test : tests) {
            masks.add(1 << masks.size());
            meanings.add(meanings.contains(test.name()) ? test.name() + "_" + masks.size() : test.name());
        }
        List<Attribute> list = new ArrayList<>();
        list.add(Attribute.of("standard_name", "quality_flag"));
        list.add(Attribute.of("long_name", "Tests that call " + title(of, attributes) + " suspect or failed"));
        list.add(new Attribute("flag_masks", ElementType.INT, masks));
        list.add(Attribute.of("flag_meanings", String.join(" ", meanings)));
        list.add(Attribute.of("references", REFERENCES));
        attributes.find("coordinates").ifPresent(list::add);
        return new Attributes(list);
    }

    /**
     * Returns the attributes of flags whose array has {@link QcFlag#MISSING} for its fill value, which CF leaves out of
     * the valid range.
     */
    public static Attributes withFill(Attributes attributes) {
        return new Attributes(attributes.list().stream()
                .map(attribute -> attribute.name().equals(VALID_RANGE) ? range(QcFlag.FAIL) : attribute)
                .toList());
    }

    private static void flags(List<Attribute> list) {
        List<Byte> codes = new ArrayList<>();
        for (byte code : QcFlag.codes()) {
            codes.add(code);
        }
        list.add(new Attribute("flag_values", ElementType.BYTE, codes));
        list.add(Attribute.of("flag_meanings", QcFlag.meanings()));
        list.add(range(QcFlag.MISSING));
    }

    private static Attribute range(byte last) {
        return new Attribute(VALID_RANGE, ElementType.BYTE, List.of(QcFlag.GOOD, last));
    }

    /** Returns the name of the CF table for what a test says, the general one where the table has none for the test. */
    static String standardName(String test) {
        String asked = test + "_test";
        String name = OTHER_NAMES.getOrDefault(asked, asked);
        return NAMED.contains(name) ? name + SUFFIX : "quality_flag";
    }

    /** Tells whether a standard name is one of those of the CF table for quality flags. */
    static boolean isQualityFlag(String standardName) {
        return standardName.equals("quality_flag")
                || standardName.equals("aggregate" + SUFFIX)
                || (standardName.endsWith(SUFFIX)
                        && NAMED.contains(standardName.substring(0, standardName.length() - SUFFIX.length())));
    }

    private static String title(String of, Attributes attributes) {
        return attributes.text("long_name").orElse(of);
    }

    private static String words(String name) {
        String words = name.replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
