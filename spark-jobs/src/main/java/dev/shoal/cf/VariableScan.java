package dev.shoal.cf;

import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.VariableHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Sorts the variables of a file of observations: measured values at every observation; flags, of observations or of
 * what they belong to; and the rest, which is named in the problems.
 */
final class VariableScan {

    private static final Pattern FLAG_NAME = Pattern.compile(
            ".*(_|^)(qc|qc_agg|qc_tests|qc_primary_flag|quality_control|quality_flag|flag|flags|.*flag)");
    private static final Pattern DIFFERENCE = Pattern.compile(
            ".*(anomaly|error|uncertainty|difference|deviation|variance|tendency|_std|_sd|_err|_range).*");
    private static final Remembered<String, Boolean> FLAG_NAMES =
            new Remembered<>(name -> FLAG_NAME.matcher(name).matches());
    private static final Remembered<String, Boolean> DIFFERENCES =
            new Remembered<>(words -> DIFFERENCE.matcher(words).matches());
    private static final double KELVIN = -273.15;
    private static final double FAHRENHEIT = 5.0 / 9;

    private final SampleSpace space;
    private final FileCoordinates coordinates;
    private final Set<String> used;
    private final Problems problems;
    private final SqlNames names = new SqlNames();
    private final List<String> texts = new ArrayList<>();
    private final List<String> coarse = new ArrayList<>();
    private final List<String> elsewhere = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();

    /** Sorts variables, without those named in {@code used}. */
    VariableScan(SampleSpace space, FileCoordinates coordinates, Set<String> used, Problems problems) {
        this.space = space;
        this.coordinates = coordinates;
        this.used = used;
        this.problems = problems;
    }

    List<ObservedVariable> find(List<VariableHeader> variables) {
        List<ObservedVariable> found = new ArrayList<>();
        for (VariableHeader variable : variables) {
            if (!used.contains(variable.name()) && !coordinates.isDescribing(variable)) {
                sort(variable).ifPresent(found::add);
            }
        }
        report("Texts are not carried: ", texts);
        report("Variables with one value for several observations are not carried: ", coarse);
        report("Sequences, references and other types without one number or text are not carried: ", unread);
        report("Variables along other dimensions are not carried: ", elsewhere);
        return found;
    }

    private Optional<ObservedVariable> sort(VariableHeader variable) {
        if (isOfTheFile(variable)) {
            return Optional.empty();
        }
        if (variable.type() == ElementType.OTHER || variable.type() == ElementType.VLEN) {
            unread.add(variable.name());
            return Optional.empty();
        }
        if (!space.reaches(variable)) {
            elsewhere.add(variable.name());
            return Optional.empty();
        }
        boolean flag = isFlag(variable);
        boolean text = !variable.type().isNumeric() && (space.isText(variable) || !flag);
        if (text) {
            texts.add(variable.name());
            return Optional.empty();
        }
        if (!flag && !space.isCoveredBy(variable)) {
            coarse.add(variable.name());
            return Optional.empty();
        }
        return Optional.of(flag ? flag(variable) : data(variable));
    }

    /** Scalars, and texts that the whole file shares, are neither carried nor missed. */
    private boolean isOfTheFile(VariableHeader variable) {
        boolean shared = space.axes(variable).isEmpty() && !space.dimensions().isEmpty();
        return shared && (variable.rank() == 0 || space.isText(variable));
    }

    private static boolean isFlag(VariableHeader variable) {
        String standard = variable.attributes().text("standard_name").orElse("");
        boolean named = FLAG_NAMES.of(AxisKinds.lastName(variable))
                || standard.endsWith("status_flag")
                || standard.endsWith("quality_flag");
        boolean meanings = variable.type().isNumeric()
                && (variable.attributes().find("flag_values").isPresent()
                        || variable.attributes().find("flag_masks").isPresent());
        return named || meanings;
    }

    private ObservedVariable flag(VariableHeader variable) {
        return observed(variable, ObservedVariable.Kind.FLAG, "1", 1, 0);
    }

    private ObservedVariable data(VariableHeader variable) {
        String units = variable.attributes().text("units").orElse("");
        Optional<String> temperature = CfUnits.temperature(units).filter(unit -> isTemperature(variable, units));
        if (temperature.isPresent() && !isDifference(variable)) {
            return switch (temperature.get()) {
                case "K" -> observed(variable, ObservedVariable.Kind.DATA, CfUnits.CELSIUS, 1, KELVIN);
                case CfUnits.CELSIUS -> observed(variable, ObservedVariable.Kind.DATA, CfUnits.CELSIUS, 1, 0);
                default ->
                    observed(variable, ObservedVariable.Kind.DATA, CfUnits.CELSIUS, FAHRENHEIT, -32 * FAHRENHEIT);
            };
        }
        String canonical = temperature.or(() -> CfUnits.spelling(units)).orElse(units);
        if (temperature.isEmpty() && !units.isEmpty() && CfUnits.spelling(units).isEmpty()) {
            problems.accept("Units \"" + units + "\" of " + variable.name() + " are not known to UDUNITS: they are kept"
                    + " as they are.");
        }
        return observed(variable, ObservedVariable.Kind.DATA, canonical, 1, 0);
    }

    /** One letter may also be a coulomb or a farad. */
    private static boolean isTemperature(VariableHeader variable, String units) {
        boolean letter = units.trim().length() == 1 && !units.trim().equals("K");
        return !letter || words(variable).contains("temp");
    }

    /** A difference of temperatures has no zero to move. */
    private static boolean isDifference(VariableHeader variable) {
        String methods = variable.attributes().text("cell_methods").orElse("");
        return DIFFERENCES.of(words(variable))
                || (!methods.isEmpty() && DIFFERENCES.of(methods.replace("standard_deviation", "deviation")));
    }

    private static String words(VariableHeader variable) {
        return (variable.name()
                        + " " + variable.attributes().text("standard_name").orElse("")
                        + " " + variable.attributes().text("long_name").orElse(""))
                .toLowerCase(Locale.ROOT)
                .replace('\n', ' ');
    }

    private ObservedVariable observed(
            VariableHeader variable, ObservedVariable.Kind kind, String canonical, double factor, double offset) {
        return new ObservedVariable(
                variable,
                names.name(variable.name()),
                kind,
                variable.attributes().text("standard_name"),
                variable.attributes().text("units"),
                canonical,
                factor,
                offset,
                Packing.of(variable, problems));
    }

    private void report(String start, List<String> variables) {
        if (!variables.isEmpty()) {
            problems.accept(start + String.join(", ", variables) + ".");
        }
    }
}
