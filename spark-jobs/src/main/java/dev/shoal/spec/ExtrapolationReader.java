package dev.shoal.spec;

import dev.shoal.regrid.Extrapolation;
import dev.shoal.regrid.Filling;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads how target cells are filled: {@code extrapolate: none | nearest | inverse-distance[:N] | creep[:N]}, and
 * {@code extrapolate-distance} in degrees, or in kilometres with {@code km} behind.
 *
 * @param standard what holds where nothing is said
 */
record ExtrapolationReader(Extrapolation standard) {

    private static final Pattern WORDS = Pattern.compile("([a-z-]+)(?::(\\d{1,9}))?");
    private static final Pattern DISTANCE = Pattern.compile("([0-9.]+)\\s*(km)?");
    private static final double EARTH_KILOMETRES = 6371.0088;
    private static final int NEIGHBOURS = 8;
    private static final int PASSES = 1;

    Extrapolation read(SpecNode node) {
        Extrapolation filling =
                node.value("extrapolate", ExtrapolationReader::filling).orElse(standard);
        Optional<Double> reach = node.value("extrapolate-distance", ExtrapolationReader::degrees);
        try {
            return reach.isEmpty() ? filling : filling.within(reach.get());
        } catch (IllegalArgumentException unfit) {
            node.problem("extrapolate-distance", "does not fit: " + unfit.getMessage());
            return filling;
        }
    }

    private static Extrapolation filling(String text) {
        Matcher words = WORDS.matcher(text);
        Filling filling = Arrays.stream(Filling.values())
                .filter(one -> words.matches() && SpecText.word(one).equals(words.group(1)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("expected none, nearest, inverse-distance,"
                        + " inverse-distance:NEIGHBOURS, creep or creep:PASSES."));
        boolean counted = words.group(2) != null;
        int usual = filling == Filling.INVERSE_DISTANCE ? NEIGHBOURS : PASSES;
        return new Extrapolation(filling, counted ? Integer.parseInt(words.group(2)) : usual, 180);
    }

    private static double degrees(String text) {
        Matcher distance = DISTANCE.matcher(text);
        if (!distance.matches()) {
            throw new IllegalArgumentException("expected degrees such as 2.5, or kilometres such as 250 km.");
        }
        double number = Double.parseDouble(distance.group(1));
        return distance.group(2) == null ? number : Math.toDegrees(number / EARTH_KILOMETRES);
    }
}
