package dev.shoal.stage;

import dev.shoal.qc.Cadence;
import dev.shoal.qc.Companions;
import dev.shoal.qc.QcSuite;
import dev.shoal.qc.Role;
import dev.shoal.qc.Scope;
import dev.shoal.qc.Series;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Sends observations to the cell that they lie in, to be judged there, and to all cells within a test's reach, to be
 * looked at. Those without a value, a place or a time are sent nowhere.
 */
final class NeighbourPoints implements Iterator<Row> {

    /** {@code slot} number of the test; the cell; whether the observation is judged there; what the test looks at. */
    static final StructType SCHEMA = new StructType()
            .add("slot", DataTypes.IntegerType, false)
            .add("band", DataTypes.LongType, false)
            .add("turn", DataTypes.LongType, false)
            .add("span", DataTypes.LongType, false)
            .add("guest", DataTypes.BooleanType, false)
            .add("time", DataTypes.LongType, false)
            .add("source_file", DataTypes.StringType, false)
            .add("source_index", DataTypes.LongType, false)
            .add("platform", DataTypes.StringType, false)
            .add("lat", DataTypes.DoubleType, false)
            .add("lon", DataTypes.DoubleType, false)
            .add("depth", DataTypes.DoubleType, false)
            .add("value", DataTypes.DoubleType, false);

    private final List<NeighbourhoodSlot> slots;
    private final List<SpaceTimeCells> cells;
    private final Iterator<Row> blocks;
    private final SeriesJudge.UnrunTests unrun;
    private final ArrayDeque<Row> ready = new ArrayDeque<>();
    private final Set<String> told = new HashSet<>();
    private final Series[] series;
    private SeriesKey key = new SeriesKey("", "");
    private ObservationBlock block = new BlockBuilder(ObservationBlock.FIRST_COLUMN).build();
    private int at;

    /**
     * Makes the points.
     *
     * @param blocks in the columns of {@link BlockTable#JUDGED}
     * @param unrun receives series without a place
     */
    NeighbourPoints(List<NeighbourhoodSlot> slots, Iterator<Row> blocks, SeriesJudge.UnrunTests unrun) {
        this.slots = slots;
        this.cells = slots.stream().map(NeighbourhoodSlot::cells).toList();
        this.blocks = blocks;
        this.unrun = unrun;
        this.series = new Series[slots.size()];
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && (at < block.size() || blocks.hasNext())) {
            if (at == block.size()) {
                open(blocks.next());
            } else {
                send(at++);
            }
        }
        return !ready.isEmpty();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.poll();
    }

    private void open(Row next) {
        key = BlockTable.key(next);
        block = BlockTable.block(next);
        at = 0;
        for (int slot = 0; slot < slots.size(); slot++) {
            series[slot] = series(slots.get(slot), key, block);
            if (slots.get(slot).scope().holdsPlatform(key.platform())
                    && isNowhere(series[slot])
                    && told.add(slot + " " + key)) {
                String reason = "there is no place or no time beside the values";
                unrun.add(
                        key,
                        slots.get(slot).column(),
                        new QcSuite.Unrun(slots.get(slot).bit(), reason));
            }
        }
    }

    /** Tells whether a series has values, and none with a place and a time. */
    private static boolean isNowhere(Series series) {
        boolean some = false;
        for (int i = 0; i < series.size(); i++) {
            boolean value = !Double.isNaN(series.values()[i]);
            some |= value;
            if (value && isComplete(series, i)) {
                return false;
            }
        }
        return some;
    }

    private void send(int i) {
        for (int slot = 0; slot < slots.size(); slot++) {
            Scope scope = slots.get(slot).scope();
            boolean complete = !Double.isNaN(series[slot].values()[i]) && isComplete(series[slot], i);
            boolean judged = complete && scope.holdsPlatform(key.platform()) && scope.holds(series[slot], i);
            if (judged || (complete && scope.outside() == Scope.Outside.NEIGHBOURS)) {
                send(slot, i, judged);
            }
        }
    }

    private static Series series(NeighbourhoodSlot slot, SeriesKey key, ObservationBlock block) {
        Companions beside = new Companions(
                Map.of(
                        Role.LAT, block.numbers()[ObservationBlock.LAT],
                        Role.LON, block.numbers()[ObservationBlock.LON]),
                Map.of(),
                Map.of(Role.PLATFORM, key.platform()),
                Optional.empty());
        return new Series(block.timeMicros(), block.numbers()[slot.place()], block.size(), Cadence.UNMEASURED, beside);
    }

    private static boolean isComplete(Series series, int i) {
        return Math.abs(series.companions().of(Role.LAT)[i]) <= 90
                && Double.isFinite(series.companions().of(Role.LON)[i])
                && series.timeMicros()[i] != Series.NO_TIME;
    }

    private void send(int number, int i, boolean judged) {
        double lat = block.numbers()[ObservationBlock.LAT][i];
        double lon = block.numbers()[ObservationBlock.LON][i];
        long time = block.timeMicros()[i];
        SpaceTimeCells grid = cells.get(number);
        List<Long> home = new ArrayList<>();
        if (judged) {
            grid.home(lat, lon, time, (band, turn, span) -> home.addAll(List.of(band, turn, span)));
        }
        grid.reached(lat, lon, time, (band, turn, span) -> {
            boolean guest = !home.equals(List.of(band, turn, span));
            ready.add(RowFactory.create(
                    number,
                    band,
                    turn,
                    span,
                    guest,
                    time,
                    block.fileOf(i),
                    block.index()[i],
                    key.platform(),
                    lat,
                    lon,
                    block.numbers()[ObservationBlock.DEPTH][i],
                    block.numbers()[slots.get(number).place()][i]));
        });
    }
}
