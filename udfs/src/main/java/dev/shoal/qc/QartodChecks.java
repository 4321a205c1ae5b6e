package dev.shoal.qc;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All checks of QARTOD's manuals that a {@link QartodTest} can be. */
final class QartodChecks {

    /** The one check that looks at the profile before. */
    static final String PREVIOUS_PROFILE = "previous_profile";

    private static final List<QartodCheck> ALL = Stream.of(
                    WaterChecks.ALL, CurrentsChecks.ALL, WavesChecks.ALL, RadarChecks.ALL)
            .flatMap(List::stream)
            .toList();

    private static final Map<String, QartodCheck> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(QartodCheck::name, Function.identity()));

    private QartodChecks() {}

    static List<TestType> types() {
        return ALL.stream().map(QartodCheck::type).toList();
    }

    static QartodCheck named(String name) {
        QartodCheck check = BY_NAME.get(name);
        if (check == null) {
            List<String> names = BY_NAME.keySet().stream().sorted().toList();
            throw new IllegalArgumentException("Cannot make a test of QARTOD's manuals: found the unknown name " + name
                    + "." + NearestName.hint(name, names));
        }
        return check;
    }
}
