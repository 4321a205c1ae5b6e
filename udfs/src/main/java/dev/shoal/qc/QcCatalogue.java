package dev.shoal.qc;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What tests there are, for people to read. */
public final class QcCatalogue {

    private QcCatalogue() {}

    /**
     * One kind of test.
     *
     * @param name in Shoal's configuration
     * @param module in ioos_qc's way of writing
     * @param function in ioos_qc's way of writing
     * @param parameters what each expects, by name; a name that must be given ends with {@code *}
     */
    public record Entry(String name, String module, String function, Map<String, String> parameters) {

        /** Copies the map, in its order. */
        public Entry {
            parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        }
    }

    /** Returns every kind of test. */
    public static List<Entry> entries() {
        return QcTests.ALL.stream().map(QcCatalogue::entry).toList();
    }

    private static Entry entry(TestType type) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (Parameter parameter : type.parameters()) {
            String mark = parameter.need() == Parameter.Need.REQUIRED ? "*" : "";
            parameters.put(parameter.name() + mark, parameter.kind().expected());
        }
        return new Entry(type.name(), type.module(), type.function(), parameters);
    }
}
