package dev.shoal.qc;

import dev.shoal.qc.flag.QcFlag;

/**
 * One test at work on one series, a block of samples at a time.
 *
 * <p>A kernel may carry state from block to block, so the blocks must follow each other from the first sample on, and a
 * kernel belongs to one thread.
 */
@FunctionalInterface
public interface QcKernel {

    /**
     * Flags one block of samples.
     *
     * @param start first sample; 0 at the first call, afterwards the {@code end} of the call before
     * @param end one past the last sample
     * @param flags the first {@code end - start} are overwritten with {@link QcFlag} codes
     */
    void flag(int start, int end, byte[] flags);
}
