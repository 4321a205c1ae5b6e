package dev.shoal.zarr.kerchunk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shoal.zarr.array.Json;
import dev.shoal.zarr.array.RawFiles;
import dev.shoal.zarr.virtual.ChunkReferences;
import dev.shoal.zarr.virtual.ChunkVisitor;
import dev.shoal.zarr.virtual.SourceFile;
import dev.shoal.zarr.virtual.VirtualArray;
import dev.shoal.zarr.virtual.VirtualStore;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Writes references as kerchunk's Parquet: a folder with {@code .zmetadata}, and for each array files
 * {@code refs.0.parq}, {@code refs.1.parq} and so on, of one row for each chunk in row-major order, all of the same
 * number of rows. Files without a chunk are left out.
 *
 * <p>The folder opens when {@code .zmetadata} is there, which is written last; files of rows can be written by any
 * process before.
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
        requireNothing(location, conf);
        String[] urls = urls(store.sources());
        for (VirtualArray array : store.arrays()) {
            ChunkReferences all = array.references();
            for (long part = 0; all.size() > 0 && part <= all.last() / recordSize; part++) {
                ChunkReferences rows = all.slice(part * recordSize, (part + 1) * recordSize);
                if (rows.size() > 0) {
                    writePart(location, array.path(), part, rows, urls, recordSize, conf);
                }
            }
        }
        finish(store, location, recordSize, conf);
    }

    /** Returns how references name files. */
    public static String[] urls(List<SourceFile> sources) {
        return sources.stream()
                .map(source -> VirtualDocuments.url(source.location()))
                .toArray(String[]::new);
    }

    /**
     * Writes one file of rows, in place of one of the same name.
     *
     * @param path of the array in the store
     * @param part number of the file
     * @param rows all references whose ordinals belong to the file
     * @param urls names of the files by position
     */
    public static void writePart(
            String location,
            String path,
            long part,
            ChunkReferences rows,
            String[] urls,
            int recordSize,
            Configuration conf)
            throws IOException {
        Path file = new Path(new Path(location, path), "refs." + part + ".parq");
        FileSystem system = RawFiles.of(file.getFileSystem(conf));
        try (ParquetWriter<ReferenceRow> writer = new ReferenceParts.Builder(new PartOutput(system, file))
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withDictionaryEncoding(true)
                .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                .build()) {
            Rows filling = new Rows(writer, urls, part * recordSize);
            rows.each(filling);
            filling.fillTo((part + 1) * recordSize);
        }
    }

    /**
     * Writes the documents, which make the folder a store.
     *
     * @param header of the store; references are not asked for
     */
    public static void finish(VirtualStore header, String location, int recordSize, Configuration conf)
            throws IOException {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putObject("metadata").setAll(VirtualDocuments.of(header));
        json.put(RECORD_SIZE_KEY, recordSize);
        json.set(VirtualDocuments.SOURCES, VirtualDocuments.sources(header));
        WholeOutput.write(new Path(location, CONSOLIDATED).toString(), conf, out -> out.write(Json.bytes(json)));
    }

    /**
     * Refuses a folder that is in use.
     *
     * @throws FileAlreadyExistsException where something is there
     */
    public static void requireNothing(String location, Configuration conf) throws IOException {
        Path path = new Path(location);
        FileSystem system = RawFiles.of(path.getFileSystem(conf));
        Path root = system.makeQualified(path);
        if (system.exists(root)) {
            FileStatus status = system.getFileStatus(root);
            if (!status.isDirectory() || system.listStatus(root).length > 0) {
                throw new FileAlreadyExistsException("Cannot write references to " + root
                        + ": found something there, expected nothing. Remove it, or name another folder.");
            }
        }
    }

    /** Writes the rows of one file: readers take the row by its number, so that none is left out. */
    private static final class Rows implements ChunkVisitor {

        private final ParquetWriter<ReferenceRow> writer;
        private final String[] urls;
        private long next;

        Rows(ParquetWriter<ReferenceRow> writer, String[] urls, long first) {
            this.writer = writer;
            this.urls = urls;
            this.next = first;
        }

        @Override
        public void part(long ordinal, int source, long offset, int length) throws IOException {
            put(ordinal, new ReferenceRow(urls[source], offset, length, null));
        }

        @Override
        public void inline(long ordinal, byte[] bytes) throws IOException {
            put(ordinal, new ReferenceRow(null, 0, 0, bytes));
        }

        @Override
        public void object(long ordinal, String object, int length) throws IOException {
            put(ordinal, new ReferenceRow(VirtualDocuments.url(object), 0, 0, null));
        }

        private void put(long ordinal, ReferenceRow value) throws IOException {
            fillTo(ordinal);
            writer.write(value);
            next++;
        }

        void fillTo(long end) throws IOException {
            while (next < end) {
                writer.write(ReferenceRow.NONE);
                next++;
            }
        }
    }
}
