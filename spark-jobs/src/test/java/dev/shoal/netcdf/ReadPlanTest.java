package dev.shoal.netcdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ReadPlanTest {

    @RepeatedTest(50)
    void holdsEveryPieceOnceInRequestsOfBoundedLengthAndWaste(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        int count = random.nextInt(500);
        long[] positions = new long[count];
        long[] lengths = new long[count];
        long at = 0;
        for (int i = 0; i < count; i++) {
            at += random.nextInt(1 << random.nextInt(20));
            positions[i] = at;
            lengths[i] = 1L + random.nextInt(1 << random.nextInt(22));
            at += random.nextInt(10) == 0 ? 0 : lengths[i];
        }

        int next = 0;
        long last = -1;
        for (ReadRequest request : ReadPlan.of(positions, lengths, count, ReadPlan.REQUEST_BYTES)) {
            assertThat(request.first()).isEqualTo(next);
            assertThat(request.position()).isEqualTo(positions[next]).isGreaterThan(last);
            last = request.position();
            long wanted = 0;
            for (; next < request.end(); next++) {
                assertThat(positions[next]).isGreaterThanOrEqualTo(request.position());
                assertThat(positions[next] + lengths[next]).isLessThanOrEqualTo(request.position() + request.length());
                wanted += lengths[next];
            }
            int pieces = request.end() - request.first();
            assertThat(pieces == 1 || request.length() <= ReadPlan.REQUEST_BYTES)
                    .isTrue();
            assertThat((long) request.length())
                    .isLessThanOrEqualTo(
                            wanted + wanted / ReadPlan.WANTED_PER_GAP + (long) pieces * ReadPlan.PAGE_BYTES);
        }
        assertThat(next).isEqualTo(count);
    }

    @Test
    void joinsNeighbours() {
        assertThat(plan(0, 10, 10, 10, 20, 5)).containsExactly(new ReadRequest(0, 25, 0, 3));
    }

    @Test
    void joinsOverAGapOfAPage() {
        assertThat(plan(0, 10, 10 + ReadPlan.PAGE_BYTES, 10, 21 + 2L * ReadPlan.PAGE_BYTES, 10))
                .containsExactly(
                        new ReadRequest(0, 20 + ReadPlan.PAGE_BYTES, 0, 2),
                        new ReadRequest(21 + 2L * ReadPlan.PAGE_BYTES, 10, 2, 3));
    }

    @Test
    void joinsOverALargerGapWhereItIsLittleOfWhatIsWanted() {
        assertThat(plan(0, 100_000, 110_000, 100_000)).hasSize(1);
        assertThat(plan(0, 10_000, 20_000, 10_000)).hasSize(2);
        assertThat(plan(0, 4_000_000, 4_000_001 + ReadPlan.GAP_BYTES, 1_000_000))
                .hasSize(2);
    }

    @Test
    void fetchesAPieceThatIsLargerThanARequestByItself() {
        assertThat(plan(0, 10, 10, 50_000_000, 50_000_010, 10))
                .extracting(ReadRequest::length)
                .containsExactly(10, 50_000_000, 10);
    }

    private static List<ReadRequest> plan(long... pieces) {
        long[] positions = new long[pieces.length / 2];
        long[] lengths = new long[pieces.length / 2];
        Arrays.setAll(positions, i -> pieces[2 * i]);
        Arrays.setAll(lengths, i -> pieces[2 * i + 1]);
        return ReadPlan.of(positions, lengths, positions.length, ReadPlan.REQUEST_BYTES);
    }
}
