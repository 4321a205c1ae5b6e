package dev.shoal.stage.zarr;

import dev.shoal.cf.TimeUnits;
import dev.shoal.zarr.virtual.TimeReading;
import java.util.Optional;

/** Reads numbers of time by the CF conventions. */
final class VirtualTimes implements TimeReading {

    @Override
    public Optional<long[]> micros(String units, String calendar, Numbers numbers) {
        Optional<TimeUnits> known = TimeUnits.parse(units, calendar, problem -> {});
        return known.isEmpty() ? Optional.empty() : micros(known.get(), numbers);
    }

    private static Optional<long[]> micros(TimeUnits units, Numbers numbers) {
        if (numbers.real().length > 0) {
            return units.micros(numbers.real());
        }
        long[] micros = new long[numbers.whole().length];
        for (int i = 0; i < micros.length; i++) {
            micros[i] = units.micros(numbers.whole()[i]);
            if (micros[i] == TimeUnits.MISSING) {
                return Optional.empty();
            }
        }
        return Optional.of(micros);
    }
}
