package dev.shoal.stage;

import dev.shoal.qc.Series;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/** Cuts judged blocks by the partitions of the table, month and cell; the order within a partition stays. */
final class CutBlocks implements Iterator<Row> {

    private static final int CELL_DEGREES = 10;
    private static final long DAY_MICROS = TimeUnit.DAYS.toMicros(1);

    private final SeriesKey key;
    private final Iterator<ObservationBlock> blocks;
    private Iterator<Row> parts = Collections.emptyIterator();
    private long monthStart = 1;
    private long monthEnd;
    private int month;

    /**
     * Cuts the blocks of a series.
     *
     * @param blocks judged
     */
    CutBlocks(SeriesKey key, Iterator<ObservationBlock> blocks) {
        this.key = key;
        this.blocks = blocks;
    }

    @Override
    public boolean hasNext() {
        return parts.hasNext() || blocks.hasNext();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (!parts.hasNext()) {
            parts = cut(blocks.next());
        }
        return parts.next();
    }

    private Iterator<Row> cut(ObservationBlock block) {
        Map<Partition, IntStream.Builder> places = new LinkedHashMap<>();
        Partition last = partition(block, 0);
        int run = 0;
        for (int i = 1; i <= block.size(); i++) {
            if (i == block.size() || !isIn(last, block, i)) {
                IntStream.Builder in = places.computeIfAbsent(last, any -> IntStream.builder());
                IntStream.range(run, i).forEach(in);
                last = i == block.size() ? last : partition(block, i);
                run = i;
            }
        }
        if (places.size() == 1) {
            return List.of(row(last, block)).iterator();
        }
        return new Mapped<>(
                places.entrySet().iterator(),
                part -> row(part.getKey(), block.pick(part.getValue().build().toArray())));
    }

    private boolean isIn(Partition partition, ObservationBlock block, int i) {
        long time = block.timeMicros()[i];
        boolean sameMonth = time == Series.NO_TIME ? partition.month.isEmpty() : time >= monthStart && time < monthEnd;
        return sameMonth
                && partition.place
                        == place(block.numbers()[ObservationBlock.LAT][i], block.numbers()[ObservationBlock.LON][i]);
    }

    private Partition partition(ObservationBlock block, int i) {
        long time = block.timeMicros()[i];
        int place = place(block.numbers()[ObservationBlock.LAT][i], block.numbers()[ObservationBlock.LON][i]);
        return new Partition(time == Series.NO_TIME ? Optional.empty() : Optional.of(month(time)), place);
    }

    private int month(long time) {
        if (time < monthStart || time >= monthEnd) {
            LocalDate first = LocalDate.ofInstant(Instant.EPOCH.plus(time, ChronoUnit.MICROS), ZoneOffset.UTC)
                    .withDayOfMonth(1);
            monthStart = first.toEpochDay() * DAY_MICROS;
            monthEnd = first.plusMonths(1).toEpochDay() * DAY_MICROS;
            month = (first.getYear() - 1970) * 12 + first.getMonthValue() - 1;
        }
        return month;
    }

    /** Returns a number for a place's cell, -1 where there is no place on Earth. */
    private static int place(double lat, double lon) {
        if (!(Math.abs(lat) <= 90) || !Double.isFinite(lon)) {
            return -1;
        }
        double turned = lon >= -180 && lon < 180 ? lon : lon - 360 * Math.floor((lon + 180) / 360);
        int south = (int) Math.floor(lat / CELL_DEGREES);
        int west = (int) Math.floor(turned / CELL_DEGREES);
        return (south + 9) * 100 + west + 18;
    }

    private Row row(Partition partition, ObservationBlock block) {
        Row raw = BlockTable.raw(key, block);
        return RowFactory.create(
                raw.get(0), raw.get(1), raw.get(2), raw.get(3), number(partition.month), partition.cell());
    }

    private static @Nullable Object number(Optional<Integer> month) {
        return month.orElse(null);
    }

    /**
     * A partition of the table.
     *
     * @param month since 1970; absent for observations without a time
     * @param place number of the cell
     */
    private record Partition(Optional<Integer> month, int place) {

        /** Returns the ten-degree cell, such as {@code N30W080}, named by its south-west corner. */
        String cell() {
            if (place < 0) {
                return "none";
            }
            int south = (place / 100 - 9) * CELL_DEGREES;
            int west = (place % 100 - 18) * CELL_DEGREES;
            return String.format(
                    Locale.ROOT,
                    "%s%02d%s%03d",
                    south < 0 ? "S" : "N",
                    Math.abs(south),
                    west < 0 ? "W" : "E",
                    Math.abs(west));
        }
    }
}
