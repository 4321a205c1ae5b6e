package dev.shoal.cf;

import dev.shoal.netcdf.VariableHeader;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where the depth of an observation comes from: {@code depth = factor * vertical + instrument depth}, in metres,
 * positive down.
 *
 * <p>Pressure and level numbers are not turned into depths: {@code factor} is NaN for them, and they stay variables of
 * their own.
 *
 * @param vertical the vertical coordinate; absent where the file has none
 * @param factor metres down per unit of {@code vertical}
 * @param instrument depth of the instrument, where {@code vertical} is a height above it
 * @param instrumentFactor metres down per unit of {@code instrument}
 */
public record DepthSource(
        Optional<VariableHeader> vertical,
        double factor,
        Optional<VariableHeader> instrument,
        double instrumentFactor) {

    /** No depth at all. */
    static final DepthSource NONE = new DepthSource(Optional.empty(), Double.NaN, Optional.empty(), 0);

    private static final Set<String> UPWARD_NAMES = Set.of("altitude", "alt", "height", "elevation");

    /** Returns metres down per unit of a vertical coordinate, or NaN where it is no length. */
    static double factor(VariableHeader vertical, Problems problems) {
        String units = vertical.attributes().text("units").orElse("");
        if (units.isEmpty()) {
            problems.accept("Vertical coordinate " + vertical.name() + " has no units: metres are assumed.");
        }
        double metres = CfUnits.metres(units.isEmpty() ? "m" : units).orElse(Double.NaN);
        return isUpward(vertical, problems) ? -metres : metres;
    }

    /** Tells whether a height counts from the instrument and not from the sea's surface. */
    static boolean isAboveInstrument(VariableHeader vertical) {
        String text = (vertical.name() + " "
                        + vertical.attributes().text("long_name").orElse(""))
                .toLowerCase(Locale.ROOT)
                .replace('_', ' ');
        return text.contains("above sensor")
                || text.contains("from sensor")
                || text.contains("along beam")
                || text.contains("above transducer");
    }

    private static boolean isUpward(VariableHeader vertical, Problems problems) {
        String positive = vertical.attributes().text("positive").orElse("").toLowerCase(Locale.ROOT);
        if (positive.equals("up") || positive.equals("down")) {
            return positive.equals("up");
        }
        String standard = vertical.attributes().text("standard_name").orElse("");
        String name = AxisKinds.lastName(vertical);
        if (standard.isEmpty() && name.equals("z")) {
            problems.accept("Vertical coordinate " + vertical.name() + " does not say whether it is positive up or"
                    + " down: down is assumed.");
        }
        return standard.startsWith("altitude") || standard.startsWith("height") || UPWARD_NAMES.contains(name);
    }
}
