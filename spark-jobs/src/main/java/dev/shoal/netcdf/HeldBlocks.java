package dev.shoal.netcdf;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is held of one state of a file: blocks of its header, and small values by the request that brought them. The
 * bytes are not changed. Not safe for use by several threads but under its own lock, which is held while a block is
 * fetched, so that tasks that want the same block fetch it once.
 */
final class HeldBlocks {

    /** A request, by what it asks for. */
    private record Place(long position, int length) {}

    /** Values of one file that are held. */
    private static final int VALUE_BYTES = 1 << 20;

    private final Map<Long, byte[]> blocks;
    private final Map<Place, byte[]> values = new HashMap<>();
    private long blockBytes;
    private int valueBytes;

    /**
     * Makes it.
     *
     * @param most blocks that are held, those that were asked for last
     */
    HeldBlocks(int most) {
        this.blocks = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, byte[]> eldest) {
                if (size() <= most) {
                    return false;
                }
                blockBytes -= eldest.getValue().length;
                return true;
            }
        };
    }

    Optional<byte[]> block(long number) {
        return Optional.ofNullable(blocks.get(number));
    }

    boolean holds(long number) {
        return blocks.containsKey(number);
    }

    void keep(long number, byte[] block) {
        blockBytes += block.length;
        byte[] before = blocks.put(number, block);
        blockBytes -= before == null ? 0 : before.length;
    }

    /** Returns what a request of this place and length brought. */
    Optional<byte[]> values(ReadRequest request) {
        return Optional.ofNullable(values.get(new Place(request.position(), request.length())));
    }

    /** Keeps what a request brought, where there is room. */
    void keepValues(ReadRequest request, byte[] brought) {
        if (brought.length <= VALUE_BYTES - valueBytes
                && values.putIfAbsent(new Place(request.position(), request.length()), brought) == null) {
            valueBytes += brought.length;
        }
    }

    /** Returns the number of bytes that are held. */
    long bytes() {
        return blockBytes + valueBytes;
    }
}
