package dev.shoal.weights;

import dev.shoal.regrid.Method;
import java.util.Locale;
import java.util.Optional;

/** What files of weights call the methods: CDO's words, which CDO looks at, and ESMF's. */
final class MapMethods {

    private static final String CONSERVATIVE = "Conservative remapping using clipping on sphere";
    private static final String BILINEAR = "Bilinear remapping";
    private static final String DISTANCE = "Distance weighted avg of nearest neighbors";

    private MapMethods() {}

    /**
     * Returns the word for weights that alone make the values. CDO has none for bicubic weights without gradients, and
     * applies all sums of values alike, so these go as bilinear.
     */
    static String of(Method method) {
        return switch (method) {
            case NEAREST -> "Nearest neighbor";
            case NEAREST_D2S, INVERSE_DISTANCE -> DISTANCE;
            case BILINEAR, BICUBIC -> BILINEAR;
            case CONSERVATIVE, CONSERVATIVE2 -> CONSERVATIVE;
            case LARGEST_AREA -> "Largest area fraction";
        };
    }

    /** Returns the method that weights are to be applied as; nothing where the word is not known. */
    static Optional<Method> method(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (lower.contains("conserv")) {
            return Optional.of(Method.CONSERVATIVE);
        }
        if (lower.contains("largest area")) {
            return Optional.of(Method.LARGEST_AREA);
        }
        if (lower.contains("bilinear")) {
            return Optional.of(Method.BILINEAR);
        }
        if (lower.contains("distance") || lower.contains("inverse")) {
            return Optional.of(Method.INVERSE_DISTANCE);
        }
        return lower.contains("nearest") ? Optional.of(Method.NEAREST) : Optional.empty();
    }
}
