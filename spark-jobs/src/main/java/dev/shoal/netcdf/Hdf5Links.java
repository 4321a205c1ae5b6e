package dev.shoal.netcdf;

import io.jhdf.ObjectHeader;
import io.jhdf.btree.record.LinkNameForIndexedGroupRecord;
import io.jhdf.exceptions.UnsupportedHdfException;
import io.jhdf.object.message.LinkInfoMessage;
import io.jhdf.object.message.LinkMessage;
import io.jhdf.object.message.SymbolTableMessage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a group of an HDF5 file holds, by name. */
final class Hdf5Links {

    /**
     * One name in a group.
     *
     * @param address of the object; negative for a soft link
     * @param target path that a soft link points at; empty for an object
     * @param order of creation, or 0 where the file does not keep it
     */
    record Link(String name, long address, String target, long order) {

        /** Makes a soft link. */
        static Link soft(String name, String target) {
            return new Link(name, NOT_THERE, target, 0);
        }
    }

    private static final long NOT_THERE = -1;

    private Hdf5Links() {}

    /**
     * Lists a group in order of creation where the file keeps it; links into other files are left out.
     *
     * @throws DamagedException where the list is not whole
     */
    static List<Link> of(ObjectHeader group, Hdf5Bytes storage) {
        try {
            return links(group, storage);
        } catch (DamagedException | UnsupportedHdfException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new DamagedException("no sound list of a group's members: " + e.getMessage(), e);
        }
    }

    private static List<Link> links(ObjectHeader group, Hdf5Bytes storage) {
        if (!group.hasMessageOfType(SymbolTableMessage.class) && !group.hasMessageOfType(LinkInfoMessage.class)) {
            throw new DamagedException("an object that is neither a group nor a dataset nor a type");
        }
        if (group.hasMessageOfType(SymbolTableMessage.class)) {
            return Hdf5Symbols.of(group.getMessageOfType(SymbolTableMessage.class), storage);
        }
        List<Link> links = new ArrayList<>();
        group.getMessagesOfType(LinkMessage.class).forEach(message -> add(message, links));
        LinkInfoMessage info = group.getMessageOfType(LinkInfoMessage.class);
        if (info.getBTreeNameIndexAddress() != NOT_THERE) {
            dense(info, storage, links);
        }
        links.sort(Comparator.comparingLong(Link::order));
        return links;
    }

    private static void dense(LinkInfoMessage info, Hdf5Bytes storage, List<Link> links) {
        Hdf5Heap heap = new Hdf5Heap(storage, info.getFractalHeapAddress());
        for (LinkNameForIndexedGroupRecord found :
                Hdf5Index.<LinkNameForIndexedGroupRecord>records(storage, info.getBTreeNameIndexAddress())) {
            add(LinkMessage.fromBuffer(heap.object(found.getId()), storage.getSuperblock()), links);
        }
        if (!info.isLinkCreationOrderTracked()) {
            links.sort(Comparator.comparing(Link::name));
        }
    }

    private static void add(LinkMessage message, List<Link> links) {
        long order = Math.max(0, message.getCreationOrder());
        switch (message.getLinkType()) {
            case HARD -> links.add(new Link(message.getLinkName(), message.getHardLinkAddress(), "", order));
            case SOFT -> links.add(new Link(message.getLinkName(), NOT_THERE, message.getSoftLink(), order));
            default -> {
                // A link into another file: that file is to be read itself.
            }
        }
    }
}
