package dev.shoal.stage.zarr;

import dev.shoal.zarr.kerchunk.ParquetReferences;
import dev.shoal.zarr.virtual.ArrayPlan;
import dev.shoal.zarr.virtual.ChunkReferences;
import dev.shoal.zarr.virtual.VirtualPlan;
import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/**
 * A folder of Parquet: tasks write files of rows.
 *
 * @param location of the folder
 * @param folder of chunks that are copied
 */
record VirtualParquet(String location, int recordSize, CopiedFolder folder, Configuration conf)
        implements VirtualOutput {

    @Override
    public Tasks begin(VirtualPlan plan) throws IOException {
        ParquetReferences.requireNothing(location, conf);
        folder.begin(plan, conf);
        return new Records(location, recordSize, ParquetReferences.urls(plan.sources()), folder);
    }

    @Override
    public void finish(VirtualPlan plan, List<byte[]> answers) throws IOException {
        Records records = new Records(location, recordSize, ParquetReferences.urls(plan.sources()), folder);
        for (int i = 0; i < plan.arrays().size(); i++) {
            if (plan.arrays().get(i).isHeld()) {
                records.write(plan, i, 0, plan.arrays().get(i).array().references(), conf);
            }
        }
        folder.finish(conf);
        ParquetReferences.finish(plan.header(), location, recordSize, conf);
    }

    private record Records(String location, int recordSize, String[] urls, CopiedFolder folder) implements Tasks {

        @Override
        public long part(ArrayPlan array, long ordinal) {
            return ordinal / recordSize;
        }

        @Override
        public long end(ArrayPlan array, long part) {
            return (part + 1) * recordSize;
        }

        @Override
        public byte[] write(VirtualPlan plan, int array, long part, ChunkReferences references, Configuration conf)
                throws IOException {
            String path = plan.arrays().get(array).array().path();
            ParquetReferences.writePart(location, path, part, references, urls, recordSize, conf);
            return new byte[0];
        }

        @Override
        public String put(ArrayPlan array, String key, byte[] bytes, Configuration conf) throws IOException {
            return folder.put(array, key, bytes, conf);
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return location.hashCode();
        }
    }
}
