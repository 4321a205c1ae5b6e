package dev.shoal.netcdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;

/** The groups and datasets of an HDF5 file. What cannot be understood is set aside, and the rest is still there. */
final class Hdf5Tree {

    /** Groups inside groups; each takes a part of the stack of the thread that reads them. */
    private static final int MOST_DEPTH = 256;

    /** Links that lead back to a group from below it end there; groups may still hold each other many times. */
    private static final int MOST_GROUPS = 1 << 17;

    /**
     * One group.
     *
     * @param prefix its path with a slash at the end; empty for the root
     * @param attributes its attributes
     * @param datasets in stored order; a soft link to a dataset is one of them under its own name
     */
    record GroupNode(String prefix, Attributes attributes, List<Hdf5Dataset> datasets) {}

    private record SoftLink(GroupNode group, String path, String target, Set<Long> above) {}

    private final String location;
    private final Hdf5Bytes storage;
    private final Hdf5Texts texts;
    private final List<GroupNode> groups = new ArrayList<>();
    private final Map<String, String> unread = new LinkedHashMap<>();
    private final Map<String, Throwable> failures = new LinkedHashMap<>();
    private final List<SoftLink> softLinks = new ArrayList<>();
    private final Map<String, Hdf5Dataset> datasets = new HashMap<>();
    private final Map<String, Long> groupPlaces = new HashMap<>();
    private final Set<Long> objects = new HashSet<>();

    /**
     * Walks a file.
     *
     * @throws UnreadableException where the header of an object is damaged: the file is condemned, because what
     *     belonged to the object cannot be told
     */
    Hdf5Tree(ByteSource source, Hdf5Superblock superblock) throws IOException {
        location = source.location();
        storage = new Hdf5Bytes(source, superblock.offsetBytes(), superblock.lengthBytes());
        texts = new Hdf5Texts(storage);
        long root = superblock.root();
        walk(new Hdf5Messages(storage, root), root, "", new TreeSet<>());
        resolve();
    }

    private void walk(Hdf5Messages object, long address, String prefix, Set<Long> above) throws IOException {
        GroupNode group = new GroupNode(prefix, new Hdf5Attributes(object, storage, texts).shown(), new ArrayList<>());
        groups.add(group);
        if (groups.size() > MOST_GROUPS) {
            throw new DamagedException("more than " + MOST_GROUPS + " groups, expected fewer");
        }
        if (above.size() > MOST_DEPTH) {
            throw new DamagedException("groups in more than " + MOST_DEPTH + " groups, expected fewer");
        }
        above.add(address);
        groupPlaces.putIfAbsent(prefix, address);
        for (Hdf5Links.Link link : Hdf5Links.of(object, storage)) {
            String path = prefix + link.name();
            switch (link.kind()) {
                case SOFT -> softLinks.add(new SoftLink(group, path, link.target(), new TreeSet<>(above)));
                case OUTWARD -> unread.put(path, link.target());
                case HARD -> {
                    if (!above.contains(link.address())) {
                        visit(group, path, link.address(), above);
                    }
                }
            }
        }
        above.remove(address);
    }

    /** An object of a kind not known is listed and left alone; one whose bytes are damaged condemns the file. */
    private void visit(GroupNode group, String path, long address, Set<Long> above) throws IOException {
        objects.add(address);
        try {
            Hdf5Messages object = new Hdf5Messages(storage, address);
            try {
                enter(group, path, address, object, above);
            } catch (RuntimeException e) {
                if (!object.isOfUnknownKind(e)) {
                    throw e;
                }
                failures.put(path, e);
            }
        } catch (RuntimeException e) {
            throw Fault.of(location, "the header of " + path, "a sound header", e);
        }
    }

    private void enter(GroupNode group, String path, long address, Hdf5Messages object, Set<Long> above)
            throws IOException {
        if (object.has(Hdf5Messages.DATA_SPACE)) {
            Hdf5Attributes attributes = new Hdf5Attributes(object, storage, texts);
            add(group, new Hdf5Dataset(path, address, object, storage, attributes));
        } else if (!isNamedType(object)) {
            walk(object, address, path + "/", above);
        }
    }

    private static boolean isNamedType(Hdf5Messages object) {
        return object.has(Hdf5Messages.DATA_TYPE) && !object.has(Hdf5Messages.LAYOUT);
    }

    private void add(GroupNode group, Hdf5Dataset dataset) {
        group.datasets().add(dataset);
        datasets.put(dataset.path(), dataset);
    }

    /** Follows soft links, which may lead through each other; one that leads nowhere adds nothing. */
    private void resolve() throws IOException {
        boolean found = true;
        while (found) {
            found = false;
            List<SoftLink> open = new ArrayList<>(softLinks);
            softLinks.clear();
            for (SoftLink link : open) {
                if (resolve(link)) {
                    found = true;
                } else {
                    softLinks.add(link);
                }
            }
        }
    }

    private boolean resolve(SoftLink link) throws IOException {
        String start = link.target().startsWith("/") ? "" : link.group().prefix();
        StringJoiner parts = new StringJoiner("/");
        for (String part : (start + link.target()).split("/", -1)) {
            if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        Hdf5Dataset dataset = datasets.get(parts.toString());
        if (dataset != null) {
            add(link.group(), dataset.at(link.path()));
            return true;
        }
        Long group = groupPlaces.get(parts.length() == 0 ? "" : parts + "/");
        if (group == null) {
            return false;
        }
        if (!link.above().contains(group)) {
            visit(link.group(), link.path(), group, link.above());
        }
        return true;
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

    /** Returns the paths that lead to nothing that can be read here, and to what they lead, with its article. */
    Map<String, String> unread() {
        return unread;
    }

    /** Returns what turns stored texts into strings. */
    Hdf5Texts texts() {
        return texts;
    }
}
