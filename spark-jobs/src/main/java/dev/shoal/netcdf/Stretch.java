package dev.shoal.netcdf;

import java.io.IOException;
import java.util.Arrays;

/**
 * Reads elements that lie end to end in many stretches of a file. Stretches are gathered and planned together, some ten
 * thousand at a time, so that neither their number nor their bytes in flight grow with the request.
 */
final class Stretch {

    private static final int PIECES = 1 << 14;
    private static final int PIECE_BYTES = 4 << 20;

    private final ByteSource source;
    private final Elements elements;
    private final Object into;
    private long[] positions = new long[16];
    private long[] lengths = new long[16];
    private int[] targets = new int[16];
    private int count;

    Stretch(ByteSource source, Elements elements, Object into) {
        this.source = source;
        this.elements = elements;
        this.into = into;
    }

    /**
     * Asks for elements; they are there after {@link #finish}.
     *
     * @param address in the file; not before that of the call before
     * @param at where the first belongs in the target
     * @param number of elements
     */
    void read(long address, int at, long number) throws IOException {
        source.require(address, Math.multiplyExact(number, elements.bytes()));
        int most = Math.max(1, PIECE_BYTES / Math.max(1, elements.bytes()));
        for (long done = 0; done < number; done += most) {
            if (count == PIECES) {
                finish();
            }
            if (count == positions.length) {
                positions = Arrays.copyOf(positions, 2 * count);
                lengths = Arrays.copyOf(lengths, 2 * count);
                targets = Arrays.copyOf(targets, 2 * count);
            }
            positions[count] = address + done * elements.bytes();
            lengths[count] = Math.min(most, number - done) * elements.bytes();
            targets[count] = (int) (at + done);
            count++;
        }
    }

    /** Reads what was asked for and not read yet. */
    void finish() throws IOException {
        source.fetch(ReadPlan.of(positions, lengths, count, source.requestBytes()), (request, bytes) -> {
            for (int piece = request.first(); piece < request.end(); piece++) {
                int start = bytes.offset() + (int) (positions[piece] - request.position());
                int number = (int) (lengths[piece] / Math.max(1, elements.bytes()));
                elements.rows(bytes.bytes(), start, (int) lengths[piece], into).copy(0, targets[piece], number);
            }
        });
        count = 0;
    }
}
