package dev.shoal.stage;

import dev.shoal.regrid.GridWindow;
import dev.shoal.regrid.Method;
import dev.shoal.regrid.WeightLinks;
import dev.shoal.regrid.Weights;
import java.io.IOException;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.HadoopReadOptions;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.statistics.IntStatistics;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;

/** Reads the weights of a window of a target out of files that {@link WeightRowsFile} wrote. */
final class WeightRowsReader {

    private static final int NONE = -1;

    private final GridWindow window;
    private final boolean[] known;
    private double[] areas = {};
    private WeightLinks[] links = {};
    private int left;
    private int sourceColumns;

    WeightRowsReader(GridWindow window) {
        this.window = window;
        this.known = new boolean[window.size()];
        this.left = window.size();
    }

    /** Tells whether every cell of the window was in some file. */
    boolean isWhole() {
        return left == 0;
    }

    /** Returns the weights; some file must have been read. */
    Weights weights() {
        return links[0].toWeights(areas);
    }

    /**
     * Takes the cells of a file that are in the window and were in none before.
     *
     * @param held the cells that the file holds
     * @throws IOException where the storage fails
     * @throws RuntimeException where the file is damaged
     */
    void add(Path path, GridWindow held, Configuration conf) throws IOException {
        boolean[] wanted = wanted(held);
        ParquetReadOptions options = HadoopReadOptions.builder(conf)
                .usePageChecksumVerification(true)
                .build();
        try (ParquetFileReader reader = ParquetFileReader.open(HadoopInputFile.fromPath(path, conf), options)) {
            Map<String, String> about = reader.getFileMetaData().getKeyValueMetaData();
            begin(about);
            for (BlockMetaData group : reader.getRowGroups()) {
                if (mayHold(group)) {
                    add(reader.readNextRowGroup(), reader.getFileMetaData().getCreatedBy(), wanted);
                } else {
                    reader.skipNextRowGroup();
                }
            }
        }
    }

    private void begin(Map<String, String> about) {
        if (links.length == 0) {
            Method method = WeightRowsFile.method(about);
            int rows = Integer.parseInt(about.getOrDefault(WeightRowsFile.SOURCE_ROWS, ""));
            int columns = Integer.parseInt(about.getOrDefault(WeightRowsFile.SOURCE_COLUMNS, ""));
            links = new WeightLinks[] {new WeightLinks(rows, columns, window, method)};
            sourceColumns = columns;
            areas = new double[Boolean.parseBoolean(about.get(WeightRowsFile.AREAS)) ? window.size() : 0];
        }
    }

    /** Marks the cells that a file is the first to hold. */
    private boolean[] wanted(GridWindow held) {
        boolean[] wanted = new boolean[known.length];
        for (int cell = 0; cell < known.length; cell++) {
            int row = window.y0() + cell / window.columns();
            int column = window.x0() + cell % window.columns();
            boolean here = row >= held.y0() && row < held.y1() && column >= held.x0() && column < held.x1();
            wanted[cell] = here && !known[cell];
            if (wanted[cell]) {
                known[cell] = true;
                left--;
            }
        }
        return wanted;
    }

    private boolean mayHold(BlockMetaData group) {
        Statistics<?> rows = group.getColumns().get(WeightRow.TARGET_ROW).getStatistics();
        if (rows instanceof IntStatistics numbers && numbers.hasNonNullValue()) {
            return numbers.getMax() >= window.y0() && numbers.getMin() < window.y1();
        }
        return true;
    }

    private void add(PageReadStore pages, String createdBy, boolean[] wanted) {
        ColumnReadStoreImpl columns = new ColumnReadStoreImpl(pages, new NoRecord(), WeightRow.SCHEMA, createdBy);
        ColumnReader[] readers = WeightRow.SCHEMA.getColumns().stream()
                .map(columns::getColumnReader)
                .toArray(ColumnReader[]::new);
        int count = Math.toIntExact(pages.getRowCount());
        int[] cells =
                cells(numbers(readers[WeightRow.TARGET_ROW], count), numbers(readers[WeightRow.TARGET_COLUMN], count));
        int[] sourceRow = numbers(readers[WeightRow.SOURCE_ROW], count);
        int[] sourceColumn = numbers(readers[WeightRow.SOURCE_COLUMN], count);
        double[] weight = values(readers[WeightRow.WEIGHT], count);
        double[] area = areas.length > 0 ? values(readers[WeightRow.TARGET_AREA], count) : areas;
        for (int row = 0; row < count; row++) {
            int cell = cells[row];
            if (cell < 0 || !wanted[cell]) {
                continue;
            }
            if (sourceRow[row] != NONE) {
                links[0].add(cell, (long) sourceRow[row] * sourceColumns + sourceColumn[row], weight[row]);
            }
            if (areas.length > 0) {
                areas[cell] = area[row];
            }
        }
    }

    /** Returns the numbers of the target cells in the window; none of those outside. The rows are written over. */
    private int[] cells(int[] rows, int[] columns) {
        for (int i = 0; i < rows.length; i++) {
            int y = rows[i] - window.y0();
            int x = columns[i] - window.x0();
            boolean inside = y >= 0 && y < window.rows() && x >= 0 && x < window.columns();
            rows[i] = inside ? y * window.columns() + x : NONE;
        }
        return rows;
    }

    /** Reads a column to its end: a loop of its own for each is what makes it quick. */
    private static int[] numbers(ColumnReader column, int count) {
        int there = column.getDescriptor().getMaxDefinitionLevel();
        int[] numbers = new int[count];
        for (int row = 0; row < count; row++) {
            numbers[row] = column.getCurrentDefinitionLevel() == there ? column.getInteger() : NONE;
            column.consume();
        }
        return numbers;
    }

    private static double[] values(ColumnReader column, int count) {
        int there = column.getDescriptor().getMaxDefinitionLevel();
        double[] values = new double[count];
        for (int row = 0; row < count; row++) {
            values[row] = column.getCurrentDefinitionLevel() == there ? column.getDouble() : Double.NaN;
            column.consume();
        }
        return values;
    }

    /** Columns are read by themselves; nothing is put together to records. */
    private static final class NoRecord extends GroupConverter {

        @Override
        public Converter getConverter(int field) {
            return new PrimitiveConverter() {};
        }

        @Override
        public void start() {
            throw new IllegalStateException("Cannot make records of weights: columns are read alone.");
        }

        @Override
        public void end() {
            throw new IllegalStateException("Cannot make records of weights: columns are read alone.");
        }
    }
}
