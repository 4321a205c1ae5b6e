package dev.shoal.netcdf;

import dev.shoal.plan.Window;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/**
 * The elements of one variable. What is not stored as it is shown, such as a member of a compound, is read as whole
 * elements of the dataset, some rows of chunks at a time, and taken out of them.
 *
 * @param source of the file
 * @param texts of the file
 * @param what dataset and leaf
 * @param layout of the dataset
 */
record Hdf5Reading(ByteSource source, Hdf5Texts texts, Hdf5Header.Shown what, Hdf5Layout layout) {

    /** Whole elements that are held at a time, but for one row of chunks that is larger. */
    private static final long PIECE_BYTES = 8 << 20;

    /** Reads a window of the variable. */
    Object values(Window window) throws IOException {
        Hdf5Type type = what.leaf().type();
        if (!what.leaf().isPlain(what.dataset().type().bytes())) {
            return picked(window);
        }
        Elements elements = new Elements(type.type(), type.bytes(), type.order());
        Object into = stored(elements, window, what.dataset().fill());
        if (type.type() != ElementType.STRING) {
            return into;
        }
        int[] places = new int[Math.toIntExact(window.size())];
        Arrays.setAll(places, i -> i * type.bytes());
        return texts.texts((byte[]) into, type, places);
    }

    /**
     * Reads a window of numbers into a larger array where they lie in the file as they are shown and all were written.
     *
     * @param to the cells of {@code into}
     * @return whether it did; nothing is changed where not
     */
    boolean read(Window window, Frame to, Object into) throws IOException {
        Hdf5Type type = what.leaf().type();
        boolean plain = what.leaf().isPlain(what.dataset().type().bytes()) && type.type() != ElementType.STRING;
        if (!plain
                || window.isEmpty()
                || !Window.whole(what.dataset().shape()).contains(window)
                || !layout.covers(window)) {
            return false;
        }
        layout.read(source, new Elements(type.type(), type.bytes(), type.order()), window, to, into);
        return true;
    }

    /** Tells whether something of the window was ever written. */
    boolean isWritten(Window window) {
        int rank = what.dataset().shape().length;
        Window outer = new Window(Arrays.copyOf(window.start(), rank), Arrays.copyOf(window.end(), rank));
        Optional<Window> held = rank == 0
                ? Optional.of(outer)
                : outer.intersect(Window.whole(what.dataset().shape()));
        return held.isPresent() && layout.isWritten(held.get());
    }

    /** Reads what the file holds of a window; the rest is the fill value. */
    private Object stored(Elements elements, Window window, byte[] fill) throws IOException {
        int count = Math.toIntExact(window.size());
        Object into = elements.allocate(count);
        Optional<Window> held = window.rank() == 0
                ? Optional.of(window)
                : window.intersect(Window.whole(what.dataset().shape()));
        if (held.isEmpty() || !held.get().equals(window)) {
            fillPastTheEnd(elements, fill, held, window, into);
        } else if (!layout.covers(window)) {
            elements.fill(fill, into);
        }
        if (held.isPresent() && count > 0) {
            layout.read(source, elements, held.get(), Frame.of(window), into);
        }
        return into;
    }

    /**
     * Fills where the file holds less than an unlimited dimension has. There netCDF shows its default fill value where
     * the variable has none of its own; where chunks within its lengths were never written, HDF5 shows zero.
     */
    private static void fillPastTheEnd(
            Elements elements, byte[] fill, Optional<Window> held, Window window, Object into) throws IOException {
        if (fill.length > 0) {
            elements.fill(fill, into);
            return;
        }
        elements.fill(DefaultFill.bytes(elements.type(), elements.order()), into);
        if (held.isEmpty()) {
            return;
        }
        int bytes = into instanceof byte[] ? elements.bytes() : 1;
        Object zeros = elements.allocate(Math.toIntExact(held.get().size()));
        new Overlap(Frame.of(held.get()), Frame.of(window), held.get())
                .each((from, to, count) -> System.arraycopy(zeros, 0, into, (int) to * bytes, (int) count * bytes));
    }

    private Object picked(Window window) throws IOException {
        Hdf5Leaf leaf = what.leaf();
        Hdf5Type type = leaf.type();
        int rank = what.dataset().shape().length;
        Window outer = new Window(Arrays.copyOf(window.start(), rank), Arrays.copyOf(window.end(), rank));
        Window inner = new Window(
                Arrays.copyOfRange(window.start(), rank, window.rank()),
                Arrays.copyOfRange(window.end(), rank, window.rank()));
        int[] inside = leaf.places(inner);
        int count = Math.toIntExact(window.size());
        Object into = type.type() == ElementType.STRING
                ? new String[count]
                : type.type() == ElementType.VLEN
                        ? new Object[count]
                        : new Elements(type.type(), type.type().bytes(), ByteOrder.LITTLE_ENDIAN).allocate(count);
        if (count == 0) {
            return into;
        }
        int done = 0;
        for (Window piece : pieces(outer)) {
            Object part = part(piece, inside);
            int length = java.lang.reflect.Array.getLength(part);
            System.arraycopy(part, 0, into, done, length);
            done += length;
        }
        return into;
    }

    private Object part(Window piece, int[] inside) throws IOException {
        int bytes = what.dataset().type().bytes();
        Elements whole = new Elements(ElementType.OTHER, bytes, ByteOrder.LITTLE_ENDIAN);
        byte[] stored = (byte[]) stored(whole, piece, what.dataset().fill());
        int count = Math.toIntExact(piece.size());
        int[] places = new int[Math.multiplyExact(count, inside.length)];
        for (int i = 0, at = 0; i < count; i++) {
            for (int place : inside) {
                places[at++] = i * bytes + place;
            }
        }
        Hdf5Type type = what.leaf().type();
        return switch (type.type()) {
            case STRING -> texts.texts(stored, type, places);
            case VLEN -> texts.sequences(stored, type, places);
            case CHAR ->
                Hdf5Type.number(ElementType.BYTE, 1, ByteOrder.LITTLE_ENDIAN, NumberForm.PLAIN)
                        .numbers(stored, places);
            default -> type.numbers(stored, places);
        };
    }

    /** Cuts a window along its slowest axis at the ends of chunks. */
    private Iterable<Window> pieces(Window outer) {
        if (outer.rank() == 0) {
            return java.util.List.of(outer);
        }
        long row = Math.max(1, what.dataset().type().bytes() * (outer.size() / Math.max(1, outer.length(0))));
        long chunk = what.dataset().chunk().map(lengths -> lengths[0]).orElse(1L);
        long rows = Math.max(1, PIECE_BYTES / row / chunk) * chunk;
        java.util.List<Window> pieces = new java.util.ArrayList<>();
        for (long start = outer.start(0); start < outer.end(0); ) {
            long end = Math.min(outer.end(0), (start / chunk) * chunk + rows);
            pieces.add(outer.with(0, start, end));
            start = end;
        }
        return pieces;
    }
}
