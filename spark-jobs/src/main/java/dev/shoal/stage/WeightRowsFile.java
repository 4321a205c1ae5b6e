package dev.shoal.stage;

import dev.shoal.netcdf.NewFile;
import dev.shoal.regrid.GridWindow;
import dev.shoal.regrid.Method;
import dev.shoal.regrid.Weights;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/** Writes the weights of one window of a target as a Parquet file, a row for each link, in the order of the cells. */
final class WeightRowsFile {

    /** What the footer tells beside the rows. */
    static final String SOURCE_ROWS = "shoal.source-rows";

    static final String SOURCE_COLUMNS = "shoal.source-columns";
    static final String METHOD = "shoal.method";
    static final String AREAS = "shoal.areas";

    private static final long GROUP_BYTES = 32L << 20;

    private WeightRowsFile() {}

    /** Writes the file, whole or not at all. */
    static void write(Path path, Weights weights, Configuration conf) throws IOException {
        NewFile.write(path.toString(), conf, out -> {
            try (ParquetWriter<WeightRow> writer = new Builder(new Output(out), about(weights))
                    .withConf(conf)
                    .withCompressionCodec(CompressionCodecName.ZSTD)
                    .withRowGroupSize(GROUP_BYTES)
                    .withPageWriteChecksumEnabled(true)
                    .build()) {
                rows(weights, writer);
            }
        });
    }

    private static Map<String, String> about(Weights weights) {
        Map<String, String> about = new HashMap<>();
        about.put(SOURCE_ROWS, String.valueOf(weights.sourceRows()));
        about.put(SOURCE_COLUMNS, String.valueOf(weights.sourceColumns()));
        about.put(METHOD, weights.method().name());
        about.put(AREAS, String.valueOf(weights.targetAreas().length > 0));
        return about;
    }

    private static void rows(Weights weights, ParquetWriter<WeightRow> writer) throws IOException {
        GridWindow window = weights.target();
        double[] areas = weights.targetAreas();
        WeightRow row = new WeightRow();
        for (int cell = 0; cell < window.size(); cell++) {
            row.targetRow = window.y0() + cell / window.columns();
            row.targetColumn = window.x0() + cell % window.columns();
            row.targetArea = areas.length > 0 ? areas[cell] : Double.NaN;
            int[] sources = weights.sourcesOf(row.targetRow, row.targetColumn);
            double[] shares = weights.weightsOf(row.targetRow, row.targetColumn);
            for (int link = 0; link < sources.length; link++) {
                row.sourceRow = sources[link] / weights.sourceColumns();
                row.sourceColumn = sources[link] % weights.sourceColumns();
                row.weight = shares[link];
                writer.write(row);
            }
            if (sources.length == 0 && areas.length > 0) {
                row.sourceRow = -1;
                writer.write(row);
            }
        }
    }

    /** Returns the method that a footer names. */
    static Method method(Map<String, String> about) {
        return Method.valueOf(about.getOrDefault(METHOD, ""));
    }

    private static final class Builder extends ParquetWriter.Builder<WeightRow, Builder> {
        private final Map<String, String> about;

        Builder(OutputFile file, Map<String, String> about) {
            super(file);
            this.about = about;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        @SuppressWarnings("deprecation") // Abstract, so there is no way round it.
        protected WriteSupport<WeightRow> getWriteSupport(Configuration conf) {
            return new WeightRow.Fields(about);
        }
    }

    /** A stream as Parquet wants it. */
    private record Output(OutputStream out) implements OutputFile {

        @Override
        public PositionOutputStream create(long blockSizeHint) {
            return new Positioned(out);
        }

        @Override
        public PositionOutputStream createOrOverwrite(long blockSizeHint) {
            return new Positioned(out);
        }

        @Override
        public boolean supportsBlockSize() {
            return false;
        }

        @Override
        public long defaultBlockSize() {
            return 0;
        }
    }

    /** Counts; the stream is closed by whoever opened it. */
    private static final class Positioned extends PositionOutputStream {
        private final OutputStream out;
        private long position;

        Positioned(OutputStream out) {
            this.out = out;
        }

        @Override
        public long getPos() {
            return position;
        }

        @Override
        public void write(int value) throws IOException {
            out.write(value);
            position++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            position += length;
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }
    }
}
