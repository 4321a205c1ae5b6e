package dev.shoal.source;

import dev.shoal.netcdf.UnreadableException;
import dev.shoal.netcdf.VariableHeader;
import java.util.Arrays;

/** What a task may hold in memory of what it decodes. */
final class MemoryBound {

    private MemoryBound() {}

    /**
     * Refuses a variable whose chunks, which are decoded whole, are larger than a task may hold.
     *
     * @param location of the file
     * @param chunk lengths of its axes
     * @param copies of a chunk that a task holds at once
     */
    static void require(String location, VariableHeader variable, long[] chunk, long memoryBytes, int copies)
            throws UnreadableException {
        long bytes = bytes(variable, chunk);
        if (bytes > memoryBytes / copies) {
            throw new UnreadableException("Cannot read variable " + variable.name() + " of " + location
                    + ": found storage chunks of " + Arrays.toString(chunk) + ", " + bytes
                    + " bytes each, expected no more than " + memoryBytes / copies + ". Set the option "
                    + SourceOptions.MEMORY_BYTES + " to "
                    + (bytes > Long.MAX_VALUE / copies ? Long.MAX_VALUE : bytes * copies)
                    + " or more and give executors that memory, or rewrite the file with smaller chunks (nccopy -c).");
        }
    }

    private static long bytes(VariableHeader variable, long[] chunk) {
        long bytes = Math.max(1, variable.type().bytes());
        for (long length : chunk) {
            bytes = bytes > Long.MAX_VALUE / Math.max(1, length) ? Long.MAX_VALUE : bytes * length;
        }
        return bytes;
    }
}
