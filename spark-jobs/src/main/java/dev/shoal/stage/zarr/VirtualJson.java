package dev.shoal.stage.zarr;

import dev.shoal.stage.StageException;
import dev.shoal.zarr.kerchunk.JsonReferences;
import dev.shoal.zarr.virtual.ArrayPlan;
import dev.shoal.zarr.virtual.ChunkReferences;
import dev.shoal.zarr.virtual.VirtualArray;
import dev.shoal.zarr.virtual.VirtualPlan;
import dev.shoal.zarr.virtual.VirtualStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/**
 * One file of JSON, written here: readers hold it as a whole, so it has a natural limit.
 *
 * @param location of the file
 * @param folder of chunks that are copied
 */
record VirtualJson(String location, CopiedFolder folder, Configuration conf) implements VirtualOutput {

    /** Some 100 bytes each: beyond this, fsspec takes gigabytes and minutes to open a file. */
    private static final long MOST = 4_000_000;

    @Override
    public Tasks begin(VirtualPlan plan) throws IOException {
        long count = plan.size();
        if (count > MOST) {
            throw StageException.configuration("Cannot write " + location + ": found " + count
                    + " references, expected at most " + MOST
                    + " in one file of JSON, which readers hold in memory as a whole. Write kerchunk's Parquet"
                    + " (--output NAME.parquet) or an Icechunk repository (--output icechunk:PATH).");
        }
        folder.begin(plan, conf);
        return new Whole(folder);
    }

    @Override
    public void finish(VirtualPlan plan, List<byte[]> answers) throws IOException {
        List<Optional<ChunkReferences>> found = new ArrayList<>();
        plan.arrays().forEach(array -> found.add(Optional.empty()));
        for (byte[] answer : answers) {
            Answer of = PackedObjects.object(Answer.class, answer);
            found.set(of.array(), Optional.of(of.references()));
        }
        List<VirtualArray> arrays = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            VirtualArray array = plan.arrays().get(i).array();
            arrays.add(
                    plan.arrays().get(i).isHeld()
                            ? array
                            : VirtualPlan.with(array, found.get(i).orElse(ChunkReferences.none())));
        }
        folder.finish(conf);
        JsonReferences.write(new VirtualStore(plan.sources(), plan.attributes(), arrays, plan.notes()), location, conf);
    }

    /** The references of one array. */
    private record Answer(int array, ChunkReferences references) implements java.io.Serializable {}

    /** Arrays are one part each. */
    private record Whole(CopiedFolder folder) implements Tasks {

        @Override
        public long part(ArrayPlan array, long ordinal) {
            return 0;
        }

        @Override
        public long end(ArrayPlan array, long part) {
            return Long.MAX_VALUE;
        }

        @Override
        public byte[] write(VirtualPlan plan, int array, long part, ChunkReferences references, Configuration conf)
                throws IOException {
            return PackedObjects.bytes(new Answer(array, references));
        }

        @Override
        public String put(ArrayPlan array, String key, byte[] bytes, Configuration conf) throws IOException {
            return folder.put(array, key, bytes, conf);
        }
    }
}
