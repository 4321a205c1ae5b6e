package dev.shoal.qc;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The list of every kind of test; a new one is a record and a line here, or in the list of its group. */
final class QcTests {

    private static final List<TestType> QARTOD = List.of(GrossRange.TYPE, Spike.TYPE, RateOfChange.TYPE, FlatLine.TYPE);

    private static final List<TestType> OWN =
            List.of(Isolation.TYPE, Neighbour.TYPE, Buddy.TYPE, SpatialConsistency.TYPE);

    static final List<TestType> ALL =
            Stream.of(QARTOD, QartodChecks.types(), OWN).flatMap(List::stream).toList();

    private QcTests() {}

    static List<String> names() {
        return ALL.stream().map(TestType::name).toList();
    }

    static Optional<TestType> named(String name) {
        return ALL.stream().filter(type -> type.name().equals(name)).findFirst();
    }

    static boolean isModule(String name) {
        return ALL.stream().anyMatch(type -> type.module().equals(name));
    }

    static List<TestType> ofModule(String module) {
        return ALL.stream().filter(type -> type.module().equals(module)).toList();
    }
}
