package dev.shoal.qc;

import dev.shoal.qc.argo.ArgoMode;
import dev.shoal.qc.argo.ArgoProfile;
import dev.shoal.qc.argo.ArgoQc;
import dev.shoal.qc.argo.ArgoResult;
import dev.shoal.qc.argo.ArgoSurroundings;
import dev.shoal.qc.argo.ArgoTest;
import dev.shoal.qc.argo.GlobalRangeCheck;
import dev.shoal.qc.argo.GreyList;
import dev.shoal.qc.argo.Land;
import dev.shoal.qc.argo.Sampling;
import dev.shoal.qc.argo.Station;
import dev.shoal.qc.flag.QcFlag;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one of Argo's tests says of one parameter where all tests before it ran too, in Argo's order: what they found
 * bad is left out, and bad pressure spreads.
 */
final class ArgoRealTime {

    /** Name of the parameter that says which of Argo's parameters the values are. */
    static final String PARAMETER = "parameter";

    static final String SAMPLING = "sampling";
    static final String MODE = "mode";
    static final String PRES = "PRES";

    /** The tests that need nothing but a profile. */
    static final List<ArgoTest> TESTS = List.of(
            ArgoTest.GLOBAL_RANGE,
            ArgoTest.REGIONAL_RANGE,
            ArgoTest.PRESSURE_INCREASING,
            ArgoTest.SPIKE,
            ArgoTest.GRADIENT,
            ArgoTest.MEDD,
            ArgoTest.DIGIT_ROLLOVER,
            ArgoTest.STUCK_VALUE,
            ArgoTest.DENSITY_INVERSION,
            ArgoTest.PH,
            ArgoTest.DOXY,
            ArgoTest.BBP);

    private static final Map<ArgoTest, ArgoQc> UP_TO = upTo();

    private ArgoRealTime() {}

    /** Returns for each test the control that ends with it. */
    private static Map<ArgoTest, ArgoQc> upTo() {
        ArgoQc all = ArgoQc.coriolis(Land.BUNDLED, GreyList.EMPTY);
        ArgoQc known = new ArgoQc(all.checks().stream()
                .filter(check -> TESTS.contains(check.test()))
                .toList());
        Map<ArgoTest, ArgoQc> upTo = new EnumMap<>(ArgoTest.class);
        for (int i = 0; i < known.checks().size(); i++) {
            upTo.put(known.checks().get(i).test(), new ArgoQc(known.checks().subList(0, i + 1)));
        }
        return upTo;
    }

    /** Returns Argo's parameters that are known. */
    static List<String> parameters() {
        List<String> parameters = new ArrayList<>(List.of(PRES, "BBP700"));
        parameters.addAll(GlobalRangeCheck.MANUAL.ranges().keySet());
        return parameters;
    }

    /** Refuses parameters that are not known. */
    static void refuse(ArgoSettings settings) {
        String parameter = settings.word(PARAMETER);
        if (!parameters().contains(parameter)) {
            throw new IllegalArgumentException("Cannot test " + parameter + " as Argo does: expected one of "
                    + String.join(", ", parameters()) + "." + NearestName.hint(parameter, parameters()));
        }
    }

    /** Returns what a test says of every sample. */
    static byte[] flags(ArgoTest test, ArgoSamples samples, ArgoSettings settings) {
        String parameter = settings.word(PARAMETER);
        ArgoResult result =
                UP_TO.getOrDefault(test, new ArgoQc(List.of())).run(profile(samples, settings), ArgoSurroundings.at(0));
        byte[] flags = new byte[samples.size()];
        Arrays.fill(flags, result.performed().contains(test) ? QcFlag.GOOD : QcFlag.UNKNOWN);
        byte[] argo = result.flagsOf(parameter);
        long[] raisedBy = result.raisedByOf(parameter);
        for (int i = 0; i < flags.length; i++) {
            flags[i] = (raisedBy[i] & test.bit()) == 0 ? flags[i] : ArgoJudges.qartod(argo[i]);
        }
        return flags;
    }

    private static ArgoProfile profile(ArgoSamples samples, ArgoSettings settings) {
        SortedMap<String, double[]> parameters = new TreeMap<>();
        Map<String, String> roles = Map.of(PRES, Role.PRESSURE, "TEMP", Role.TEMPERATURE, "PSAL", Role.SALINITY);
        roles.forEach((name, role) -> {
            if (samples.series().companions().numbers().containsKey(role)) {
                parameters.put(name, samples.beside(role));
            }
        });
        parameters.put(settings.word(PARAMETER), samples.values());
        Station station = new Station(
                "",
                0,
                Station.Direction.ASCENDING,
                Station.NO_TIME,
                Station.NO_TIME,
                samples.first(Role.LAT),
                samples.first(Role.LON));
        return ArgoProfile.of(station, parameters)
                .with(Sampling.valueOf(settings.word(SAMPLING).toUpperCase(Locale.ROOT)))
                .with(ArgoMode.valueOf(settings.word(MODE).toUpperCase(Locale.ROOT)));
    }
}
