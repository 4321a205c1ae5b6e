package dev.shoal.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Optional;
import org.apache.spark.sql.connector.expressions.Cast;
import org.apache.spark.sql.connector.expressions.Expression;
import org.apache.spark.sql.connector.expressions.Extract;
import org.apache.spark.sql.connector.expressions.Literal;
import org.apache.spark.sql.connector.expressions.NamedReference;
import org.apache.spark.sql.types.DataTypes;

/**
 * The times that a filter on the date or the year of a time may keep. All that it keeps are among them; near a change
 * of the clocks there may be more.
 *
 * @param zone of the session, by which a time has a date
 */
record DayRanges(ZoneId zone) {

    /**
     * Bounds on a column of times.
     *
     * @param column its name
     * @param micros since 1970
     */
    record Found(String column, KeyRanges micros) {}

    /** Returns the bounds of {@code CAST(time AS DATE) < DATE '..'}, {@code year(time) = 2020} and the like. */
    Optional<Found> comparison(String operator, Expression left, Expression right) {
        if (!(right instanceof Literal<?> literal) || !(literal.value() instanceof Integer number)) {
            return Optional.empty();
        }
        if (isDate(left)) {
            LocalDate day = LocalDate.ofEpochDay(number);
            return found(operator, left, day, day.plusDays(1));
        }
        boolean year = left instanceof Extract extract && extract.field().equalsIgnoreCase("YEAR");
        if (year && Math.abs(number) < 10_000) {
            LocalDate first = LocalDate.ofYearDay(number, 1);
            return found(operator, ((Extract) left).source(), first, first.plusYears(1));
        }
        return Optional.empty();
    }

    private static boolean isDate(Expression expression) {
        return expression instanceof Cast cast && cast.dataType().equals(DataTypes.DateType);
    }

    private Optional<Found> found(String operator, Expression day, LocalDate first, LocalDate next) {
        Expression time = isDate(day) ? ((Cast) day).expression() : day;
        if (!(time instanceof NamedReference column) || column.fieldNames().length != 1) {
            return Optional.empty();
        }
        try {
            return ranges(operator, first, next).map(micros -> new Found(column.fieldNames()[0], micros));
        } catch (DateTimeException | ArithmeticException beyondTime) {
            // No timestamp is there: the filter is left to Spark.
            return Optional.empty();
        }
    }

    private Optional<KeyRanges> ranges(String operator, LocalDate first, LocalDate next) {
        return switch (operator) {
            case "=" -> Optional.of(KeyRanges.between(start(first, -1), start(next, 1) - 1));
            case "<" -> Optional.of(KeyRanges.below(start(first, 1)));
            case "<=" -> Optional.of(KeyRanges.below(start(next, 1)));
            case ">" -> Optional.of(KeyRanges.between(start(next, -1), Long.MAX_VALUE));
            case ">=" -> Optional.of(KeyRanges.between(start(first, -1), Long.MAX_VALUE));
            default -> Optional.empty();
        };
    }

    /** Returns the start of a day, moved by a day where the clocks change nearby. */
    private long start(LocalDate day, int direction) {
        Instant start = day.atStartOfDay(zone).toInstant();
        ZoneRules rules = zone.getRules();
        ZoneOffsetTransition next = rules.nextTransition(start.minus(2, ChronoUnit.DAYS));
        boolean changes = next != null && next.getInstant().isBefore(start.plus(2, ChronoUnit.DAYS));
        return ChronoUnit.MICROS.between(Instant.EPOCH, changes ? start.plus(direction, ChronoUnit.DAYS) : start);
    }
}
