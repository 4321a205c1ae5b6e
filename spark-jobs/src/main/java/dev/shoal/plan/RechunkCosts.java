package dev.shoal.plan;

import java.io.Serializable;

/**
 * What the parts of a rechunk take on one core; only their proportions decide between the ways.
 *
 * @param decodeNanosPerByte reading and decoding a source chunk, for each decoded byte
 * @param encodeNanosPerByte encoding and writing a target chunk, for each decoded byte
 * @param shuffleNanosPerByte carrying a byte through Spark's shuffle: cut, write, fetch, paste
 * @param storeNanosPerByte carrying a byte through a folder of objects
 * @param pieceNanos of one piece of a shuffle beside its bytes
 * @param objectNanos of one object written and read again beside its bytes
 * @param taskNanos of one task beside its work
 */
public record RechunkCosts(
        double decodeNanosPerByte,
        double encodeNanosPerByte,
        double shuffleNanosPerByte,
        double storeNanosPerByte,
        double pieceNanos,
        double objectNanos,
        double taskNanos)
        implements Serializable {

    /** Deflate in, shuffle and zstd out, local disks, an object store of some 10 ms a request. */
    public static final RechunkCosts STANDARD = new RechunkCosts(2, 4, 1.5, 5, 5e3, 2e7, 5e6);
}
