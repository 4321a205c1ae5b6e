package dev.shoal.stage;

import dev.shoal.cf.GridVariable;
import dev.shoal.cf.TimeAxis;
import dev.shoal.qc.field.FieldCycle;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Tells how the steps of a field divide the year: by their number, and by their times where these are dates. Times of
 * climatologies such as {@code months since 1955-01-01} are rough, so quarters are told by their middle months.
 */
final class FieldTimes {

    private FieldTimes() {}

    /** Returns the number of steps. */
    static int steps(GridVariable variable) {
        return variable.timeAxis().isPresent()
                ? Math.toIntExact(variable.header().shape()[variable.timeAxis().getAsInt()])
                : 1;
    }

    /** Returns how the steps divide the year; nothing where that cannot be told. */
    static Optional<FieldCycle> told(GridVariable variable) {
        int steps = steps(variable);
        Optional<long[]> micros = variable.time().flatMap(TimeAxis::micros);
        return switch (steps) {
            case 1 -> Optional.of(FieldCycle.NONE);
            case 12 ->
                micros.isEmpty() || areMonths(micros.get(), 0, 1) ? Optional.of(FieldCycle.MONTH) : Optional.empty();
            case 4 -> micros.flatMap(FieldTimes::season);
            case 365, 366 -> micros.isEmpty() || areDays(micros.get()) ? Optional.of(FieldCycle.DAY) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<FieldCycle> season(long[] micros) {
        if (areMonths(micros, 1, 3)) {
            return Optional.of(FieldCycle.SEASON);
        }
        boolean isMiddle = date(micros[0]).getDayOfMonth() > 10;
        return isMiddle && areMonths(micros, 0, 3) ? Optional.of(FieldCycle.SEASON_DJF) : Optional.empty();
    }

    private static boolean areMonths(long[] micros, int first, int step) {
        for (int i = 0; i < micros.length; i++) {
            if (date(micros[i]).getMonthValue() - 1 != first + i * step) {
                return false;
            }
        }
        return true;
    }

    private static boolean areDays(long[] micros) {
        boolean isYear = date(micros[0]).getDayOfYear() == 1;
        for (int i = 1; i < micros.length; i++) {
            isYear &= micros[i] - micros[i - 1] == TimeUnit.DAYS.toMicros(1);
        }
        return isYear;
    }

    private static LocalDate date(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L))
                .atZone(ZoneOffset.UTC)
                .toLocalDate();
    }
}
