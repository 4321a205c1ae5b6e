package dev.shoal.job;

import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/** A value of a row as people read it. */
final class CellText {

    private static final int DIGITS = 7;
    private static final int MOST_BYTES = 16;

    private CellText() {}

    /** Returns the text; nothing at all for null. */
    static String of(Object value) {
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            return Double.isFinite(number)
                    ? new BigDecimal(number)
                            .round(new MathContext(DIGITS))
                            .stripTrailingZeros()
                            .toPlainString()
                    : String.valueOf(number);
        }
        if (value instanceof Timestamp timestamp) {
            return instant(timestamp.toInstant());
        }
        if (value instanceof Instant instant) {
            return instant(instant);
        }
        if (value instanceof byte[] bytes) {
            String hex = HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, MOST_BYTES));
            return bytes.length > MOST_BYTES ? hex + "..." : hex;
        }
        if (value instanceof scala.collection.Seq<?> list) {
            return CollectionConverters.asJava(list).stream()
                    .map(CellText::of)
                    .toList()
                    .toString();
        }
        if (value instanceof Row row) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                cells.add(of(row.get(i)));
            }
            return cells.toString();
        }
        return Objects.toString(value, "");
    }

    private static String instant(Instant instant) {
        return instant.toString().replace("T", " ").replace("Z", "");
    }
}
