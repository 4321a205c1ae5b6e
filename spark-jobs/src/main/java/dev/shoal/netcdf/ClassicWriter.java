package dev.shoal.netcdf;

import dev.shoal.plan.RowWindows;
import dev.shoal.plan.Window;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Writes files of named arrays as netCDF classic: CDF-1, CDF-2 where they are longer than 2 GiB, and CDF-5 where they
 * hold integers without a sign or of 64 bits, or more than CDF-2 can. See "NetCDF File Format Specifications" of the
 * netCDF manual.
 *
 * <p>A file is written from its first byte to its last, so any store will do, and in blocks of {@value #MOST_BYTES}
 * bytes. A dimension that can grow stays so where all variables have it first and a record is no longer than that.
 */
public final class ClassicWriter {

    private static final int MOST_BYTES = 32 << 20;

    private final ClassicPlan plan;
    private final Values values;
    private final OutputStream out;

    /** Where the elements come from. */
    @FunctionalInterface
    public interface Values {

        /**
         * Reads a box of one variable.
         *
         * @param variable of the header that is written
         * @return the elements, of the window's shape and the variable's type
         */
        ArrayBlock read(VariableHeader variable, Window window) throws IOException;
    }

    private ClassicWriter(ClassicPlan plan, Values values, OutputStream out) {
        this.plan = plan;
        this.values = values;
        this.out = out;
    }

    /**
     * Writes a file.
     *
     * @param header what the file says of itself; its format is the least that is taken
     * @param values read once, in the order of the variables
     * @param out gets the whole file, and is not closed; after a failure what it got is no file
     * @return the format it was written in
     * @throws UnwritableException where the format has no place for something; names it
     */
    public static FileFormat write(Header header, Values values, OutputStream out) throws IOException {
        ClassicPlan plan = ClassicPlan.of(header, MOST_BYTES);
        new ClassicWriter(plan, values, out).write();
        return plan.format();
    }

    private void write() throws IOException {
        out.write(plan.headerBytes());
        for (VariableHeader variable : plan.whole()) {
            whole(variable);
        }
        List<VariableHeader> byRecord = plan.byRecord();
        if (!byRecord.isEmpty()) {
            long block = Math.max(1, MOST_BYTES / Math.max(1, plan.recordBytes()));
            for (long record = 0; record < plan.records(); record += block) {
                records(byRecord, record, Math.min(plan.records(), record + block));
            }
        }
    }

    private void whole(VariableHeader variable) throws IOException {
        RowWindows windows = new RowWindows(
                variable.shape(), MOST_BYTES / Math.max(1, variable.type().bytes()));
        while (windows.hasNext()) {
            out.write(bytes(variable, windows.next()));
        }
        pad(ClassicPlan.bytes(variable, variable.shape()));
    }

    private void records(List<VariableHeader> variables, long start, long end) throws IOException {
        byte[][] blocks = new byte[variables.size()][];
        for (int i = 0; i < blocks.length; i++) {
            VariableHeader variable = variables.get(i);
            blocks[i] = bytes(variable, Window.whole(variable.shape()).with(0, start, end));
        }
        for (int record = 0; record < end - start; record++) {
            for (byte[] block : blocks) {
                int bytes = (int) (block.length / (end - start));
                out.write(block, record * bytes, bytes);
                if (blocks.length > 1) {
                    pad(bytes);
                }
            }
        }
    }

    private byte[] bytes(VariableHeader variable, Window window) throws IOException {
        return ArrayBlock.bytes(values.read(variable, window).values(), ByteOrder.BIG_ENDIAN);
    }

    private void pad(long bytes) throws IOException {
        for (long i = bytes; i < ClassicCursor.padded(bytes); i++) {
            out.write(0);
        }
    }
}
