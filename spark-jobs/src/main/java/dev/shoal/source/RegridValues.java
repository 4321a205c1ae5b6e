package dev.shoal.source;

import dev.shoal.cf.FieldReader;
import dev.shoal.plan.Window;
import dev.shoal.regrid.MissingRule;
import dev.shoal.regrid.Stencil;
import java.io.IOException;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.vectorized.ColumnVector;

/** The values of one field on one band of the target, and the share of each that is valid. */
sealed interface RegridValues {

    /** Reads a box of the source and brings it to the target. */
    void make(FieldReader reader, Window step, Window level, Window rows, Window columns) throws IOException;

    /** Returns the column of the values. */
    ColumnVector values();

    /** Returns the column of the shares. */
    ColumnVector fractions();

    /** Shows some cells of the field that was made last. */
    void show(int first, int count);

    /** Returns room for the values of a query. */
    static RegridValues of(RegridWork work, Stencil stencil) {
        return work.floats() ? new Floats(stencil, work.rule()) : new Doubles(stencil, work.rule());
    }

    /** Values in single precision. */
    final class Floats implements RegridValues {

        private final Stencil stencil;
        private final MissingRule rule;
        private final float[] source;
        private final float[] target;
        private final float[] fraction;
        private final FloatVector values = new FloatVector(DataTypes.FloatType);
        private final FloatVector fractions = new FloatVector(DataTypes.DoubleType);

        Floats(Stencil stencil, MissingRule rule) {
            this.stencil = stencil;
            this.rule = rule;
            this.source = new float[stencil.sourceCells()];
            this.target = new float[stencil.targetCells()];
            this.fraction = new float[stencil.targetCells()];
        }

        @Override
        public void make(FieldReader reader, Window step, Window level, Window rows, Window columns)
                throws IOException {
            if (source.length > 0) {
                reader.read(step, level, rows, columns, source);
            }
            stencil.apply(1, source, rule, target, fraction);
        }

        @Override
        public ColumnVector values() {
            return values;
        }

        @Override
        public ColumnVector fractions() {
            return fractions;
        }

        @Override
        public void show(int first, int count) {
            values.show(target, first, count);
            fractions.show(fraction, first, count);
        }
    }

    /** Values in double precision. */
    final class Doubles implements RegridValues {

        private final Stencil stencil;
        private final MissingRule rule;
        private final double[] source;
        private final double[] target;
        private final double[] fraction;
        private final DoubleVector values = new DoubleVector(DataTypes.DoubleType);
        private final DoubleVector fractions = new DoubleVector(DataTypes.DoubleType);

        Doubles(Stencil stencil, MissingRule rule) {
            this.stencil = stencil;
            this.rule = rule;
            this.source = new double[stencil.sourceCells()];
            this.target = new double[stencil.targetCells()];
            this.fraction = new double[stencil.targetCells()];
        }

        @Override
        public void make(FieldReader reader, Window step, Window level, Window rows, Window columns)
                throws IOException {
            if (source.length > 0) {
                reader.read(step, level, rows, columns, source);
            }
            stencil.apply(1, source, rule, target, fraction);
        }

        @Override
        public ColumnVector values() {
            return values;
        }

        @Override
        public ColumnVector fractions() {
            return fractions;
        }

        @Override
        public void show(int first, int count) {
            values.show(target, first, count);
            fractions.show(fraction, first, count);
        }
    }
}
