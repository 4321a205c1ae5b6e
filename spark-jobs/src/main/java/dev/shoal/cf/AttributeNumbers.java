package dev.shoal.cf;

import dev.shoal.netcdf.VariableHeader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Numbers out of a variable's attributes, of which some are written as texts. */
final class AttributeNumbers {

    private static final Set<String> NAN = Set.of("nan", "nanf", "nand", "+nan", "-nan");

    private final VariableHeader header;
    private final Consumer<String> problems;

    AttributeNumbers(VariableHeader header, Consumer<String> problems) {
        this.header = header;
        this.problems = problems;
    }

    /** Returns the numbers of an attribute; a sentence goes to the problems for each text that is none. */
    List<Number> of(String name) {
        List<Number> numbers = new ArrayList<>();
        header.attributes()
                .find(name)
                .ifPresent(attribute -> attribute.values().forEach(value -> add(name, value, numbers)));
        return numbers;
    }

    /** Returns the first number of an attribute. */
    Optional<Number> first(String name) {
        List<Number> numbers = of(name);
        return numbers.isEmpty() ? Optional.empty() : Optional.of(numbers.get(0));
    }

    private void add(String name, Object value, List<Number> numbers) {
        if (value instanceof Number number) {
            numbers.add(number);
            return;
        }
        for (String word : value.toString().trim().split("[\\s,;]+", -1)) {
            try {
                numbers.add(NAN.contains(word.toLowerCase(Locale.ROOT)) ? Double.NaN : number(word));
            } catch (NumberFormatException notANumber) {
                problems.accept("Attribute " + name + " of " + header.name() + " is the text \"" + value
                        + "\", expected a number: it is not applied.");
                return;
            }
        }
    }

    private static Number number(String word) {
        BigDecimal exact = new BigDecimal(word);
        return isWhole(exact) ? exact.toBigIntegerExact() : exact.doubleValue();
    }

    private static boolean isWhole(BigDecimal number) {
        return Math.abs((long) number.scale()) < 64
                && number.stripTrailingZeros().scale() <= 0;
    }

    /** Returns a number as an integer, or nothing where it is none. */
    static Optional<BigInteger> whole(Number number) {
        return exact(number).filter(AttributeNumbers::isWhole).map(BigDecimal::toBigIntegerExact);
    }

    /** Returns a number without loss, or nothing where it is NaN or infinite. */
    static Optional<BigDecimal> exact(Number number) {
        if (number instanceof BigInteger integer) {
            return Optional.of(new BigDecimal(integer));
        }
        if (number instanceof Double || number instanceof Float) {
            double real = number.doubleValue();
            return Double.isFinite(real) ? Optional.of(new BigDecimal(real)) : Optional.empty();
        }
        return Optional.of(BigDecimal.valueOf(number.longValue()));
    }
}
