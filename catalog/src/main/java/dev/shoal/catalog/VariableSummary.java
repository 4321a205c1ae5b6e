package dev.shoal.catalog;

import java.util.Optional;

/**
 * A variable as the catalogue lists it.
 *
 * @param name as in the file or dataset
 * @param standardName CF standard name
 * @param units the values have here, after any conversion
 * @param originalUnits the units in the source file, where they were converted
 * @param type element type as text, such as {@code float32}
 * @param shape dimensions as text, such as {@code time=365, lat=180, lon=360}
 */
public record VariableSummary(
        String name,
        Optional<String> standardName,
        Optional<String> units,
        Optional<String> originalUnits,
        String type,
        String shape) {}
