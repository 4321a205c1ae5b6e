package dev.shoal.qc.cotede;

/**
 * One procedure at work on one profile, a block at a time. The blocks must follow each other from the first sample on,
 * and a flagging belongs to one thread.
 */
@FunctionalInterface
public interface Flagging {

    /**
     * Flags one block of samples.
     *
     * @param start first sample
     * @param end one past the last sample
     * @param flags the first {@code end - start} are overwritten with {@link CotedeFlag} codes
     */
    void flag(int start, int end, byte[] flags);
}
