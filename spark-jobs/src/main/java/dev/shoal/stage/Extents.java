package dev.shoal.stage;

import dev.shoal.catalog.Box;
import dev.shoal.catalog.Footprint;
import dev.shoal.catalog.FootprintBuilder;
import dev.shoal.catalog.TimeRange;
import dev.shoal.cf.CfDataset;
import dev.shoal.cf.GridVariable;
import dev.shoal.cf.ObservationBatch;
import dev.shoal.cf.ObservationReader;
import dev.shoal.cf.TimeAxis;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.qc.Series;
import java.io.IOException;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Optional;

/** Measures how far a file reaches: fields by their axes, observations by reading their coordinates once. */
final class Extents {

    private Extents() {}

    static Extent of(ArrayFile file, CfDataset cf) throws IOException {
        return cf.observations().isPresent() ? ofObservations(file, cf) : ofGrids(cf.grids());
    }

    private static Extent ofGrids(List<GridVariable> grids) {
        LongSummaryStatistics micros = new LongSummaryStatistics();
        FootprintBuilder places = new FootprintBuilder();
        long steps = 0;
        for (GridVariable grid : grids) {
            dev.shoal.regrid.Box box = grid.grid().box();
            places.add(Footprint.of(new Box(box.west(), box.south(), box.east(), box.north())));
            for (long micro : grid.time().flatMap(TimeAxis::micros).orElse(new long[0])) {
                micros.accept(micro);
            }
            steps = Math.max(
                    steps, grid.time().map(time -> time.numbers().length).orElse(0));
        }
        return Extent.of(steps, range(micros), places.build());
    }

    private static Extent ofObservations(ArrayFile file, CfDataset cf) throws IOException {
        LongSummaryStatistics micros = new LongSummaryStatistics();
        FootprintBuilder places = new FootprintBuilder();
        long count = 0;
        try (ObservationReader reader = ObservationReader.open(file, cf)) {
            while (reader.next()) {
                ObservationBatch batch = reader.batch();
                count += batch.size();
                for (int i = 0; i < batch.size(); i++) {
                    if (batch.timeMicros()[i] != Series.NO_TIME) {
                        micros.accept(batch.timeMicros()[i]);
                    }
                    places.add(batch.lat()[i], batch.lon()[i]);
                }
            }
        }
        return Extent.of(count, range(micros), places.build());
    }

    private static Optional<TimeRange> range(LongSummaryStatistics micros) {
        return micros.getCount() == 0 ? Optional.empty() : Optional.of(new TimeRange(micros.getMin(), micros.getMax()));
    }
}
