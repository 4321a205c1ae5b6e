package dev.shoal.udf;

import dev.shoal.qc.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the column that a test means when it asks for something beside a variable: the column of that name, or for a
 * {@link Role} one by the names that it usually has, such as {@code pres} for the pressure. Capitals count for nothing.
 */
public final class CompanionColumns {

    private static final Map<String, List<String>> USUAL = Map.of(
            Role.LAT, List.of("latitude"),
            Role.LON, List.of("longitude"),
            Role.DEPTH, List.of("depth_m"),
            Role.PRESSURE, List.of("pres", "pressure", "press", "sea_water_pressure_due_to_sea_water"),
            Role.TEMPERATURE, List.of("temp", "temperature", "sea_temperature"),
            Role.SALINITY, List.of("psal", "salinity", "sal", "sea_water_salinity"));

    private CompanionColumns() {}

    /**
     * Returns the name of the column.
     *
     * @param asked by a test: a {@link Role} or a variable's name
     * @param columns that there are
     */
    public static Optional<String> column(String asked, List<String> columns) {
        return Stream.concat(Stream.of(asked), USUAL.getOrDefault(asked, List.of()).stream())
                .flatMap(name -> columns.stream().filter(name::equalsIgnoreCase))
                .findFirst();
    }
}
