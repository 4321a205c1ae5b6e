package dev.shoal.stage;

import dev.shoal.qc.QcTest;
import dev.shoal.qc.flag.QcFlag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/**
 * What the tests say of the values that a provider gave one flag.
 *
 * @param variable column of the variable
 * @param provider column of the provider's flags
 * @param code the provider's flag; {@code none} where it gave none
 * @param values how many have it
 * @param flags counts of ours by flag's name
 * @param raised counts by test that called them suspect or failed
 */
public record FlagAgreement(
        String variable, String provider, String code, long values, Map<String, Long> flags, Map<String, Long> raised) {

    /** Copies the counts. */
    public FlagAgreement {
        flags = new TreeMap<>(flags);
        raised = new LinkedHashMap<>(raised);
    }

    static FlagAgreement of(String variable, String provider, Row row, List<QcTest> tests) {
        Map<String, Long> flags = new TreeMap<>();
        for (int i = 0; i < QcFlag.codes().length; i++) {
            flags.put(QcFlag.name(QcFlag.codes()[i]), row.getLong(2 + i));
        }
        Map<String, Long> raised = new LinkedHashMap<>();
        for (int bit = 0; bit < tests.size(); bit++) {
            raised.merge(tests.get(bit).name(), row.getLong(2 + QcFlag.codes().length + bit), Long::sum);
        }
        String code = row.isNullAt(0) ? "none" : String.valueOf(row.get(0));
        return new FlagAgreement(variable, provider, code, row.getLong(1), flags, raised);
    }
}
