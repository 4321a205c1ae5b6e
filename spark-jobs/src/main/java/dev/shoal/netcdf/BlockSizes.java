package dev.shoal.netcdf;

/**
 * How a header is read.
 *
 * @param blockBytes of a block: what is brought at least, and kept
 * @param first blocks that are brought from the begin of a file
 * @param part of what was read one behind the other that the next request brings: 1 for twice as much with every
 *     request, 4 for a quarter more
 */
record BlockSizes(int blockBytes, int first, int part) {

    /** A disk answers at once, so little is brought that may not be wanted. */
    static final BlockSizes LOCAL = new BlockSizes(4 << 10, 4, 4);

    /** A store behind a network sends a block in a hundredth of the time it takes to answer. */
    static final BlockSizes REMOTE = new BlockSizes(64 << 10, 1, 1);
}
