package dev.shoal.catalog.table;

import dev.shoal.catalog.Box;
import dev.shoal.catalog.Footprint;
import dev.shoal.catalog.Micros;
import dev.shoal.catalog.TimeRange;
import dev.shoal.catalog.VariableSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/** Values of one row, gathered in the order of its columns. */
final class RowValues {

    private final List<@Nullable Object> values = new ArrayList<>();

    RowValues add(Object value) {
        values.add(value);
        return this;
    }

    RowValues add(Optional<?> value) {
        values.add(value.isPresent() ? value.get() : null);
        return this;
    }

    RowValues addInstant(long micros) {
        return add(Micros.instant(micros));
    }

    RowValues addList(List<?> elements) {
        return add(CollectionConverters.asScala(elements).toSeq());
    }

    RowValues addVariables(List<VariableSummary> variables) {
        return addList(variables.stream().map(Columns::row).toList());
    }

    RowValues addTime(Optional<TimeRange> time) {
        add(time.map(range -> Micros.instant(range.firstMicros())));
        return add(time.map(range -> Micros.instant(range.lastMicros())));
    }

    RowValues addFootprint(Optional<Footprint> footprint) {
        Optional<Box> first = footprint.map(value -> value.box().parts().get(0));
        Optional<Box> second = footprint
                .filter(value -> value.box().crossesAntimeridian())
                .map(value -> value.box().parts().get(1));
        return add(footprint.map(Footprint::wkb))
                .add(first.map(Box::west))
                .add(first.map(Box::south))
                .add(first.map(Box::east))
                .add(first.map(Box::north))
                .add(second.map(Box::west))
                .add(second.map(Box::east));
    }

    Row row() {
        return RowFactory.create(values.toArray());
    }
}
