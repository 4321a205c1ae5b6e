package dev.shoal.netcdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where everything will lie in a netCDF classic file that is to be written, and in which of the three formats.
 *
 * @param format the least that holds everything
 * @param header what the file will say of itself
 * @param record the dimension that counts records
 * @param recordBytes from one record to the next
 */
record ClassicPlan(FileFormat format, Header header, Optional<Dimension> record, long recordBytes) {

    private static final long MOST_OF_CDF1 = Integer.MAX_VALUE;
    private static final long MOST_OF_CDF2 = (1L << 32) - 4;

    /**
     * Plans a file.
     *
     * @param mostRecordBytes a record longer than this makes a dimension that can grow one of fixed length
     * @throws UnwritableException where the format has no place for something; names it
     */
    static ClassicPlan of(Header header, long mostRecordBytes) throws UnwritableException {
        ClassicLimits.require(header);
        Optional<Dimension> record = header.dimensions().stream()
                .filter(dimension -> dimension.unlimited() || dimension.length() == 0)
                .filter(dimension -> isFirstEverywhere(header, dimension))
                .findFirst();
        long recordBytes =
                record.map(dimension -> recordBytes(header, dimension)).orElse(0L);
        if (recordBytes > mostRecordBytes) {
            record = Optional.empty();
        }
        ClassicLimits.requireLengths(header, record);
        ClassicPlan plan = new ClassicPlan(FileFormat.NETCDF5, header, record, recordBytes);
        return new ClassicPlan(plan.least(), header, record, recordBytes);
    }

    private static boolean isFirstEverywhere(Header header, Dimension dimension) {
        boolean used = false;
        for (VariableHeader variable : header.variables()) {
            if (variable.dimensions().lastIndexOf(dimension.name()) > 0) {
                return false;
            }
            used |= variable.dimensions().contains(dimension.name());
        }
        return used;
    }

    private static long recordBytes(Header header, Dimension record) {
        List<Long> bytes = new ArrayList<>();
        for (VariableHeader variable : header.variables()) {
            if (variable.dimensions().contains(record.name())) {
                bytes.add(bytes(variable, ofOneRecord(variable)));
            }
        }
        return bytes.size() == 1
                ? bytes.get(0)
                : bytes.stream().mapToLong(ClassicCursor::padded).sum();
    }

    private static long[] ofOneRecord(VariableHeader variable) {
        long[] shape = variable.shape().clone();
        shape[0] = 1;
        return shape;
    }

    /** Returns the bytes of a part of a variable, without padding. */
    static long bytes(VariableHeader variable, long[] shape) {
        long bytes = variable.type().bytes();
        for (long length : shape) {
            bytes = Math.multiplyExact(bytes, length);
        }
        return bytes;
    }

    private FileFormat least() {
        boolean wide = header.format() == FileFormat.NETCDF5
                || header.attributes().list().stream().anyMatch(ClassicPlan::isWide);
        for (Dimension dimension : header.dimensions()) {
            wide |= dimension.length() > MOST_OF_CDF1;
        }
        for (VariableHeader variable : header.variables()) {
            wide |= isWide(variable.type()) || bytes(variable) > MOST_OF_CDF2;
            wide |= variable.attributes().list().stream().anyMatch(ClassicPlan::isWide);
        }
        if (wide) {
            return FileFormat.NETCDF5;
        }
        boolean large = header.format() == FileFormat.NETCDF3_64BIT_OFFSET || length() > MOST_OF_CDF1;
        return large ? FileFormat.NETCDF3_64BIT_OFFSET : FileFormat.NETCDF3_CLASSIC;
    }

    private static boolean isWide(Attribute attribute) {
        return isWide(attribute.type());
    }

    private static boolean isWide(ElementType type) {
        return ClassicCursor.TYPES.indexOf(type) >= ClassicCursor.CLASSIC_TYPES;
    }

    /** Returns the bytes of a variable, or of one record of it, without padding. */
    long bytes(VariableHeader variable) {
        return bytes(variable, isByRecord(variable) ? ofOneRecord(variable) : variable.shape());
    }

    boolean isByRecord(VariableHeader variable) {
        return record.isPresent() && variable.dimensions().contains(record.get().name());
    }

    /** Returns the number of records. */
    long records() {
        return record.map(Dimension::length).orElse(0L);
    }

    /** Returns the variables without records, in the order in which they lie. */
    List<VariableHeader> whole() {
        return header.variables().stream()
                .filter(variable -> !isByRecord(variable))
                .toList();
    }

    /** Returns the variables with records, in the order in which they lie in each. */
    List<VariableHeader> byRecord() {
        return header.variables().stream().filter(this::isByRecord).toList();
    }

    /** Returns the bytes of the header, with the places where the variables begin. */
    byte[] headerBytes() {
        return ClassicHeaderBytes.of(this);
    }

    private long length() {
        long length = headerBytes().length + Math.multiplyExact(records(), recordBytes);
        for (VariableHeader variable : whole()) {
            length = Math.addExact(length, ClassicCursor.padded(bytes(variable)));
        }
        return length;
    }
}
