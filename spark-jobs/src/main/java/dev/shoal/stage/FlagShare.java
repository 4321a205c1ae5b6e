package dev.shoal.stage;

import dev.shoal.qc.flag.QcFlag;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/**
 * How many of a platform's values have each flag.
 *
 * @param platform its id
 * @param variable column of the variable
 * @param flags counts by flag's name
 */
public record FlagShare(String platform, String variable, Map<String, Long> flags) {

    /** Copies the counts. */
    public FlagShare {
        flags = new TreeMap<>(flags);
    }

    static FlagShare of(Row row) {
        Map<String, Long> flags = new TreeMap<>();
        for (byte code : QcFlag.codes()) {
            flags.put(QcFlag.name(code), row.getLong(row.fieldIndex("n" + code)));
        }
        return new FlagShare(row.getAs("platform"), row.getAs("variable"), flags);
    }

    /** Returns how many values have a flag. */
    public long count(byte code) {
        return flags.getOrDefault(QcFlag.name(code), 0L);
    }

    /** Returns how many values there are, missing ones included. */
    public long values() {
        return flags.values().stream().mapToLong(Long::longValue).sum();
    }
}
