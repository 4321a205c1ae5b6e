package dev.shoal.cf;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ucar.units.ConversionException;
import ucar.units.Unit;
import ucar.units.UnitException;
import ucar.units.UnitFormatManager;

/** Units as archives write them, understood through UDUNITS. */
public final class CfUnits {

    static final String CELSIUS = "degree_Celsius";

    private static final double SAME = 1e-9;
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d*)?([eE][+-]?\\d+)?");
    private static final Pattern SYMBOL = Pattern.compile("[A-Za-z_%][A-Za-z_%]*");
    private static final List<String> SI = List.of("A", "cd", "K", "kg", "m", "mol", "s", "rad");
    private static final Map<String, String> TEMPERATURES = Map.ofEntries(
            Map.entry("c", CELSIUS),
            Map.entry("celsius", CELSIUS),
            Map.entry("celcius", CELSIUS),
            Map.entry("degc", CELSIUS),
            Map.entry("degsc", CELSIUS),
            Map.entry("degcelsius", CELSIUS),
            Map.entry("degreec", CELSIUS),
            Map.entry("degreesc", CELSIUS),
            Map.entry("degreecelsius", CELSIUS),
            Map.entry("degreescelsius", CELSIUS),
            Map.entry("k", "K"),
            Map.entry("kelvin", "K"),
            Map.entry("kelvins", "K"),
            Map.entry("degk", "K"),
            Map.entry("degreek", "K"),
            Map.entry("degreesk", "K"),
            Map.entry("degreekelvin", "K"),
            Map.entry("degreeskelvin", "K"),
            Map.entry("f", "degree_Fahrenheit"),
            Map.entry("degf", "degree_Fahrenheit"),
            Map.entry("degreef", "degree_Fahrenheit"),
            Map.entry("degreesf", "degree_Fahrenheit"),
            Map.entry("fahrenheit", "degree_Fahrenheit"),
            Map.entry("degreefahrenheit", "degree_Fahrenheit"),
            Map.entry("degreesfahrenheit", "degree_Fahrenheit"));
    /** One spelling per unit; the first that is the same unit is taken. */
    private static final List<String> SPELLINGS = List.of(
            "m",
            "cm",
            "mm",
            "km",
            "m s-1",
            "cm s-1",
            "S m-1",
            "mS cm-1",
            "kg m-3",
            "g m-3",
            "mg m-3",
            "Pa",
            "hPa",
            "dbar",
            "s",
            "minute",
            "hour",
            "day",
            "degree",
            "radian",
            "umol kg-1",
            "mmol m-3",
            "mol m-3",
            "W m-2",
            "m2",
            "m3",
            "m2 s",
            "m-1",
            "Hz",
            "V",
            "K");

    private static final Remembered<String, Optional<String>> KNOWN_TEMPERATURES =
            new Remembered<>(CfUnits::findTemperature);
    private static final Remembered<String, Optional<String>> KNOWN_SPELLINGS = new Remembered<>(CfUnits::findSpelling);
    private static final Remembered<String, Optional<Double>> KNOWN_METRES =
            new Remembered<>(units -> parse(units.trim()).flatMap(unit -> factor(unit, "m")));
    private static final Remembered<String, Boolean> KNOWN_NUMBERS = new Remembered<>(
            units -> parse(units.trim()).map(CfUnits::isDimensionless).orElse(true));
    private static final Remembered<String, Boolean> KNOWN_PRESSURES = new Remembered<>(
            units -> parse(units.trim()).flatMap(unit -> factor(unit, "Pa")).isPresent());

    private CfUnits() {}

    /** Tells whether two texts name the same unit, so that a number in the one is the same number in the other. */
    public static boolean same(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        Optional<String> temperature = temperature(one);
        if (temperature.isPresent() || temperature(other).isPresent()) {
            return temperature.equals(temperature(other));
        }
        Optional<String> spelling = spelling(one);
        return spelling.isPresent() && spelling.equals(spelling(other));
    }

    /** Returns the unit of temperature that a text names, or nothing for another unit. */
    static Optional<String> temperature(String units) {
        return KNOWN_TEMPERATURES.of(units);
    }

    private static Optional<String> findTemperature(String units) {
        String plain = units.trim().toLowerCase(Locale.ROOT).replaceAll("[\\s_.°º]", "");
        String named = TEMPERATURES.get(plain);
        return Optional.ofNullable(named);
    }

    /** Returns the one spelling of a unit, value for value the same, or nothing where UDUNITS does not know it. */
    static Optional<String> spelling(String units) {
        return KNOWN_SPELLINGS.of(units);
    }

    private static Optional<String> findSpelling(String units) {
        String text = units.trim();
        Optional<Unit> unit = parse(text);
        if (unit.isEmpty()) {
            return Optional.empty();
        }
        if (isDimensionless(unit.get())) {
            return Optional.of(dimensionless(text));
        }
        return Optional.of(SPELLINGS.stream()
                .filter(candidate -> same(unit.get(), candidate))
                .findFirst()
                .orElse(text));
    }

    /** Returns how many metres one of a unit of length is, or nothing for another unit. */
    static Optional<Double> metres(String units) {
        return KNOWN_METRES.of(units);
    }

    /** Returns how many radians one of a unit of angle is, or nothing for another unit. */
    static Optional<Double> radians(String units) {
        return parse(units.trim()).flatMap(unit -> factor(unit, "radian"));
    }

    /** Tells whether a unit counts or is none, or is not known to UDUNITS. */
    static boolean isNumber(String units) {
        return KNOWN_NUMBERS.of(units);
    }

    /** Tells whether a unit is one of pressure. */
    static boolean isPressure(String units) {
        return KNOWN_PRESSURES.of(units);
    }

    private static String dimensionless(String text) {
        if (text.equalsIgnoreCase("percent")) {
            return "%";
        }
        Matcher number = NUMBER.matcher(text);
        if (!number.matches()) {
            return text;
        }
        double value = Double.parseDouble(text);
        return value == 1 ? "1" : value == 0.001 ? "1e-3" : text;
    }

    private static boolean isDimensionless(Unit unit) {
        return unit.isDimensionless() && !unit.getCanonicalString().contains("rad");
    }

    private static boolean same(Unit unit, String candidate) {
        return factor(unit, candidate).filter(f -> Math.abs(f - 1) < SAME).isPresent();
    }

    /** How many of {@code target} one of {@code unit} is, where the two share their zero. */
    private static Optional<Double> factor(Unit unit, String target) {
        Optional<Unit> other = parse(target);
        if (other.isEmpty() || !unit.isCompatible(other.get())) {
            return Optional.empty();
        }
        try {
            double zero = unit.convertTo(0.0, other.get());
            double one = unit.convertTo(1.0, other.get());
            return Math.abs(zero) < SAME * Math.abs(one) ? Optional.of(one) : Optional.empty();
        } catch (ConversionException notConvertible) {
            return Optional.empty();
        }
    }

    /**
     * UDUNITS makes up a unit for a word it does not know, even with a prefix taken off: those are refused. Of a bare
     * prefix, such as the {@code M} of {@code uM}, it takes a character that is not there.
     */
    private static Optional<Unit> parse(String text) {
        String tidy = text.replace("**", "^").replaceAll("(?i)\\s+per\\s+", "/");
        try {
            Unit unit = UnitFormatManager.instance().parse(tidy);
            Matcher symbols =
                    SYMBOL.matcher(unit.getDerivedUnit().getCanonicalString().replaceAll("[0-9.eE+-]*[0-9]", " "));
            while (symbols.find()) {
                if (!SI.contains(symbols.group())) {
                    return Optional.empty();
                }
            }
            return Optional.of(unit);
        } catch (UnitException | StringIndexOutOfBoundsException unknown) {
            return Optional.empty();
        }
    }
}
