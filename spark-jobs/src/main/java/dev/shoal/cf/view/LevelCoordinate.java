package dev.shoal.cf.view;

import dev.shoal.cf.Packing;
import dev.shoal.cf.VerticalFormula;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.Window;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where the levels of a field lie. */
sealed interface LevelCoordinate {

    /**
     * Reckons the coordinate of a box of columns.
     *
     * @param file that holds it
     * @param data the field
     * @param window of the field, all its levels, and one place on each axis before that of the levels
     * @return shape {@code (levels, cells)}, or {@code (levels)} where all columns share it
     */
    double[] at(ArrayFile file, VariableHeader data, Window window) throws IOException;

    /**
     * Reckons the edges of the layers of a box of columns; see {@link #at}.
     *
     * @return shape {@code (levels + 1, cells)}, or {@code (levels + 1)}
     */
    double[] edges(ArrayFile file, VariableHeader data, Window window) throws IOException;

    /** Returns edges half-way between levels, the outermost as far outside as inside. */
    static double[] halfway(double[] levels, int cells) {
        int count = levels.length / cells;
        double[] edges = new double[(count + 1) * cells];
        for (int cell = 0; cell < cells; cell++) {
            for (int edge = 0; edge <= count; edge++) {
                int below = Math.min(Math.max(edge - 1, 0), Math.max(count - 2, 0));
                double low = levels[below * cells + cell];
                double step = count < 2 ? Double.NaN : levels[(below + 1) * cells + cell] - low;
                edges[edge * cells + cell] = low + (edge - below - 0.5) * step;
            }
        }
        return edges;
    }

    /**
     * An axis that all columns share.
     *
     * @param levels in the coordinate's unit and sense
     * @param edges of the layers, one more
     */
    record Shared(double[] levels, double[] edges) implements LevelCoordinate {

        @Override
        public double[] at(ArrayFile file, VariableHeader data, Window window) {
            return levels;
        }

        @Override
        public double[] edges(ArrayFile file, VariableHeader data, Window window) {
            return edges;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Shared that
                    && Arrays.equals(levels, that.levels)
                    && Arrays.equals(edges, that.edges);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(levels);
        }
    }

    /**
     * Heights or pressures by a formula.
     *
     * @param formula of the levels
     * @param ofEdges formulas of the levels between, at most one
     * @param sign -1 for depths
     */
    record Reckoned(VerticalFormula formula, List<VerticalFormula> ofEdges, int sign) implements LevelCoordinate {

        /** Copies the list. */
        public Reckoned {
            ofEdges = new ArrayList<>(ofEdges);
        }

        @Override
        public double[] at(ArrayFile file, VariableHeader data, Window window) throws IOException {
            return signed(formula.values(file, data, window));
        }

        @Override
        public double[] edges(ArrayFile file, VariableHeader data, Window window) throws IOException {
            int axis = LevelSearch.axisOf(file, formula, data);
            if (ofEdges.isEmpty()) {
                int cells = Math.toIntExact(window.size() / window.length(axis));
                return halfway(at(file, data, window), cells);
            }
            VerticalFormula between = ofEdges.get(0);
            VariableHeader levels = file.header().variable(between.variable()).orElseThrow();
            List<String> dimensions = new ArrayList<>(data.dimensions());
            dimensions.set(axis, levels.dimensions().get(0));
            long[] shape = data.shape().clone();
            shape[axis] = levels.size();
            VariableHeader on =
                    DerivedField.header(data.name(), data.type(), dimensions, shape, data.storage(), data.attributes());
            return signed(between.values(file, on, window.with(axis, 0, levels.size())));
        }

        private double[] signed(double[] heights) {
            for (int i = 0; i < heights.length; i++) {
                heights[i] = sign * heights[i] + 0.0;
            }
            return heights;
        }
    }

    /**
     * The values of a variable, such as a density.
     *
     * @param variable with the axes of the field, or some of them
     * @param axis of the field's levels
     */
    record Stored(VariableHeader variable, int axis) implements LevelCoordinate {

        @Override
        public double[] at(ArrayFile file, VariableHeader data, Window window) throws IOException {
            long[] start = new long[variable.rank()];
            long[] end = new long[variable.rank()];
            for (int i = 0; i < start.length; i++) {
                int along = data.axis(variable.dimensions().get(i));
                start[i] = window.start(along);
                end[i] = window.end(along);
            }
            return Packing.of(variable).decode(file.read(variable, new Window(start, end)));
        }

        @Override
        public double[] edges(ArrayFile file, VariableHeader data, Window window) throws IOException {
            double[] levels = at(file, data, window);
            return halfway(levels, Math.toIntExact(levels.length / window.length(axis)));
        }
    }
}
