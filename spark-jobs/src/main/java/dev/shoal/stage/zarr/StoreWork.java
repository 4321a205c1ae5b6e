package dev.shoal.stage.zarr;

import dev.shoal.plan.ChunkGrid;
import dev.shoal.plan.Window;
import dev.shoal.zarr.ArchiveEntry;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

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

    /** Returns the name under which a unit is written down; with boxes of another size it is another. */
    String mark(Unit unit) {
        StringBuilder mark = new StringBuilder().append(unit.array());
        for (long length : arrays.get(unit.array()).boxes().box()) {
            mark.append('x').append(length);
        }
        return mark.append('-').append(unit.ordinal()).toString();
    }

    /** Returns the boxes that hold something to write, arrays one after the other. */
    List<Unit> units() {
        List<Unit> units = new ArrayList<>();
        for (int array = 0; array < arrays.size(); array++) {
            TargetArray target = arrays.get(array);
            for (long ordinal = 0; ordinal < target.boxes().count(); ordinal++) {
                if (isChanged(target, target.boxes().cells(ordinal))) {
                    units.add(new Unit(array, ordinal));
                }
            }
        }
        return units;
    }

    /** Tells whether a box of cells holds any that come from a file. */
    boolean isChanged(TargetArray target, Window cells) {
        return target.axis() < 0 || pieces(target, cells).stream().anyMatch(piece -> isFromFile(target, piece));
    }

    /**
     * Tells whether a chunk shows readers of the old shape other values: it cannot be put in its place before all
     * others are ready.
     */
    boolean isReplaced(TargetArray target, long[] chunk) {
        if (target.axis() < 0) {
            return target.oldSteps() > 0;
        }
        Window cells = target.array().grid().window(chunk);
        long end = Math.min(cells.end(target.axis()), target.oldSteps());
        return pieces(target, cells).stream()
                .anyMatch(piece -> isFromFile(target, piece) && piece.touches(cells.start(target.axis()), end));
    }

    /** Steps that the store holds of other arrays are no steps of one that is new. */
    private static boolean isFromFile(TargetArray target, Piece piece) {
        return piece.file() != Piece.STORE || target.oldSteps() == 0;
    }

    /** Returns the pieces that a box of cells of an array with the append dimension takes from. */
    List<Piece> pieces(TargetArray target, Window cells) {
        long start = cells.start(target.axis());
        long end = cells.end(target.axis());
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

    /** Returns the chunks of a unit that hold something to write. */
    List<long[]> chunks(TargetArray target, long ordinal) {
        List<long[]> chunks = new ArrayList<>();
        for (long[] chunk : ChunkGrid.walk(target.boxes().chunks(ordinal))) {
            if (isChanged(target, target.array().grid().window(chunk))) {
                chunks.add(chunk);
            }
        }
        return chunks;
    }

    /** Returns the journal's entry of this work at its beginning. */
    StoreJournal.Entry entry(String job, long units) {
        return new StoreJournal.Entry(
                job,
                hash(),
                StoreJournal.Phase.WRITING,
                units,
                sources(),
                files.size() + (files.size() == 1 ? " file" : " files"));
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

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot take a digest: the Java runtime lacks SHA-256.", e);
        }
    }
}
