package dev.shoal.zarr.kerchunk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shoal.zarr.array.Json;
import dev.shoal.zarr.virtual.ChunkVisitor;
import dev.shoal.zarr.virtual.VirtualArray;
import dev.shoal.zarr.virtual.VirtualStore;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.jspecify.annotations.Nullable;

/**
 * Writes references as kerchunk's Parquet: a folder with {@code .zmetadata}, and for each array files
 * {@code refs.0.parq}, {@code refs.1.parq} and so on, of one row for each chunk in row-major order, all of the same
 * number of rows. Files without a chunk are left out.
 *
 * <p>The folder opens when {@code .zmetadata} is there, which is written last.
 */
public final class ParquetReferences {

    /** Rows of one file. A reader brings in whole files. */
    public static final int RECORD_SIZE = 10_000;

    static final String CONSOLIDATED = ".zmetadata";
    static final String RECORD_SIZE_KEY = "record_size";

    private ParquetReferences() {}

    /**
     * Writes a store.
     *
     * @param location of the folder, which must not be there or be empty
     * @param recordSize rows of one file, at least 1
     * @throws FileAlreadyExistsException where something is there
     * @throws IOException where the storage fails; what was written does not open, and is to be removed
     */
    public static void write(VirtualStore store, String location, int recordSize, Configuration conf)
            throws IOException {
        Path path = new Path(location);
        FileSystem system = WholeOutput.raw(path.getFileSystem(conf));
        Path root = system.makeQualified(path);
        requireNothing(system, root);
        String[] urls = store.sources().stream()
                .map(source -> VirtualDocuments.url(source.location()))
                .toArray(String[]::new);
        for (VirtualArray array : store.arrays()) {
            Rows rows = new Rows(new Path(root, array.path()), urls, recordSize, system);
            try {
                array.references().each(rows);
            } finally {
                rows.close();
            }
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putObject("metadata").setAll(VirtualDocuments.of(store));
        json.put(RECORD_SIZE_KEY, recordSize);
        json.set(VirtualDocuments.SOURCES, VirtualDocuments.sources(store));
        WholeOutput.write(new Path(root, CONSOLIDATED).toString(), conf, out -> out.write(Json.bytes(json)));
    }

    private static void requireNothing(FileSystem system, Path root) throws IOException {
        if (system.exists(root)) {
            FileStatus status = system.getFileStatus(root);
            if (!status.isDirectory() || system.listStatus(root).length > 0) {
                throw new FileAlreadyExistsException("Cannot write references to " + root
                        + ": found something there, expected nothing. Remove it, or name another folder.");
            }
        }
    }

    /** Writes the rows of one array, one file after the other. */
    private static final class Rows implements ChunkVisitor {

        private final Path folder;
        private final String[] urls;
        private final int recordSize;
        private final FileSystem system;
        private long part = -1;
        private int row;
        private @Nullable ParquetWriter<ReferenceRow> open;

        Rows(Path folder, String[] urls, int recordSize, FileSystem system) {
            this.folder = folder;
            this.urls = urls;
            this.recordSize = recordSize;
            this.system = system;
        }

        @Override
        public void part(long ordinal, int source, long offset, int length) throws IOException {
            put(ordinal, new ReferenceRow(urls[source], offset, length, null));
        }

        @Override
        public void inline(long ordinal, byte[] bytes) throws IOException {
            put(ordinal, new ReferenceRow(null, 0, 0, bytes));
        }

        private void put(long ordinal, ReferenceRow value) throws IOException {
            ParquetWriter<ReferenceRow> writer = open;
            if (writer == null || ordinal / recordSize != part) {
                close();
                part = ordinal / recordSize;
                writer = next();
                open = writer;
                row = 0;
            }
            fillTo(writer, (int) (ordinal % recordSize));
            writer.write(value);
            row++;
        }

        private ParquetWriter<ReferenceRow> next() throws IOException {
            Path file = new Path(folder, "refs." + part + ".parq");
            return new ReferenceParts.Builder(new PartOutput(system, file))
                    .withCompressionCodec(CompressionCodecName.ZSTD)
                    .withDictionaryEncoding(true)
                    .build();
        }

        private void fillTo(ParquetWriter<ReferenceRow> writer, int end) throws IOException {
            while (row < end) {
                writer.write(ReferenceRow.NONE);
                row++;
            }
        }

        /** Fills the last file up: readers take the row by its number. */
        void close() throws IOException {
            ParquetWriter<ReferenceRow> writer = open;
            if (writer != null) {
                open = null;
                fillTo(writer, recordSize);
                writer.close();
            }
        }
    }
}
