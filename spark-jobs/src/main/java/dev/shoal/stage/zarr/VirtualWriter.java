package dev.shoal.stage.zarr;

import dev.shoal.zarr.virtual.ArrayPlan;
import dev.shoal.zarr.virtual.ChunkReferences;
import dev.shoal.zarr.virtual.SourceFile;
import dev.shoal.zarr.virtual.VirtualFile;
import dev.shoal.zarr.virtual.VirtualPlan;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.hadoop.conf.Configuration;
import scala.Tuple2;

/**
 * What tasks do to write references: cut those of a file into parts, copy chunks, and write a part.
 *
 * @param plan of the store
 * @param tasks of its output
 */
record VirtualWriter(VirtualPlan plan, VirtualOutput.Tasks tasks) implements Serializable {

    private static final int PART_BITS = 40;

    /** Cuts the references of files into parts, lazily. */
    Iterator<Tuple2<Long, byte[]>> staying(Iterator<byte[]> files) {
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < plan.sources().size(); i++) {
            numbers.put(plan.sources().get(i).location(), i);
        }
        return stream(files)
                .flatMap(bytes -> staying(PackedObjects.object(VirtualFile.class, bytes), numbers).stream())
                .iterator();
    }

    private static <T> Stream<T> stream(Iterator<T> items) {
        Iterable<T> once = () -> items;
        return StreamSupport.stream(once.spliterator(), false);
    }

    private List<Tuple2<Long, byte[]>> staying(VirtualFile file, Map<String, Integer> numbers) {
        List<Tuple2<Long, byte[]>> pieces = new ArrayList<>();
        int number = numbers.getOrDefault(file.source().location(), -1);
        if (number < 0) {
            throw new IllegalStateException("Cannot refer to " + file.source().location()
                    + ": the file is none of those that the store was planned of.");
        }
        SourceFile planned = plan.sources().get(number);
        if (!planned.equals(file.source())) {
            throw new IllegalStateException("Cannot refer to " + planned.location()
                    + ": the file was changed while the store was made. Run the command again.");
        }
        for (int i = 0; i < plan.arrays().size(); i++) {
            ArrayPlan array = plan.arrays().get(i);
            if (!array.isHeld()) {
                int at = i;
                file.array(array.array().path()).ifPresent(part -> cut(at, array.references(number, part), pieces));
            }
        }
        return pieces;
    }

    private void cut(int number, ChunkReferences references, List<Tuple2<Long, byte[]>> into) {
        if (references.size() == 0) {
            return;
        }
        ArrayPlan array = plan.arrays().get(number);
        long last = tasks.part(array, references.last());
        for (long part = tasks.part(array, references.first()); part <= last; part++) {
            long start = part == 0 ? 0 : tasks.end(array, part - 1);
            ChunkReferences some = references.slice(start, tasks.end(array, part));
            if (some.size() > 0) {
                into.add(new Tuple2<>((long) number << PART_BITS | part, bytes(some)));
            }
        }
    }

    private static byte[] bytes(ChunkReferences references) {
        try {
            return PackedObjects.bytes(references);
        } catch (IOException notPossible) {
            throw new UncheckedIOException("Cannot pack references in memory.", notPossible);
        }
    }

    /**
     * Copies rows of chunks, lazily.
     *
     * @param rows array and row
     * @param done told of every row
     */
    Iterator<Tuple2<Long, byte[]>> copied(Iterator<long[]> rows, Configuration conf, LongConsumer done) {
        return stream(rows)
                .flatMap(row -> {
                    List<Tuple2<Long, byte[]>> pieces = new ArrayList<>();
                    try {
                        ArrayPlan array = plan.arrays().get((int) row[0]);
                        cut((int) row[0], new ChunkCopies(array, plan.sources(), tasks, conf).row(row[1]), pieces);
                    } catch (IOException error) {
                        throw new UncheckedIOException(error.getMessage(), error);
                    }
                    done.accept(1);
                    return pieces.stream();
                })
                .iterator();
    }

    /** Writes one part. */
    byte[] write(long key, Iterable<byte[]> pieces, Configuration conf) throws IOException {
        List<ChunkReferences> all = new ArrayList<>();
        pieces.forEach(piece -> all.add(PackedObjects.object(ChunkReferences.class, piece)));
        return tasks.write(
                plan, (int) (key >>> PART_BITS), key & ((1L << PART_BITS) - 1), ChunkReferences.joined(all), conf);
    }
}
