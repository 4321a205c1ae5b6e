package dev.shoal.stage.zarr;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.ElementType;
import dev.shoal.plan.ChunkGrid;
import dev.shoal.plan.RechunkPlan;
import dev.shoal.stage.Progress;
import dev.shoal.stage.SparkWork;
import dev.shoal.stage.StageException;
import dev.shoal.zarr.HadoopStore;
import dev.shoal.zarr.ZarrArray;
import dev.shoal.zarr.ZarrStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * Makes a Zarr store of the arrays of another store or file, divided into other chunks. Elements are copied as stored:
 * packing, fill values and attributes stay.
 *
 * <p>Chunks are written first and documents last, so that nothing opens until all is there. A run that was stopped is
 * gone on with by the same call: boxes whose chunks all lie there are not made again.
 */
public final class RechunkStage {

    /** Arrays no larger than this are copied by the driver, where a Spark job would take longer than the copy. */
    private static final long SMALL_BYTES = 4L << 20;

    private final SparkSession spark;
    private final Progress progress;

    /** Prepares the stage. */
    public RechunkStage(SparkSession spark, Progress progress) {
        this.spark = spark;
        this.progress = progress;
    }

    /**
     * Makes the store.
     *
     * @param layout planned for the source as it is
     * @throws StageException where the target holds anything else, or a store fails; what was written stays, and the
     *     same call goes on from there
     */
    public RechunkOutcome run(RechunkLayout layout) {
        return run(layout, DerivedArrays.none(layout));
    }

    /** Makes the store with more arrays, which are made of those of the rechunk. */
    RechunkOutcome run(RechunkLayout layout, DerivedArrays derived) {
        Configuration conf = spark.sparkContext().hadoopConfiguration();
        String target = layout.request().target();
        try {
            List<ZarrArray> arrays = new ArrayList<>(derived.arrays());
            layout.arrays().forEach(array -> arrays.add(array.array()));
            RechunkMarker marker = new RechunkMarker(layout, derived.text(), conf);
            RechunkMarker.Found found = marker.claim();
            long all = arrays.stream().mapToLong(array -> array.grid().count()).sum();
            if (found == RechunkMarker.Found.FINISHED) {
                return new RechunkOutcome(arrays.size(), 0, all);
            }
            Set<String> there = found == RechunkMarker.Found.NOTHING ? Set.of() : keys(target, conf);
            long written = 0;
            for (List<RechunkArray> layouts : layout.variables()) {
                written += variable(layouts, target, there, conf);
            }
            written += derived.write(target, there, conf);
            ZarrStore store = ZarrStore.create(target, conf, derived.attributes(), arrays);
            for (String group : derived.groups()) {
                store.putGroup(group, layout.attributes());
            }
            store.consolidate();
            if (found == RechunkMarker.Found.UNFINISHED) {
                RechunkParcels.delete(target, conf);
            }
            marker.finish();
            return new RechunkOutcome(arrays.size(), written, all - written);
        } catch (Exception error) { // Spark throws checked ones too.
            throw StageException.ofStore(target, error);
        }
    }

    private static Set<String> keys(String target, Configuration conf) throws IOException {
        Set<String> keys = new HashSet<>();
        try (Stream<String> all = new HadoopStore(target, conf).getRelativeLeafKeys("")) {
            all.forEach(keys::add);
        }
        return keys;
    }

    /** Makes all layouts of a variable; returns the chunks written. */
    private long variable(List<RechunkArray> layouts, String target, Set<String> there, Configuration conf)
            throws IOException {
        List<RechunkWork> works = new ArrayList<>();
        for (RechunkArray array : layouts) {
            long[] remaining = LongStream.range(0, array.plan().writes().count())
                    .filter(ordinal -> !isThere(array, ordinal, there))
                    .toArray();
            if (remaining.length > 0) {
                works.add(RechunkWork.of(array, target, remaining));
            }
        }
        boolean small = works.stream().allMatch(RechunkStage::isSmall);
        boolean texts = layouts.get(0).variable().type() == ElementType.STRING;
        if (!small
                && !texts
                && RechunkPlan.shareReads(works.stream().map(RechunkWork::plan).toList())) {
            carry(new RechunkShare(works));
        } else {
            for (RechunkWork work : works) {
                alone(work, conf);
            }
        }
        return works.stream().mapToLong(RechunkWork::chunks).sum();
    }

    private void alone(RechunkWork work, Configuration conf) throws IOException {
        if (isSmall(work)) {
            copy(work, conf);
        } else {
            carry(new RechunkShare(List.of(work)));
        }
    }

    private static boolean isSmall(RechunkWork work) {
        return work.stages() == 1 && work.plan().bytes() <= SMALL_BYTES;
    }

    private void carry(RechunkShare share) {
        RechunkWork work = share.first();
        long chunks = share.works().stream().mapToLong(RechunkWork::chunks).sum();
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        SparkWork.run(spark, "Rechunking " + work.array().variable().name(), chunks, progress, counted -> {
            try {
                return new RechunkSpark(context, share, counted).run();
            } catch (IOException error) {
                throw StageException.store(work.target(), error);
            }
        });
    }

    private static boolean isThere(RechunkArray array, long ordinal, Set<String> there) {
        if (there.isEmpty()) {
            return false;
        }
        RechunkPlan plan = array.plan();
        ChunkGrid boxes = plan.writes();
        for (long[] index : ChunkGrid.walk(plan.target().touching(boxes.window(boxes.index(ordinal))))) {
            if (!there.contains(array.array().chunkKey(index))) {
                return false;
            }
        }
        return true;
    }

    private static void copy(RechunkWork work, Configuration conf) throws IOException {
        try (ArrayFile file = RechunkTask.open(work, conf);
                RechunkTask task = new RechunkTask(work, conf)) {
            for (int place = 0; place < work.count(0); place++) {
                task.direct(work, file, work.ordinal(0, place));
            }
        }
    }
}
