package dev.shoal.qc;

import java.io.Serializable;
import java.util.Arrays;

/**
 * A sample of a series that still grows.
 *
 * @param timeMicros microseconds since 1970 UTC
 * @param source where it comes from, such as a file
 * @param index its number there
 * @param values one for each column of {@link OpenSuites#columns}, NaN where missing; owned by the sample
 * @param flags one for each judged variable, QARTOD's; none before it is judged; owned by the sample
 * @param raised one for each judged variable, bits of the tests that said suspect or fail; owned by the sample
 */
public record OpenSample(long timeMicros, String source, long index, double[] values, byte[] flags, int[] raised)
        implements Serializable {

    /** Makes a sample that nobody has judged. */
    public OpenSample(long timeMicros, String source, long index, double[] values) {
        this(timeMicros, source, index, values, new byte[0], new int[0]);
    }

    OpenSample judged(byte[] now, int[] raisedNow) {
        return new OpenSample(timeMicros, source, index, values, now, raisedNow);
    }

    boolean isJudgedAs(OpenSample other) {
        return Arrays.equals(flags, other.flags) && Arrays.equals(raised, other.raised);
    }

    String key() {
        return index + " " + source;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OpenSample sample
                && timeMicros == sample.timeMicros
                && index == sample.index
                && source.equals(sample.source)
                && Arrays.equals(values, sample.values)
                && isJudgedAs(sample);
    }

    @Override
    public int hashCode() {
        return source.hashCode() + 31 * Long.hashCode(index);
    }

    @Override
    public String toString() {
        return source + "[" + index + "] at " + timeMicros + ": " + Arrays.toString(values) + " flags "
                + Arrays.toString(flags) + " raised " + Arrays.toString(raised);
    }
}
