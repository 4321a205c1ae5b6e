package dev.shoal.source;

import dev.shoal.regrid.Grid;
import dev.shoal.regrid.GridWindow;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.execution.vectorized.ConstantColumnVector;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/** Shows the cells of a band of the target as batches of the columns that a query wants. */
final class RegridRows {

    private final RegridField field;
    private final RegridValues values;
    private final double[] lat;
    private final double[] lon;
    private final DoubleVector latitudes = new DoubleVector(DataTypes.DoubleType);
    private final DoubleVector longitudes = new DoubleVector(DataTypes.DoubleType);
    private final ConstantColumnVector time;
    private final ConstantColumnVector height;
    private final ColumnarBatch batch;

    RegridRows(RegridWork work, GridWindow band, RegridValues values, RegridField field) {
        this.field = field;
        this.values = values;
        this.lat = new double[band.size()];
        this.lon = new double[band.size()];
        place(work.target(), band);
        this.time = new ConstantColumnVector(
                ScanRequest.BATCH_ROWS, field.micros().length > 0 ? DataTypes.TimestampType : DataTypes.DoubleType);
        this.height = new ConstantColumnVector(ScanRequest.BATCH_ROWS, DataTypes.DoubleType);
        List<ColumnVector> vectors = new ArrayList<>();
        for (StructField column : work.columns().fields()) {
            vectors.add(vector(column.name()));
        }
        this.batch = new ColumnarBatch(vectors.toArray(ColumnVector[]::new));
    }

    private void place(Grid target, GridWindow band) {
        int cell = 0;
        for (int row = band.y0(); row < band.y1(); row++) {
            for (int column = band.x0(); column < band.x1(); column++) {
                lat[cell] = target.lat(row, column);
                lon[cell++] = target.lon(row, column);
            }
        }
    }

    private ColumnVector vector(String name) {
        if (name.equals(field.variable())) {
            return values.values();
        }
        return switch (name) {
            case RegridTable.LAT -> latitudes;
            case RegridTable.LON -> longitudes;
            case RegridTable.FRACTION -> values.fractions();
            case RegridTable.TIME -> time;
            default -> height;
        };
    }

    /** Returns the number of cells of the band. */
    int cells() {
        return lat.length;
    }

    /** Goes to a step and a level. */
    void field(int step, int level) {
        if (field.micros().length > 0) {
            time.setLong(field.micros()[step]);
        } else if (field.times().length > 0) {
            time.setDouble(field.times()[step]);
        }
        if (field.heights().length > 0) {
            height.setDouble(field.heights()[level]);
        }
    }

    /** Shows some cells. */
    void show(int first, int count) {
        latitudes.show(lat, first, count);
        longitudes.show(lon, first, count);
        values.show(first, count);
        batch.setNumRows(count);
    }

    ColumnarBatch batch() {
        return batch;
    }
}
