package dev.shoal.qc;

import java.util.List;
import java.util.Optional;

/** The list of every kind of test; a new one is a record and a line here. */
final class QcTests {

    static final List<TestType> ALL = List.of(GrossRange.TYPE, Spike.TYPE, RateOfChange.TYPE, FlatLine.TYPE);

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
