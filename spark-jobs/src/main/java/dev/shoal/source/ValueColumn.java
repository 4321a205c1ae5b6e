package dev.shoal.source;

import dev.shoal.cf.GridVariable;
import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.Storage;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.Window;
import java.io.IOException;
import java.util.Arrays;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.vectorized.ColumnVector;

/**
 * The values of a variable, decoded a block at a time and shown where they lie. Of a block that was never written only
 * one value is decoded.
 */
final class ValueColumn implements CellColumn {

    /** Where decoded values are kept and shown from. */
    private interface Shown {

        ColumnVector vector();

        /** Takes over the values of a block. */
        void decode(ArrayBlock raw);

        /** Makes a block of as many rows as a batch has out of its one value. */
        void spread();

        /** Shows values that lie one behind the other. */
        void show(int start, int count);

        /** Shows values that lie at gaps behind the first. */
        void gather(int start, int[] gaps, int count);
    }

    private final ArrayFile file;
    private final GridVariable variable;
    private final Shown shown;
    private final long memoryBytes;
    private boolean uniform;

    /**
     * Shows a variable.
     *
     * @param memoryBytes most bytes that the task holds; half of it is for the chunk that is being decoded
     */
    ValueColumn(ArrayFile file, GridVariable variable, DataType type, long memoryBytes) {
        this.memoryBytes = memoryBytes;
        this.file = file;
        this.variable = variable;
        boolean floats = variable.packing().unpacked() == ElementType.FLOAT;
        this.shown = floats && CellShapes.isReal(type) ? new Floats(variable, type) : new Doubles(variable, type);
    }

    @Override
    public ColumnVector vector() {
        return shown.vector();
    }

    @Override
    public long start(Window window) throws IOException {
        VariableHeader header = variable.header();
        uniform = !file.isWritten(header, window);
        if (!uniform && header.storage().chunked()) {
            MemoryBound.require(file.location(), header, header.storage().chunk(), memoryBytes, 2);
        }
        Window needed = uniform ? Window.at(window.start(), ones(window.rank())) : window;
        shown.decode(file.read(variable.header(), needed));
        if (uniform) {
            shown.spread();
        }
        return uniform ? 1 : decoded(needed);
    }

    /** Returns the values in all storage chunks that a window touches: a chunk is decoded whole. */
    private long decoded(Window window) {
        Storage storage = variable.header().storage();
        long[] shape = variable.header().shape();
        long values = 1;
        for (int axis = 0; axis < shape.length; axis++) {
            long chunk = storage.chunked() ? Math.max(1, storage.chunk()[axis]) : 1;
            long first = window.start(axis) / chunk * chunk;
            long end = Math.min(shape[axis], (window.end(axis) + chunk - 1) / chunk * chunk);
            values *= end - first;
        }
        return values;
    }

    private static long[] ones(int rank) {
        long[] ones = new long[rank];
        Arrays.fill(ones, 1);
        return ones;
    }

    @Override
    public void show(CellCursor cursor) {
        if (uniform) {
            shown.show(0, cursor.count());
        } else if (cursor.isDense()) {
            shown.show(cursor.start(), cursor.count());
        } else {
            shown.gather(cursor.start(), cursor.gaps(), cursor.count());
        }
    }

    /** Keeps floats; those that are stored as they are stay in the array they were read into. */
    private static final class Floats implements Shown {

        private final GridVariable variable;
        private final FloatVector vector;
        private float[] values = new float[0];
        private float[] gathered = new float[0];

        Floats(GridVariable variable, DataType type) {
            this.variable = variable;
            this.vector = new FloatVector(type);
        }

        @Override
        public ColumnVector vector() {
            return vector;
        }

        @Override
        public void decode(ArrayBlock raw) {
            values = raw.values() instanceof float[] own ? own : new float[raw.size()];
            variable.packing().decode(raw, values);
        }

        @Override
        public void spread() {
            float value = values[0];
            values = new float[ScanRequest.BATCH_ROWS];
            Arrays.fill(values, value);
        }

        @Override
        public void show(int start, int count) {
            vector.show(values, start, count);
        }

        @Override
        public void gather(int start, int[] gaps, int count) {
            gathered = gathered.length < count ? new float[gaps.length] : gathered;
            for (int row = 0; row < count; row++) {
                gathered[row] = values[start + gaps[row]];
            }
            vector.show(gathered, 0, count);
        }
    }

    /** Keeps doubles, and whole numbers as doubles; those that are stored as they are stay where they are. */
    private static final class Doubles implements Shown {

        private final GridVariable variable;
        private final DoubleVector vector;
        private double[] values = new double[0];
        private double[] gathered = new double[0];

        Doubles(GridVariable variable, DataType type) {
            this.variable = variable;
            this.vector = new DoubleVector(type);
        }

        @Override
        public ColumnVector vector() {
            return vector;
        }

        @Override
        public void decode(ArrayBlock raw) {
            values = raw.values() instanceof double[] own ? own : new double[raw.size()];
            variable.packing().decode(raw, values);
        }

        @Override
        public void spread() {
            double value = values[0];
            values = new double[ScanRequest.BATCH_ROWS];
            Arrays.fill(values, value);
        }

        @Override
        public void show(int start, int count) {
            vector.show(values, start, count);
        }

        @Override
        public void gather(int start, int[] gaps, int count) {
            gathered = gathered.length < count ? new double[gaps.length] : gathered;
            for (int row = 0; row < count; row++) {
                gathered[row] = values[start + gaps[row]];
            }
            vector.show(gathered, 0, count);
        }
    }
}
