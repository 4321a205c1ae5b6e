package dev.shoal.qc;

import dev.shoal.qc.flag.QcFlag;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/**
 * One read of the values by all tests, a block at a time.
 *
 * <p>Most flags say what the tests before said, and raise nothing: eight of them are told by one comparison.
 *
 * @param values NaN where missing
 * @param size number of values
 * @param flags overwritten
 * @param raised overwritten
 */
record FusedPass(double[] values, int size, byte[] flags, int[] raised) {

    private static final int BLOCK = 4096;

    /** Stands where no test has spoken yet; counts for nothing when flags roll up. */
    private static final byte UNTOLD = ScopedTest.UNTOLD;

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private static final long ONES = 0x0101_0101_0101_0101L;

    /**
     * A test at work.
     *
     * @param kernel set to a series, silent where the test does not apply
     * @param bit that names the test
     */
    record RunningTest(QcKernel kernel, int bit) {}

    void run(List<RunningTest> tests) {
        byte[] scratch = new byte[Math.min(BLOCK, size)];
        for (int start = 0; start < size; start += BLOCK) {
            int end = Math.min(size, start + BLOCK);
            Arrays.fill(flags, start, end, UNTOLD);
            Arrays.fill(raised, start, end, 0);
            for (RunningTest test : tests) {
                test.kernel().flag(start, end, scratch);
                if (test.bit() == tests.get(0).bit()) {
                    System.arraycopy(scratch, 0, flags, start, end - start);
                }
                rollUp(scratch, start, end, test.bit());
            }
            settle(start, end);
        }
    }

    private void rollUp(byte[] from, int start, int end, int bit) {
        int i = start;
        for (; i + Long.BYTES <= end; i += Long.BYTES) {
            long said = (long) EIGHT.get(from, i - start);
            if (said != (long) EIGHT.get(flags, i) || raises(said) != 0) {
                rollUpEach(from, start, i, i + Long.BYTES, bit);
            }
        }
        rollUpEach(from, start, i, end, bit);
    }

    /** Tells of eight flags which are {@link QcFlag#SUSPECT} or {@link QcFlag#FAIL}, the only ones with these bits. */
    private static long raises(long eight) {
        return ((eight >>> 2) | (eight & (eight >>> 1))) & ONES;
    }

    private void rollUpEach(byte[] from, int start, int first, int end, int bit) {
        for (int i = first; i < end; i++) {
            byte flag = from[i - start];
            if (flag != flags[i] && flag != UNTOLD) {
                flags[i] = flags[i] == UNTOLD ? flag : QcFlag.worse(flag, flags[i]);
            }
            if (flag == QcFlag.SUSPECT || flag == QcFlag.FAIL) {
                raised[i] |= bit;
            }
        }
    }

    /** Marks what is missing, and what no test looked at. */
    private void settle(int start, int end) {
        for (int i = start; i < end; i++) {
            if (Double.isNaN(values[i])) {
                flags[i] = QcFlag.MISSING;
            } else if (flags[i] == UNTOLD) {
                flags[i] = QcFlag.UNKNOWN;
            }
        }
    }
}
