package dev.shoal.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberRunsTest {

    private static List<Long> list(NumberRuns runs) {
        List<Long> list = new ArrayList<>();
        PrimitiveIterator.OfLong numbers = runs.iterator();
        while (numbers.hasNext()) {
            list.add(numbers.nextLong());
        }
        return list;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void holdsWhatWasPutInLessWhatWasTakenOut(long seed) {
        Random random = new Random(seed);
        TreeSet<Long> some = new TreeSet<>();
        TreeSet<Long> others = new TreeSet<>();
        for (int i = 0; i < random.nextInt(60); i++) {
            some.add((long) random.nextInt(80));
            others.add((long) random.nextInt(80));
        }
        NumberRuns runs = NumberRuns.of(some.stream().mapToLong(Long::longValue).toArray());
        NumberRuns out =
                NumberRuns.of(others.stream().mapToLong(Long::longValue).toArray());
        assertThat(list(runs)).containsExactlyElementsOf(some);
        some.removeAll(others);
        NumberRuns rest = runs.without(out);
        assertThat(list(rest)).containsExactlyElementsOf(some);
        assertThat(rest.count()).isEqualTo(some.size());
        assertThat(rest)
                .isEqualTo(
                        NumberRuns.of(some.stream().mapToLong(Long::longValue).toArray()));
        int parts = 1 + random.nextInt(7);
        List<Long> shared = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            List<Long> share = list(rest.part(part, parts));
            assertThat(share.size()).isBetween(some.size() / parts, some.size() / parts + 1);
            shared.addAll(share);
        }
        assertThat(shared).containsExactlyElementsOf(some);
    }

    @Test
    void takesLittleForMillionsInARow() {
        NumberRuns.Builder builder = new NumberRuns.Builder();
        for (long number = 0; number < 1_000_000; number++) {
            builder.add(number, number + 1);
        }
        assertThat(builder.build()).hasToString("0:1000000");
        assertThatThrownBy(() -> builder.add(5, 6))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected ascending numbers");
    }
}
