package dev.shoal.stage.zarr;

import dev.shoal.plan.ChunkGrid;
import dev.shoal.zarr.HadoopStore;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.apache.hadoop.conf.Configuration;
import scala.Tuple2;

/**
 * The pieces of one array as objects of a folder of the store that is being made:
 * {@code .shoal-pieces/ARRAY/STAGE/BOX/BOX-BEFORE}. Each is a piece as {@link RechunkPieces#cut} makes it. A piece
 * depends on source and plan alone, so it may be put twice.
 */
final class RechunkParcels {

    static final String FOLDER = ".shoal-pieces";

    private final RechunkWork work;
    private final HadoopStore store;

    /** Names the folder; asks nothing of it. */
    RechunkParcels(RechunkWork work, Configuration conf) throws IOException {
        this.work = work;
        this.store = new HadoopStore(work.target(), conf);
    }

    /** Puts the pieces of some boxes. */
    void put(int stage, RechunkCut cut) throws IOException {
        while (cut.hasNext()) {
            Tuple2<Integer, byte[]> piece = cut.next();
            long next = work.ordinal(stage + 1, piece._1());
            store.put(key(stage + 1, next, RechunkPieces.box(piece._2())), piece._2());
        }
    }

    /** Returns the pieces of a box, fetched one at a time. */
    Iterator<byte[]> of(int stage, long ordinal) {
        ChunkGrid before = work.plan().stages().get(stage - 1);
        Iterator<long[]> boxes =
                ChunkGrid.walk(before.touching(work.window(stage, ordinal))).iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return boxes.hasNext();
            }

            @Override
            public byte[] next() {
                return fetched(key(stage, ordinal, before.ordinal(boxes.next())));
            }
        };
    }

    private byte[] fetched(String key) {
        try {
            return store.read(key, Integer.MAX_VALUE)
                    .orElseThrow(() -> new FileNotFoundException(
                            "Cannot read piece " + key + " of " + store.root() + ": found no such object. Run again."));
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    /** Deletes all pieces. */
    void delete() throws IOException {
        store.delete(FOLDER);
    }

    /** Deletes what a rechunk that was stopped has left, and one that came another way would not find. */
    static void delete(String target, Configuration conf) throws IOException {
        new HadoopStore(target, conf).delete(FOLDER);
    }

    private String key(int stage, long box, long before) {
        return FOLDER + "/" + work.array().array().path() + "/" + stage + "/" + box + "/" + before;
    }
}
