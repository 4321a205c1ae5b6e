package dev.shoal.netcdf;

import io.jhdf.HdfFile;
import io.jhdf.ObjectHeader;
import io.jhdf.dataset.DatasetLoader;
import io.jhdf.object.message.DataLayoutMessage;
import io.jhdf.object.message.DataSpaceMessage;
import io.jhdf.object.message.DataTypeMessage;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The groups and datasets of an HDF5 file. What cannot be understood is set aside, and the rest is still there. */
final class Hdf5Tree implements Closeable {

    /** The path that jhdf takes an open channel's file to have; nothing is looked up there. */
    private static final URI NOWHERE = URI.create("file:///dev/null");

    /**
     * One group.
     *
     * @param prefix its path with a slash at the end; empty for the root
     * @param attributes its attributes
     * @param datasets in stored order; a soft link to a dataset is one of them under its own name
     */
    record GroupNode(String prefix, Attributes attributes, List<Hdf5Dataset> datasets) {}

    private record SoftLink(GroupNode group, String path, String target) {}

    private final String location;
    private final HdfFile file;
    private final Hdf5Bytes storage;
    private final Hdf5Texts texts;
    private final List<GroupNode> groups = new ArrayList<>();
    private final Map<String, Throwable> failures = new LinkedHashMap<>();
    private final List<SoftLink> softLinks = new ArrayList<>();
    private final Map<String, Hdf5Dataset> datasets = new HashMap<>();
    private final Set<Long> objects = new HashSet<>();

    /**
     * Walks a file.
     *
     * @throws UnreadableException where the header of an object is damaged: the file is condemned, because what
     *     belonged to the object cannot be told
     */
    Hdf5Tree(ByteSource source) throws IOException {
        location = source.location();
        file = new HdfFile(new SourceChannel(source), NOWHERE);
        storage = new Hdf5Bytes(file.getHdfBackingStorage());
        texts = new Hdf5Texts(storage);
        long root = file.getByPath(".").getAddress();
        new Hdf5Messages(storage, root);
        walk(ObjectHeader.readObjectHeader(storage, root), root, "", new TreeSet<>());
        softLinks.forEach(this::resolve);
    }

    private void walk(ObjectHeader header, long address, String prefix, Set<Long> above) throws IOException {
        GroupNode group = new GroupNode(prefix, new Hdf5Attributes(header, storage, texts).shown(), new ArrayList<>());
        groups.add(group);
        above.add(address);
        for (Hdf5Links.Link link : Hdf5Links.of(header, storage)) {
            String path = prefix + link.name();
            if (!link.target().isEmpty()) {
                softLinks.add(new SoftLink(group, path, link.target()));
            } else if (!above.contains(link.address())) {
                visit(group, path, link.address(), above);
            }
        }
        above.remove(address);
    }

    /** An object of a kind not known is listed and left alone; one whose bytes are damaged condemns the file. */
    private void visit(GroupNode group, String path, long address, Set<Long> above) throws IOException {
        objects.add(address);
        try {
            Hdf5Messages messages = new Hdf5Messages(storage, address);
            try {
                enter(group, path, address, above);
            } catch (RuntimeException e) {
                if (!messages.isOfUnknownKind(e)) {
                    throw e;
                }
                failures.put(path, e);
            }
        } catch (RuntimeException e) {
            throw Fault.of(location, "the header of " + path, "a sound header", e);
        }
    }

    private void enter(GroupNode group, String path, long address, Set<Long> above) throws IOException {
        ObjectHeader header = ObjectHeader.readObjectHeader(storage, address);
        if (header.hasMessageOfType(DataSpaceMessage.class)) {
            String name = path.substring(group.prefix().length());
            add(
                    group,
                    new Hdf5Dataset(
                            path,
                            DatasetLoader.createDataset(storage, header, name, file),
                            new Hdf5Attributes(header, storage, texts)));
        } else if (!isNamedType(header)) {
            walk(header, address, path + "/", above);
        }
    }

    private static boolean isNamedType(ObjectHeader header) {
        return header.hasMessageOfType(DataTypeMessage.class) && !header.hasMessageOfType(DataLayoutMessage.class);
    }

    private void add(GroupNode group, Hdf5Dataset dataset) {
        group.datasets().add(dataset);
        datasets.put(dataset.path(), dataset);
    }

    /** A link to a group, or to nothing, adds no variable. */
    private void resolve(SoftLink link) {
        String target = link.target().startsWith("/")
                ? link.target().substring(1)
                : link.group().prefix() + link.target();
        Hdf5Dataset dataset = datasets.get(target);
        if (dataset != null) {
            add(link.group(), dataset.at(link.path()));
        }
    }

    /** Returns all groups, each before those inside it. */
    List<GroupNode> groups() {
        return groups;
    }

    /** Returns the addresses of all objects but the root. */
    Set<Long> objects() {
        return objects;
    }

    /** Returns the paths of objects that could not be understood, and why. */
    Map<String, Throwable> failures() {
        return failures;
    }

    /** Returns what turns stored texts into strings. */
    Hdf5Texts texts() {
        return texts;
    }

    @Override
    public void close() {
        file.close();
    }
}
