package dev.shoal.netcdf;

import java.util.ArrayList;
import java.util.List;

/** Joins wanted pieces of a file that lie near each other to few requests, before anything is read. */
public final class ReadPlan {

    /** One request brings no more than this, but for a single piece that is larger: it bounds the bytes in flight. */
    static final int REQUEST_BYTES = 8 << 20;

    /**
     * The same of a disk, which answers at once: what was brought is still in the processor's cache when it is used.
     */
    static final int LOCAL_REQUEST_BYTES = 1 << 20;

    /** Gaps up to this are read over whatever lies around them: a disk reads whole pages, and a request costs more. */
    static final int PAGE_BYTES = 4 << 10;

    /** Larger gaps are read over up to this, what an object store sends in a tenth of the time it takes to answer. */
    static final int GAP_BYTES = 128 << 10;

    /** Larger gaps may come to this part of what is wanted of a request. */
    static final int WANTED_PER_GAP = 8;

    private final long[] positions;
    private final long[] lengths;
    private final int count;
    private final int most;
    private final List<ReadRequest> requests = new ArrayList<>();

    private ReadPlan(long[] positions, long[] lengths, int count, int most) {
        this.positions = positions;
        this.lengths = lengths;
        this.count = count;
        this.most = most;
    }

    /**
     * Plans the reads of pieces.
     *
     * @param positions ascending; the first {@code count} are taken
     * @param lengths of the pieces, each below 2^31; pieces may overlap
     * @param most bytes of a request that joins pieces
     * @return requests in ascending order that hold every piece once
     */
    public static List<ReadRequest> of(long[] positions, long[] lengths, int count, int most) {
        ReadPlan plan = new ReadPlan(positions, lengths, count, most);
        for (int next = 0; next < count; ) {
            next = plan.join(next);
        }
        return plan.requests;
    }

    private int join(int first) {
        long start = positions[first];
        long end = start + lengths[first];
        long wanted = lengths[first];
        long gaps = 0;
        int next = first + 1;
        while (next < count) {
            long gap = Math.max(0, positions[next] - end);
            long over = gap > PAGE_BYTES ? gap : 0;
            long far = Math.max(end, positions[next] + lengths[next]);
            if (gap > GAP_BYTES || far - start > most || (gaps + over) * WANTED_PER_GAP > wanted + lengths[next]) {
                break;
            }
            gaps += over;
            wanted += lengths[next];
            end = far;
            next++;
        }
        requests.add(new ReadRequest(start, Math.toIntExact(end - start), first, next));
        return next;
    }
}
