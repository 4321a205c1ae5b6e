package dev.shoal.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.qc.OpenSample;
import dev.shoal.qc.OpenSeries;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamStateTest {

    @Test
    void aStateComesBackAsItWas() {
        OpenSample one = new OpenSample(
                -5, "file:/a", 7, new double[] {1.5, Double.NaN}, new byte[] {3, 9}, new int[] {1 << 31, 0});
        OpenSample other = new OpenSample(
                Long.MAX_VALUE, "file:/b", 1L << 40, new double[] {-0.0, 2}, new byte[] {1, 4}, new int[] {0, 5});
        BitSet there = new BitSet();
        there.set(1);
        there.set(70);
        OpenSeries.State state = new OpenSeries.State(List.of(one, other), 1, 123, there);
        assertThat(StreamState.decode(StreamState.encode(state))).isEqualTo(state);
        assertThat(StreamState.decode(StreamState.encode(OpenSeries.State.NONE)))
                .isEqualTo(OpenSeries.State.NONE);
    }
}
