package dev.shoal.plan;

/** How the cells of an array come from its source chunks to its target chunks. */
public enum RechunkWay {
    /**
     * Each task reads the cells of whole target chunks and writes them; a source chunk may be read by several tasks.
     */
    DIRECT,
    /** Each source chunk is read once and cut into pieces, which Spark carries to the tasks that write. */
    SHUFFLE,
    /** As {@link #SHUFFLE}, with the pieces as objects of a folder between: for data larger than the local disks. */
    INTERMEDIATE
}
