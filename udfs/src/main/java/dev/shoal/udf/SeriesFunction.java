package dev.shoal.udf;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shoal.qc.QcConfiguration;
import dev.shoal.qc.QcSuite;
import dev.shoal.qc.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.catalyst.expressions.UnsafeArrayData;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * {@code qc_series(tests, times, values)}: the flags of one series by any tests that need nothing beside it.
 *
 * <p>The tests are JSON: {@code {"spike": {"suspect_threshold": 1}}}. Times and values are arrays in the series' order.
 */
public final class SeriesFunction extends Scalar<ArrayData> {

    static final String NAME = "qc_series";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Suites that this process has read; a query has one or a few. */
    private static final Map<UTF8String, QcSuite> SUITES = new ConcurrentHashMap<>();

    private static final int MOST_SUITES = 256;

    SeriesFunction() {
        super(
                NAME,
                DataTypes.createArrayType(DataTypes.ByteType, false),
                DataTypes.StringType,
                DataTypes.createArrayType(DataTypes.TimestampType, true),
                DataTypes.createArrayType(DataTypes.DoubleType, true));
    }

    /** Flags a series; a null time or value is missing. */
    public static ArrayData invoke(UTF8String tests, ArrayData times, ArrayData values) {
        int size = values.numElements();
        if (times.numElements() != size) {
            throw new IllegalArgumentException("Cannot flag a series: found " + times.numElements() + " times and "
                    + size + " values, expected as many of each.");
        }
        long[] micros = new long[size];
        double[] numbers = new double[size];
        for (int i = 0; i < size; i++) {
            micros[i] = times.isNullAt(i) ? Series.NO_TIME : times.getLong(i);
            numbers[i] = values.isNullAt(i) ? Double.NaN : values.getDouble(i);
        }
        byte[] flags = new byte[size];
        suite(tests).flag(new Series(micros, numbers, size), flags, new int[size]);
        return UnsafeArrayData.fromPrimitiveArray(flags);
    }

    private static QcSuite suite(UTF8String tests) {
        QcSuite known = SUITES.get(tests);
        if (known != null) {
            return known;
        }
        QcSuite read = read(tests.toString());
        if (SUITES.size() >= MOST_SUITES) {
            SUITES.clear();
        }
        SUITES.put(tests.copy(), read);
        return read;
    }

    private static QcSuite read(String tests) {
        try {
            List<String> problems = new ArrayList<>();
            QcConfiguration configuration =
                    QcConfiguration.parse(Map.of("value", JSON.readValue(tests, Object.class)), problems);
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException(String.join(" ", problems));
            }
            return configuration
                    .suite("value")
                    .orElseThrow(() -> new IllegalArgumentException("Cannot flag a series: found no tests in " + tests
                            + ", expected some such as {\"spike\": {\"suspect_threshold\": 1}}."));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "Cannot flag a series: the tests are no JSON: " + e.getOriginalMessage() + ". Found " + tests + ".",
                    e);
        }
    }
}
