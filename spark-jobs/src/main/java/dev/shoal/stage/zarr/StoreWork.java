package dev.shoal.stage.zarr;

import dev.shoal.plan.ChunkGrid;
import dev.shoal.plan.NumberRuns;
import dev.shoal.plan.Window;
import dev.shoal.zarr.ArchiveEntry;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.PrimitiveIterator;
import java.util.Set;

/**
 * What is to be written into a store; nothing has run yet.
 *
 * @param template that all files agree with
 * @param arrays that are written
 * @param files that values come from
 * @param pieces where the steps come from, in order, each step once
 * @param verification what is done about a chunk once it is written
 */
record StoreWork(
        SourceTemplate template,
        List<TargetArray> arrays,
        List<ArchiveEntry> files,
        List<Piece> pieces,
        StoreRequest.Verification verification)
        implements Serializable {

    private static final Set<ChunkFate> CHANGED = EnumSet.complementOf(EnumSet.of(ChunkFate.KEPT));

    /** Copies the lists. */
    StoreWork {
        arrays = new ArrayList<>(arrays);
        files = new ArrayList<>(files);
        pieces = new ArrayList<>(pieces);
    }

    /**
     * The work of one task: a box of whole chunks.
     *
     * @param array position among the arrays
     * @param ordinal of the box
     */
    record Unit(int array, long ordinal) implements Serializable {}

    /** Returns the same work on some of its arrays. */
    StoreWork of(List<TargetArray> some) {
        return new StoreWork(template, some, files, pieces, verification);
    }

    /** Returns what the work is of, for people. */
    String text() {
        return files.size() + (files.size() == 1 ? " file" : " files");
    }

    /** Returns the name under which a unit is written down; with boxes of another size it is another. */
    String mark(Unit unit) {
        StringBuilder mark = new StringBuilder().append(unit.array());
        for (long length : arrays.get(unit.array()).boxes().box()) {
            mark.append('x').append(length);
        }
        return mark.append('-').append(unit.ordinal()).toString();
    }

    /** Returns the number of a unit among the boxes of all arrays, arrays one after the other. */
    private long number(Unit unit) {
        long number = unit.ordinal();
        for (int array = 0; array < unit.array(); array++) {
            number += arrays.get(array).boxes().count();
        }
        return number;
    }

    /** Returns the unit of a number. */
    Unit unit(long number) {
        int array = 0;
        long ordinal = number;
        while (ordinal >= arrays.get(array).boxes().count()) {
            ordinal -= arrays.get(array).boxes().count();
            array++;
        }
        return new Unit(array, ordinal);
    }

    /** Returns the number of the unit that was written down so; nothing where its boxes were others. */
    OptionalLong marked(String mark) {
        for (int array = 0; array < arrays.size(); array++) {
            String prefix = mark(new Unit(array, 0));
            prefix = prefix.substring(0, prefix.length() - 1);
            if (mark.startsWith(prefix)) {
                String ordinal = mark.substring(prefix.length());
                return ordinal.matches("[0-9]{1,18}")
                        ? OptionalLong.of(number(new Unit(array, Long.parseLong(ordinal))))
                        : OptionalLong.empty();
            }
        }
        return OptionalLong.empty();
    }

    /** Returns the numbers of the boxes that hold something to write. */
    NumberRuns units() {
        NumberRuns.Builder units = new NumberRuns.Builder();
        long first = 0;
        for (TargetArray target : arrays) {
            long count = target.boxes().count();
            if (target.axis() < 0 || target.isNew() || target.isApart()) {
                units.add(first, first + count);
            } else {
                addChanged(target, first, units);
            }
            first += count;
        }
        return units.build();
    }

    /** Returns the bytes of the chunks that are written of some boxes. */
    long bytes(NumberRuns numbers) {
        long bytes = 0;
        for (PrimitiveIterator.OfLong each = numbers.iterator(); each.hasNext(); ) {
            Unit unit = unit(each.nextLong());
            TargetArray target = arrays.get(unit.array());
            for (long[] chunk : chunks(target, unit.ordinal(), CHANGED)) {
                bytes += target.array().grid().window(chunk).size()
                        * target.array().type().bytes();
            }
        }
        return bytes;
    }

    private void addChanged(TargetArray target, long first, NumberRuns.Builder units) {
        boolean[] changed = changedBoxes(target);
        for (long ordinal = 0; ordinal < target.boxes().count(); ordinal++) {
            if (changed[(int) target.boxes().place(ordinal, target.axis())]) {
                units.add(first + ordinal, first + ordinal + 1);
            }
        }
    }

    private boolean[] changedBoxes(TargetArray target) {
        long length = target.boxes().box()[target.axis()];
        long chunks = target.array().grid().count(target.axis());
        boolean[] changed = new boolean[Math.toIntExact((chunks + length - 1) / length)];
        for (long chunk = 0; chunk < chunks; chunk++) {
            changed[(int) (chunk / length)] |= fate(target, chunk).isChange();
        }
        return changed;
    }

    /** Returns what becomes of the chunks at a place of the append axis; without that axis, of all. */
    ChunkFate fate(TargetArray target, long place) {
        if (target.axis() < 0 || target.isNew()) {
            return target.isNew() ? ChunkFate.WRITTEN : ChunkFate.REPLACED;
        }
        long length = target.array().chunk()[target.axis()];
        long start = place * length;
        long end = Math.min(start + length, target.array().shape()[target.axis()]);
        List<Piece> from = pieces(start, end);
        if (target.isApart()) {
            return isWhole(from, length) ? ChunkFate.COPIED : ChunkFate.WRITTEN;
        }
        boolean changed = false;
        boolean seen = false;
        for (Piece piece : from) {
            boolean other = piece.file() != Piece.STORE || piece.isMoved();
            changed |= other;
            seen |= other && piece.touches(start, Math.min(end, target.oldSteps()));
        }
        return seen ? ChunkFate.REPLACED : changed ? ChunkFate.WRITTEN : ChunkFate.KEPT;
    }

    /** Tells whether all steps of a chunk are those of one chunk of the store. */
    private static boolean isWhole(List<Piece> pieces, long length) {
        Piece piece = pieces.get(0);
        return pieces.size() == 1 && piece.file() == Piece.STORE && (piece.start() - piece.from()) % length == 0;
    }

    /** Returns the place along the append axis of the chunk that one is copied from. */
    long copiedFrom(TargetArray target, long place) {
        long length = target.array().chunk()[target.axis()];
        Piece piece = pieces(place * length, place * length + 1).get(0);
        return place - (piece.start() - piece.from()) / length;
    }

    /** Returns the pieces that a box of cells of an array with the append dimension takes from. */
    List<Piece> pieces(TargetArray target, Window cells) {
        return pieces(cells.start(target.axis()), cells.end(target.axis()));
    }

    private List<Piece> pieces(long start, long end) {
        List<Piece> touching = new ArrayList<>();
        for (int at = first(start); at < pieces.size() && pieces.get(at).start() < end; at++) {
            touching.add(pieces.get(at));
        }
        return touching;
    }

    /** Returns the position of the first piece that ends behind a step. */
    private int first(long step) {
        int low = 0;
        int high = pieces.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (pieces.get(middle).end() <= step) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Returns the chunks of a unit that this becomes of. */
    List<long[]> chunks(TargetArray target, long ordinal, Set<ChunkFate> fates) {
        List<long[]> chunks = new ArrayList<>();
        for (long[] chunk : ChunkGrid.walk(target.boxes().chunks(ordinal))) {
            if (fates.contains(fate(target, target.axis() < 0 ? 0 : chunk[target.axis()]))) {
                chunks.add(chunk);
            }
        }
        return chunks;
    }

    /**
     * Returns the journal's entry of this work at its beginning.
     *
     * @param sources hash of what was asked for
     */
    StoreJournal.Entry entry(String job, String sources) {
        return new StoreJournal.Entry(
                job, hash(), StoreJournal.Phase.WRITING, units().count(), sources, text(), StoreClaim.of(this));
    }

    /** Returns a number that is the same for the same work on the same files, and no other. */
    String hash() {
        StringBuilder text = new StringBuilder(sources());
        arrays.forEach(array -> text.append(array.array())
                .append(' ')
                .append(array.file())
                .append(' ')
                .append(array.oldSteps())
                .append(' ')
                .append(array.array().dimensions())
                .append(array.array().fill())
                .append(array.array().attributes())
                .append(array.array().format())
                .append(array.array().order())
                .append(array.array().codec())
                .append(array.array().separator())
                .append('\n'));
        pieces.forEach(piece -> text.append(piece).append('\n'));
        return hash(text.toString());
    }

    /** Returns a number that is the same for the same variables of the same files, and no other. */
    String sources() {
        StringBuilder text = new StringBuilder();
        files.forEach(file -> text.append(file).append('\n'));
        arrays.forEach(array -> text.append(array.source()).append(array.form()).append('\n'));
        return hash(text.toString());
    }

    /** Returns a number that is the same for the same text, and no other. */
    static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot take a digest: the Java runtime lacks SHA-256.", e);
        }
    }
}
