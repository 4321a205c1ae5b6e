package dev.shoal.catalog.query;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import dev.shoal.catalog.Box;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * A searched box as closed boxes that do not cross the antimeridian. A place has more than one pair of numbers at 180
 * degrees east, which is also 180 west, and at a pole, which has every longitude; a box that reaches there has all of
 * them.
 *
 * @param boxes none of which crosses the antimeridian
 */
record SearchArea(List<Box> boxes) {

    static SearchArea of(Box box) {
        if (box.west() == -180 && box.east() == 180) {
            return new SearchArea(List.of(box));
        }
        List<Box> boxes = new ArrayList<>(box.parts());
        if (box.crossesAntimeridian() || box.west() == -180 || box.east() == 180) {
            boxes.add(new Box(-180, box.south(), -180, box.north()));
            boxes.add(new Box(180, box.south(), 180, box.north()));
        }
        if (box.north() == 90) {
            boxes.add(new Box(-180, 90, 180, 90));
        }
        if (box.south() == -90) {
            boxes.add(new Box(-180, -90, 180, -90));
        }
        return new SearchArea(boxes);
    }

    /** The condition on the columns of the bounding box: made of comparisons alone, so that Iceberg can prune by it. */
    Column mayTouch() {
        return boxes.stream().map(SearchArea::overlap).reduce(lit(false), Column::or);
    }

    /** The condition on the geometry, which decides. */
    Column touches() {
        return boxes.stream()
                .map(box -> expr("ST_Intersects(ST_GeomFromWKB(footprint), ST_GeomFromText('" + geometry(box) + "'))"))
                .reduce(lit(false), Column::or);
    }

    private static Column overlap(Box box) {
        Column first = col("west").leq(box.east()).and(col("east").geq(box.west()));
        Column second = col("west2").leq(box.east()).and(col("east2").geq(box.west()));
        return col("south").leq(box.north()).and(col("north").geq(box.south())).and(first.or(second));
    }

    private static Geometry geometry(Box box) {
        return new GeometryFactory().toGeometry(new Envelope(box.west(), box.east(), box.south(), box.north()));
    }
}
