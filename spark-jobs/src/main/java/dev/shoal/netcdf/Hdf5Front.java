package dev.shoal.netcdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What stands before the chunks and their indexes in a netCDF-4 file: superblock, root group, datasets, heap. It is put
 * together twice: first for its lengths, which do not depend on any address, then with the addresses.
 *
 * <p>See "HDF5 File Format Specification", version 2 of the superblock; "NetCDF-4 File Format" of the netCDF manual;
 * and "HDF5 Dimension Scale Specification".
 */
final class Hdf5Front {

    private static final int SUPERBLOCK_BYTES = 48;
    private static final String SIGNATURE_TEXT = "HDF\r\n\u001a\n";

    /** Uses of a scale that fit into one attribute; of more none is listed, and readers do without. */
    private static final int MOST_USES = 4000;

    private static final int USE_BYTES = 12;

    private final Header header;
    private final List<NewDataset> datasets;
    private final int deflateLevel;
    private final int[] scale;

    /** Where a dataset's elements lie: its index, or its bytes where it has none. */
    @FunctionalInterface
    interface DataPlaces {
        long of(int dataset);
    }

    Hdf5Front(Header header, List<NewDataset> datasets, int deflateLevel) {
        this.header = header;
        this.datasets = datasets;
        this.deflateLevel = deflateLevel;
        this.scale = new int[header.dimensions().size()];
        for (int i = 0; i < datasets.size(); i++) {
            if (datasets.get(i).scaleOf() >= 0) {
                scale[datasets.get(i).scaleOf()] = i;
            }
        }
    }

    /**
     * One assembly.
     *
     * @param root the root group
     * @param objects the datasets
     * @param heap of all of them
     */
    private record Parts(byte[] root, List<byte[]> objects, byte[] heap) {

        long[] addresses() {
            long[] addresses = new long[objects.size() + 1];
            addresses[0] = SUPERBLOCK_BYTES + (long) root.length;
            for (int i = 0; i < objects.size(); i++) {
                addresses[i + 1] = addresses[i] + objects.get(i).length;
            }
            return addresses;
        }
    }

    /** Returns the length, a multiple of 8. */
    long length() throws UnwritableException {
        Parts parts = parts(new long[datasets.size() + 1], dataset -> 0);
        return parts.addresses()[datasets.size()] + parts.heap().length;
    }

    /**
     * Returns the bytes.
     *
     * @param data where the elements of each dataset lie
     * @param fileBytes of the whole file
     */
    byte[] bytes(DataPlaces data, long fileBytes) throws UnwritableException {
        Parts parts = parts(parts(new long[datasets.size() + 1], dataset -> 0).addresses(), data);
        Hdf5Words front = new Hdf5Words().bytes(0x89).text(SIGNATURE_TEXT).bytes(2, Long.BYTES, Long.BYTES, 0);
        front.place(0).place(Hdf5Words.NOWHERE).place(fileBytes).place(SUPERBLOCK_BYTES);
        front.sum().all(parts.root());
        parts.objects().forEach(front::all);
        return front.all(parts.heap()).toBytes();
    }

    private Parts parts(long[] addresses, DataPlaces data) throws UnwritableException {
        Hdf5HeapBytes heap = new Hdf5HeapBytes(addresses[datasets.size()]);
        Hdf5ObjectBytes root = Hdf5ObjectBytes.group(datasets.size());
        for (int i = 0; i < datasets.size(); i++) {
            root.link(datasets.get(i).name(), i, addresses[i]);
        }
        for (Attribute attribute : header.attributes().list()) {
            add(root, Hdf5AttributeBytes.of(attribute, heap), "the file");
        }
        List<byte[]> objects = new ArrayList<>();
        for (int i = 0; i < datasets.size(); i++) {
            objects.add(object(datasets.get(i), addresses, data.of(i), heap));
        }
        return new Parts(root.toBytes(), objects, heap.toBytes());
    }

    private byte[] object(NewDataset dataset, long[] addresses, long data, Hdf5HeapBytes heap)
            throws UnwritableException {
        VariableHeader variable = dataset.variable();
        boolean chunked = dataset.chunked();
        Hdf5ObjectBytes object = Hdf5ObjectBytes.dataset(
                Hdf5ObjectBytes.space(variable.shape(), dataset.unlimited()),
                Hdf5TypeBytes.of(variable.type()),
                dataset.fill(),
                chunked);
        if (chunked) {
            object.chunked(data, dataset.grid().chunk(), variable.type().bytes());
        } else {
            object.contiguous(data, dataset.bytes());
        }
        List<Hdf5Filter> filters = dataset.filters(deflateLevel);
        if (!filters.isEmpty()) {
            object.filters(filters);
        }
        if (dataset.scaleOf() >= 0) {
            addScale(object, dataset, addresses);
        } else if (variable.rank() > 0) {
            object.attribute(scalesOf(dataset, addresses, heap));
        }
        for (Attribute attribute : variable.attributes().list()) {
            add(object, Hdf5AttributeBytes.of(attribute, heap), "variable " + variable.name());
        }
        return object.toBytes();
    }

    private static void add(Hdf5ObjectBytes object, Hdf5AttributeBytes attribute, String owner)
            throws UnwritableException {
        int length = attribute.message().length;
        if (length > Hdf5ObjectBytes.MOST_MESSAGE_BYTES) {
            throw new UnwritableException("Cannot write attribute " + attribute.name() + " of " + owner
                    + " as netCDF-4: its numbers take " + length + " bytes, expected at most "
                    + Hdf5ObjectBytes.MOST_MESSAGE_BYTES + ". Make it a variable.");
        }
        object.attribute(attribute);
    }

    private void addScale(Hdf5ObjectBytes object, NewDataset dataset, long[] addresses) {
        String name = dataset.bare()
                ? String.format("%s. %10d", Hdf5Names.BARE, dataset.variable().shape()[0])
                : dataset.variable().name();
        object.attribute(Hdf5AttributeBytes.endedText("CLASS", Hdf5Names.SCALE));
        object.attribute(Hdf5AttributeBytes.endedText("NAME", name));
        object.attribute(Hdf5AttributeBytes.number("_Netcdf4Dimid", dataset.scaleOf()));
        if (dataset.variable().rank() > 1) {
            List<Integer> axes = Arrays.stream(dataset.dimensions()).boxed().toList();
            object.attribute(Hdf5AttributeBytes.numbers("_Netcdf4Coordinates", ElementType.INT, axes));
        }
        Hdf5Words uses = uses(dataset.scaleOf(), addresses);
        int count = uses.size() / USE_BYTES;
        if (count > 0 && count <= MOST_USES) {
            object.attribute(Hdf5AttributeBytes.row("REFERENCE_LIST", Hdf5TypeBytes.uses(), count, uses));
        }
    }

    private Hdf5Words uses(int dimension, long[] addresses) {
        Hdf5Words uses = new Hdf5Words();
        for (int i = 0; i < datasets.size(); i++) {
            int[] axes = datasets.get(i).dimensions();
            for (int axis = 0; datasets.get(i).scaleOf() < 0 && axis < axes.length; axis++) {
                if (axes[axis] == dimension) {
                    uses.place(addresses[i]).number(axis, Integer.BYTES);
                }
            }
        }
        return uses;
    }

    private Hdf5AttributeBytes scalesOf(NewDataset dataset, long[] addresses, Hdf5HeapBytes heap) {
        Hdf5Words elements = new Hdf5Words();
        for (int dimension : dataset.dimensions()) {
            elements.all(heap.add(
                    1, new Hdf5Words().place(addresses[scale[dimension]]).toBytes()));
        }
        return Hdf5AttributeBytes.row("DIMENSION_LIST", Hdf5TypeBytes.scales(), dataset.dimensions().length, elements);
    }
}
