package dev.shoal.stage;

import dev.shoal.cf.CfDataset;
import dev.shoal.cf.ObservationBatch;
import dev.shoal.cf.ObservationLayout;
import dev.shoal.cf.ObservationReader;
import dev.shoal.cf.ObservedVariable;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.zarr.ArrayStores;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;

/**
 * The observations of one file, packed into blocks batch by batch. A file whose bytes turn out to be damaged ends
 * there, and the damage is told.
 */
final class ObservationFile implements BlockPacker.Feed, AutoCloseable {

    /** Who is told of a file that cannot be read to its end. */
    @FunctionalInterface
    interface Damage {
        /** Takes up the file and the reason. */
        void found(String path, String reason);
    }

    private final String path;
    private final Damage damage;
    private final ObservationReader reader;
    private final SourceChunks chunks;
    private final int[] sources;

    ObservationFile(String path, ObservationTable table, Configuration conf, Damage damage) throws IOException {
        this.path = path;
        this.damage = damage;
        ArrayFile file = ArrayStores.open(path, conf);
        CfDataset cf = CfDataset.of(file);
        ObservationLayout layout = cf.observations()
                .orElseThrow(() -> new UnreadableException(
                        "Cannot read '" + path + "': it changed since it was scanned. Run again."));
        this.reader = ObservationReader.open(file, cf);
        this.chunks = SourceChunks.of(layout);
        this.sources = sources(table, layout.variables());
    }

    /** Returns for each column of the table the position among the file's variables, or -1. */
    private static int[] sources(ObservationTable table, List<ObservedVariable> variables) {
        Map<String, Integer> position = new HashMap<>();
        for (int i = 0; i < variables.size(); i++) {
            position.put(variables.get(i).column(), i);
        }
        return table.columns().stream()
                .mapToInt(column -> position.getOrDefault(column.column(), -1))
                .toArray();
    }

    @Override
    public boolean into(BlockPacker packer) {
        try {
            if (!reader.next()) {
                return false;
            }
            pack(reader.batch(), packer);
            return true;
        } catch (UnreadableException error) {
            damage.found(path, String.valueOf(error.getMessage()));
            return false;
        } catch (IOException error) {
            throw StageException.store(path, error);
        }
    }

    private void pack(ObservationBatch batch, BlockPacker packer) {
        ObservationBlock block = block(batch);
        int start = 0;
        while (start < batch.size()) {
            String platform = batch.platform()[start];
            String series = batch.series()[start];
            int end = start + 1;
            while (end < batch.size() && batch.series()[end].equals(series) && batch.platform()[end].equals(platform)) {
                end++;
            }
            while (start < end) {
                BlockBuilder builder = packer.of(platform, series);
                int count = Math.min(builder.room(), end - start);
                builder.take(block, start, start + count);
                packer.added(count);
                start += count;
            }
        }
    }

    private ObservationBlock block(ObservationBatch batch) {
        int size = batch.size();
        double[][] numbers = new double[ObservationBlock.FIRST_COLUMN + sources.length][];
        numbers[ObservationBlock.LAT] = batch.lat();
        numbers[ObservationBlock.LON] = batch.lon();
        numbers[ObservationBlock.DEPTH] = batch.depthMetres();
        for (int column = 0; column < sources.length; column++) {
            double[] values = sources[column] < 0 ? missing(size) : batch.values()[sources[column]];
            numbers[ObservationBlock.FIRST_COLUMN + column] = values;
        }
        long[] chunk = new long[size];
        Arrays.setAll(chunk, i -> chunks.of(batch.index()[i]));
        return new ObservationBlock(
                size,
                batch.timeMicros(),
                numbers,
                new String[] {path},
                new int[0],
                batch.index(),
                chunk,
                ObservationBlock.NO_FLAGS,
                ObservationBlock.NO_TESTS);
    }

    private static double[] missing(int size) {
        double[] missing = new double[size];
        Arrays.fill(missing, Double.NaN);
        return missing;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
