package dev.shoal.cf;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.Window;
import java.io.IOException;
import java.util.Arrays;

/**
 * The parents of a ragged dimension. Of a link that counts, the counts are held (one per parent); of one that holds
 * indexes, only the window asked for.
 */
final class Parents {

    /** Stands for no parent. */
    static final long NONE = -1;

    private static final int SCAN_LENGTH = 1 << 20;

    private final ArrayFile file;
    private final VariableHeader variable;
    private final Packing packing;
    private final long parentLength;
    private final long base;
    private final long[] starts;

    Parents(ArrayFile file, RaggedLink link) throws IOException {
        this.file = file;
        this.variable = file.header().variable(link.variable()).orElseThrow();
        this.packing = Packing.of(variable);
        this.parentLength = file.header().dimension(link.parent()).orElseThrow().length();
        boolean counts = link.kind() == RaggedLink.Kind.COUNT;
        this.starts = counts ? sums(packing.decode(file.read(variable))) : new long[0];
        this.base = counts ? 0 : firstIndex();
    }

    /** Returns the child at which a parent's children start; only for links that count. */
    long start(long parent) {
        return starts[(int) parent];
    }

    /** Returns the number of a parent's children; only for links that count. */
    long count(long parent) {
        return starts[(int) parent + 1] - starts[(int) parent];
    }

    /** Returns the parent of each child, or {@link #NONE}. */
    long[] of(long[] children) throws IOException {
        return starts.length > 0 ? counted(children) : indexed(children);
    }

    private long[] counted(long[] children) {
        long[] parents = new long[children.length];
        for (int i = 0; i < children.length; i++) {
            boolean inside = children[i] >= 0 && children[i] < starts[starts.length - 1];
            parents[i] = inside ? parent(children[i]) : NONE;
        }
        return parents;
    }

    /** The last parent that starts at or before a child; those after it with the same start have no children. */
    private long parent(long child) {
        int low = 0;
        int high = starts.length - 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (starts[middle] <= child) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private long[] indexed(long[] children) throws IOException {
        long[] parents = new long[children.length];
        Arrays.fill(parents, NONE);
        long low = Arrays.stream(children).filter(child -> child >= 0).min().orElse(NONE);
        if (low == NONE) {
            return parents;
        }
        long high = Arrays.stream(children).max().orElse(low) + 1;
        double[] indexes = packing.decode(file.read(variable, new Window(new long[] {low}, new long[] {high})));
        for (int i = 0; i < children.length; i++) {
            double index = children[i] < 0 ? Double.NaN : indexes[(int) (children[i] - low)] - base;
            parents[i] = index >= 0 && index < parentLength ? (long) index : NONE;
        }
        return parents;
    }

    /** Indexes start at 0; at 1 only where they would else point behind the last parent, and never at 0. */
    private long firstIndex() throws IOException {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        long length = variable.size();
        for (long start = 0; start < length; start += SCAN_LENGTH) {
            Window window = new Window(new long[] {start}, new long[] {Math.min(length, start + SCAN_LENGTH)});
            for (double index : packing.decode(file.read(variable, window))) {
                least = index < least ? index : least;
                most = index > most ? index : most;
            }
        }
        return most == parentLength && least >= 1 ? 1 : 0;
    }

    private static long[] sums(double[] counts) {
        long[] sums = new long[counts.length + 1];
        for (int i = 0; i < counts.length; i++) {
            sums[i + 1] = sums[i] + (counts[i] > 0 ? (long) counts[i] : 0);
        }
        return sums;
    }
}
