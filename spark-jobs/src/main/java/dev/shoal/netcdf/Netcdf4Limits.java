package dev.shoal.netcdf;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is not written as netCDF-4: each is refused by its name. */
final class Netcdf4Limits {

    private static final List<List<String>> FILTERS = List.of(
            List.of(),
            List.of(ChunkEncoder.SHUFFLE),
            List.of(ChunkEncoder.DEFLATE),
            List.of(ChunkEncoder.SHUFFLE, ChunkEncoder.DEFLATE));

    private static final int MOST_NAME_BYTES = 256;

    private Netcdf4Limits() {}

    static void require(Header header) throws UnwritableException {
        Set<String> dimensions = new HashSet<>();
        for (Dimension dimension : header.dimensions()) {
            requireName("dimension", dimension.name(), dimensions);
        }
        require("the file", header.attributes());
        Set<String> variables = new HashSet<>();
        for (VariableHeader variable : header.variables()) {
            String what = "variable " + variable.name();
            requireName("variable", variable.name(), variables);
            require(what, variable.attributes());
            requireElements(what, variable);
            requireAxes(what, header, variable);
        }
    }

    private static void requireElements(String what, VariableHeader variable) throws UnwritableException {
        if (variable.type().bytes() == 0) {
            throw refused(what, "elements of type " + variable.type(), "numbers or characters of one byte");
        }
        Storage storage = variable.storage();
        if (storage.chunked() && !FILTERS.contains(storage.filters())) {
            throw refused(what, "the filters " + storage.filters(), "one of " + FILTERS);
        }
        if (storage.chunked() && storage.chunk().length != variable.rank()) {
            throw refused(
                    what, "chunks of " + Arrays.toString(storage.chunk()), "as many axes as " + variable.dimensions());
        }
        double bytes = variable.type().bytes();
        for (long length : storage.chunked() ? storage.chunk() : new long[0]) {
            if (length < 1) {
                throw refused(what, "chunks of " + Arrays.toString(storage.chunk()), "lengths of at least 1");
            }
            bytes *= length;
        }
        if (bytes > Integer.MAX_VALUE) {
            throw refused(what, "chunks of " + Arrays.toString(storage.chunk()), "chunks of less than 2 GiB");
        }
    }

    private static void requireAxes(String what, Header header, VariableHeader variable) throws UnwritableException {
        for (int axis = 0; axis < variable.rank(); axis++) {
            String name = variable.dimensions().get(axis);
            long length = variable.shape()[axis];
            Dimension dimension = header.dimension(name)
                    .orElseThrow(() -> refused(what, "an axis '" + name + "'", "a dimension of that name"));
            if (dimension.length() != length) {
                throw refused(what, length + " along '" + name + "'", "the dimension's length " + dimension.length());
            }
            boolean grows = dimension.unlimited() || length == 0;
            if (grows && !variable.storage().chunked()) {
                throw refused(what, "no chunks along '" + name + "', which can grow", "chunks");
            }
        }
    }

    private static void require(String what, Attributes attributes) throws UnwritableException {
        for (Attribute attribute : attributes.list()) {
            String name = attribute.name();
            if (Hdf5Names.BOOKKEEPING.contains(name)) {
                throw refused(what, "an attribute " + name, "none of that name, which the format keeps for itself");
            }
            if (!attribute.isText() && attribute.type().bytes() == 0) {
                throw refused("attribute " + name + " of " + what, "the type " + attribute.type(), "text or numbers");
            }
        }
    }

    private static void requireName(String kind, String name, Set<String> taken) throws UnwritableException {
        if (name.isEmpty() || name.contains("/") || name.length() > MOST_NAME_BYTES) {
            throw refused(kind + " '" + name + "'", "that name", "a name without a group");
        }
        if (!taken.add(name)) {
            throw refused(kind + " '" + name + "'", "the name twice", "it once");
        }
    }

    private static UnwritableException refused(String what, String found, String expected) {
        return new UnwritableException("Cannot write " + what + " as netCDF-4: found " + found + ", expected "
                + expected + ". Change it or leave it out of the file.");
    }
}
