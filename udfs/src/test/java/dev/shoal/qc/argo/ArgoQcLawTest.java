package dev.shoal.qc.argo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every check, whichever it is. */
class ArgoQcLawTest {

    private static final ArgoQc QC =
            ArgoQc.coriolis(Land.BUNDLED, GreyList.parse(List.of("6901234,PSAL,20000101,,3,drift,IF")));

    private static final int ROUNDS = 200;

    static Stream<ArgoCheck> checks() {
        return QC.checks().stream();
    }

    static Stream<ArgoCheck> symmetricChecks() {
        return checks().filter(check -> Set.of(
                        ArgoTest.GLOBAL_RANGE,
                        ArgoTest.REGIONAL_RANGE,
                        ArgoTest.SPIKE,
                        ArgoTest.GRADIENT,
                        ArgoTest.MEDD,
                        ArgoTest.DIGIT_ROLLOVER,
                        ArgoTest.STUCK_VALUE,
                        ArgoTest.GROSS_DRIFT,
                        ArgoTest.FROZEN_PROFILE,
                        ArgoTest.DEEPEST_PRESSURE,
                        ArgoTest.TEMP_CNDC,
                        ArgoTest.DEEP_FLOAT)
                .contains(check.test()));
    }

    @ParameterizedTest
    @MethodSource("checks")
    void aFlagNeverFalls(ArgoCheck check) {
        for (long seed = 0; seed < ROUNDS; seed++) {
            ArgoProfile profile = SomeFloats.profile(seed);
            Map<String, byte[]> before = SomeFloats.flags(profile, seed);
            ArgoSurroundings surroundings = SomeFloats.surroundings(seed).withFlagsBefore(before);
            ArgoResult result = new ArgoQc(List.of(check)).run(profile, surroundings);
            for (String name : profile.parameters().keySet()) {
                byte[] flags = result.flagsOf(name);
                byte[] floor = before.getOrDefault(name, new byte[0]);
                assertThat(IntStream.range(0, floor.length).filter(level -> flags[level] < floor[level]))
                        .as("seed %d, levels of %s", seed, name)
                        .isEmpty();
            }
        }
    }

    @Test
    void runningAgainGivesTheSame() {
        for (long seed = 0; seed < ROUNDS; seed++) {
            ArgoProfile profile = SomeFloats.profile(seed);
            Map<String, double[]> values = copy(profile);
            ArgoResult first = QC.run(profile, SomeFloats.surroundings(seed));
            ArgoResult second = QC.run(profile, SomeFloats.surroundings(seed));
            assertThat(second.failed()).isEqualTo(first.failed());
            first.flags()
                    .forEach((name, flags) -> assertThat(second.flagsOf(name)).isEqualTo(flags));
            first.raisedBy()
                    .forEach((name, by) -> assertThat(second.raisedByOf(name)).isEqualTo(by));
            values.forEach(
                    (name, kept) -> assertThat(profile.parameters().get(name)).isEqualTo(kept));
        }
    }

    @ParameterizedTest
    @MethodSource("symmetricChecks")
    void levelsInReverseGetTheirFlagsInReverse(ArgoCheck check) {
        ArgoQc qc = new ArgoQc(List.of(check));
        for (long seed = 0; seed < ROUNDS; seed++) {
            ArgoProfile profile = SomeFloats.profile(seed);
            ArgoResult forward = qc.run(profile, SomeFloats.surroundings(seed));
            ArgoResult back = qc.run(SomeFloats.reversed(profile), SomeFloats.surroundings(seed));
            for (String name : profile.parameters().keySet()) {
                assertThat(SomeFloats.reversed(back.flagsOf(name)))
                        .as("seed %d, %s", seed, name)
                        .isEqualTo(forward.flagsOf(name));
            }
        }
    }

    @Test
    void whatIsMissingStaysMissingAndOnlyFlagsComeOut() {
        for (long seed = 0; seed < ROUNDS; seed++) {
            ArgoProfile profile = SomeFloats.profile(seed);
            ArgoResult result = QC.run(profile, SomeFloats.surroundings(seed));
            for (String name : profile.parameters().keySet()) {
                byte[] flags = result.flagsOf(name);
                double[] values = profile.parameters().getOrDefault(name, new double[0]);
                assertThat(IntStream.range(0, values.length)
                                .filter(level -> !ArgoFlag.isFlag(flags[level])
                                        || (flags[level] == ArgoFlag.MISSING) != Double.isNaN(values[level])))
                        .as("seed %d, levels of %s", seed, name)
                        .isEmpty();
            }
        }
    }

    @Test
    void everyFailureIsToldAtItsLevels() {
        for (long seed = 0; seed < ROUNDS; seed++) {
            ArgoProfile profile = SomeFloats.profile(seed);
            ArgoResult result = QC.run(profile, SomeFloats.surroundings(seed));
            assertThat(result.performed()).containsAll(result.failed());
            for (String name : profile.parameters().keySet()) {
                for (int level = 0; level < profile.levels(); level++) {
                    long by = result.raisedByOf(name)[level];
                    assertThat(result.failed()).containsAll(ArgoTest.ofBits(by));
                    assertThat(by == 0 && result.flagsOf(name)[level] == ArgoFlag.BAD)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void anEmptyProfileHasNoFlags() {
        ArgoProfile empty = Floats.profile("PRES", new double[0], "TEMP", new double[0], "PSAL", new double[0]);
        ArgoResult result = QC.run(empty, ArgoSurroundings.at(Floats.NOW));
        assertThat(result.flagsOf("TEMP")).isEmpty();
        assertThat(result.grade("TEMP")).isEqualTo(' ');
        assertThat(QC.run(Floats.profile(), ArgoSurroundings.at(Floats.NOW)).flags())
                .isEmpty();
    }

    @Test
    void allTestsButPositionsOfTrajectoriesAreThereOnce() {
        assertThat(checks().map(ArgoCheck::test).toList())
                .doesNotHaveDuplicates()
                .hasSize(ArgoTest.values().length - 1)
                .doesNotContain(ArgoTest.ARGOS_POSITION);
    }

    @Test
    void checksCanBeLeftOutAndReplaced() {
        assertThat(QC.without(ArgoTest.MEDD).checks().stream().map(ArgoCheck::test))
                .doesNotContain(ArgoTest.MEDD)
                .hasSize(QC.checks().size() - 1);
        PressureIncreasingCheck strict = new PressureIncreasingCheck(Double.MIN_VALUE);
        assertThat(QC.with(strict).checks())
                .contains(strict)
                .hasSize(QC.checks().size());
        assertThat(QC.without(ArgoTest.PRESSURE_INCREASING).with(strict).checks())
                .endsWith(strict);
    }

    @ParameterizedTest
    @MethodSource("checks")
    void serializesToAnEqualCheck(ArgoCheck check) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(check);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(check);
        }
    }

    private static Map<String, double[]> copy(ArgoProfile profile) {
        Map<String, double[]> copy = new TreeMap<>();
        profile.parameters().forEach((name, values) -> copy.put(name, values.clone()));
        return copy;
    }
}
