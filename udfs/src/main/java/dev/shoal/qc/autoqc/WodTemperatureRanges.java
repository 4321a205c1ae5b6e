package dev.shoal.qc.autoqc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The World Ocean Database's ranges of temperature by basin and depth, and the basin of every degree square of the
 * Earth (NCEI, World Ocean Database user's manual, depth-dependent range checks). Immutable.
 */
public final class WodTemperatureRanges {

    /** The table as it comes with Shoal, valid for the whole globe to 9000 m. */
    public static final WodTemperatureRanges TABLE = new WodTemperatureRanges(lines());

    private static final String RESOURCE = "wod-temperature-ranges.txt";
    private static final int ROWS = 180;
    private static final int COLUMNS = 360;

    private final Basin[] squares = new Basin[ROWS * COLUMNS];

    private WodTemperatureRanges(List<String> lines) {
        Map<Character, Basin> basins = new HashMap<>();
        int row = 0;
        for (String line : lines) {
            if (line.startsWith("region ")) {
                basins.put(line.charAt(7), Basin.parse(line.substring(9)));
            } else {
                fill(line, row++ * COLUMNS, basins);
            }
        }
        if (row != ROWS) {
            throw new IllegalStateException("Cannot use " + RESOURCE + ": found " + row + " rows, expected 180.");
        }
    }

    /**
     * Returns the basin of the degree square around a place. Halves and places off the globe go where AutoQC puts them:
     * the square of the even degree, counted round.
     *
     * @param lat degrees north, not NaN
     * @param lon degrees east, not NaN
     */
    public Basin basin(double lat, double lon) {
        int row = Math.floorMod((long) Math.rint(lat - 0.5) + ROWS / 2, ROWS);
        int column = Math.floorMod((long) Math.rint(lon - 0.5) + COLUMNS / 2, COLUMNS);
        return squares[row * COLUMNS + column];
    }

    private void fill(String line, int start, Map<Character, Basin> basins) {
        int square = start;
        int place = 0;
        while (place < line.length()) {
            Basin basin = Objects.requireNonNull(basins.get(line.charAt(place++)));
            int count = 0;
            while (place < line.length() && Character.isDigit(line.charAt(place))) {
                count = 10 * count + Character.digit(line.charAt(place++), 10);
            }
            for (int i = 0; i < Math.max(count, 1); i++) {
                squares[square++] = basin;
            }
        }
        if (square != start + COLUMNS) {
            throw new IllegalStateException("Cannot use " + RESOURCE + ": found a row of " + (square - start)
                    + " degree squares, expected 360.");
        }
    }

    private static List<String> lines() {
        try (InputStream stream = Objects.requireNonNull(WodTemperatureRanges.class.getResourceAsStream(RESOURCE));
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.US_ASCII))) {
            return reader.lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + RESOURCE + " of Shoal's own jar", e);
        }
    }

    /** The range of temperatures in each layer of a basin, none where the table has none. Immutable. */
    public static final class Basin {

        private final String name;
        private final double[] bottoms;
        private final double[] lows;
        private final double[] highs;

        private Basin(String name, List<String> layers) {
            this.name = name;
            bottoms = column(layers, 0);
            lows = column(layers, 1);
            highs = column(layers, 2);
        }

        private static Basin parse(String text) {
            List<String> words = List.of(text.split(" "));
            return new Basin(words.get(0), words.subList(1, words.size()));
        }

        private static double[] column(List<String> layers, int column) {
            return layers.stream()
                    .mapToDouble(layer -> Double.parseDouble(layer.split(":", -1)[column]))
                    .toArray();
        }

        /** Returns the basin's name in the World Ocean Database, such as {@code North_Atlantic}. */
        public String name() {
            return name;
        }

        /** Tells whether there is a range at a depth in metres; not where it is NaN. */
        public boolean judges(double depthMetres) {
            return bottoms.length > 0 && depthMetres <= bottoms[bottoms.length - 1];
        }

        /**
         * Tells whether a temperature is within the range of its depth, ends included; true below the table's end.
         *
         * @param depthMetres positive down; a layer holds its bottom
         * @param temperature in situ, degC
         */
        public boolean holds(double depthMetres, double temperature) {
            for (int layer = 0; layer < bottoms.length; layer++) {
                if (depthMetres <= bottoms[layer]) {
                    return !(temperature < lows[layer] || temperature > highs[layer]);
                }
            }
            return true;
        }
    }
}
