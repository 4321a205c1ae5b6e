package dev.shoal.netcdf;

import java.time.Clock;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps what headers of files are read from, for all who open the same state of a file in this process: planning and
 * tasks, one query and the next. Of files that nobody reads it keeps no more than its room, those that were read last.
 * Safe for use by several threads.
 */
final class KnownHeaders {

    /** A thirty-second part of the memory, at most 64 MiB: the headers of some thousand files. */
    static final KnownHeaders OF_PROCESS =
            new KnownHeaders(Math.min(64 << 20, Runtime.getRuntime().maxMemory() / 32), Clock.systemUTC());

    /** A file of which more is held is no header: its values lie among what describes them. */
    private static final long MOST_OF_A_FILE = 2 << 20;

    /** What a file costs beside its bytes. */
    private static final long ENTRY_BYTES = 512;

    private static final class Known {
        private final HeldBlocks blocks;
        private long bytes;

        Known(HeldBlocks blocks) {
            this.blocks = blocks;
        }
    }

    private final Map<FileState, Known> files = new LinkedHashMap<>(16, 0.75f, true);
    private final long room;
    private final Clock clock;
    private long bytes;

    /**
     * Makes it.
     *
     * @param room bytes that are kept of files that nobody reads
     */
    KnownHeaders(long room, Clock clock) {
        this.room = room;
        this.clock = clock;
    }

    /** Returns what is held of a file, for reading and adding to it. */
    synchronized HeldBlocks of(FileState state, int mostBlocks) {
        if (!state.isSettled(clock)) {
            return new HeldBlocks(mostBlocks);
        }
        return files.computeIfAbsent(state, opened -> new Known(new HeldBlocks(mostBlocks))).blocks;
    }

    /** Takes note that someone has read a file, and forgets those that were not read for longest. */
    void read(FileState state, HeldBlocks blocks) {
        long held;
        synchronized (blocks) {
            held = blocks.bytes();
        }
        count(state, blocks, held);
    }

    private synchronized void count(FileState state, HeldBlocks blocks, long held) {
        Known known = files.get(state);
        if (known == null || known.blocks != blocks) {
            return;
        }
        bytes += held + ENTRY_BYTES - known.bytes;
        known.bytes = held + ENTRY_BYTES;
        if (held > MOST_OF_A_FILE) {
            bytes -= known.bytes;
            files.remove(state);
        }
        for (Iterator<Known> eldest = files.values().iterator(); bytes > room && eldest.hasNext(); ) {
            bytes -= eldest.next().bytes;
            eldest.remove();
        }
    }

    /** Returns the number of bytes that are kept. */
    synchronized long bytes() {
        return bytes;
    }
}
