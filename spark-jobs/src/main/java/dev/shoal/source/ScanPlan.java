package dev.shoal.source;

import dev.shoal.zarr.ArchiveEntry;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.connector.read.InputPartition;

/**
 * What a scan reads of all files.
 *
 * @param files without those that the inventory excludes
 * @param work of each file, in the same order
 * @param excluded files that the inventory excludes
 * @param opened headers that planning opened
 */
record ScanPlan(List<ArchiveEntry> files, List<FileWork> work, long excluded, long opened) {

    /** What opening a file costs, in decoded bytes that could be read in that time. */
    static final long OPENING_BYTES = 2L << 20;

    /** Returns the number of rows in all files. */
    long rows() {
        return work.stream().mapToLong(FileWork::rows).sum();
    }

    /** Returns the number of rows that are read. */
    long kept() {
        return work.stream().mapToLong(FileWork::kept).sum();
    }

    /**
     * Returns the plan of the first files that hold as many rows as are wanted; the others stay unread.
     *
     * @param limit of rows that the query gives
     */
    ScanPlan limited(long limit) {
        List<FileWork> first = new ArrayList<>();
        long rows = 0;
        for (FileWork file : work) {
            first.add(rows < limit ? file : new FileWork(file.rows(), 0, 0, 0));
            rows += file.kept();
        }
        return new ScanPlan(files, first, excluded, opened);
    }

    /** Returns the number of files of which something is read. */
    long filesKept() {
        return work.stream().filter(file -> file.blocks() > 0).count();
    }

    /**
     * Packs blocks into tasks: whole blocks, in the order of the files.
     *
     * @param targetBytes decoded bytes of a task; less where there would be fewer tasks than slots
     */
    InputPartition[] partitions(int slots, long targetBytes) {
        long total = work.stream()
                .filter(file -> file.blocks() > 0)
                .mapToLong(file -> file.bytes() + OPENING_BYTES)
                .sum();
        long wanted = Math.max(OPENING_BYTES, Math.min(targetBytes, total / Math.max(1, slots)));
        List<InputPartition> partitions = new ArrayList<>();
        List<ArchivePartition.Piece> pieces = new ArrayList<>();
        long bytes = 0;
        for (int i = 0; i < work.size(); i++) {
            FileWork file = work.get(i);
            long step = Math.max(1, wanted * file.blocks() / Math.max(1, file.bytes()));
            for (long first = 0; first < file.blocks(); first += step) {
                long end = Math.min(file.blocks(), first + step);
                long more = OPENING_BYTES + file.bytes() / file.blocks() * (end - first);
                if (!pieces.isEmpty() && bytes + more > wanted + OPENING_BYTES) {
                    partitions.add(new ArchivePartition(pieces));
                    pieces.clear();
                    bytes = 0;
                }
                pieces.add(new ArchivePartition.Piece(files.get(i), first, end, file.blocks()));
                bytes += more;
            }
        }
        if (!pieces.isEmpty()) {
            partitions.add(new ArchivePartition(pieces));
        }
        return partitions.toArray(InputPartition[]::new);
    }
}
