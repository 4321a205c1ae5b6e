package dev.shoal.netcdf;

import io.jhdf.GroupSymbolTableNode;
import io.jhdf.LocalHeap;
import io.jhdf.ObjectHeader;
import io.jhdf.SymbolTableEntry;
import io.jhdf.Utils;
import io.jhdf.btree.BTreeV1;
import io.jhdf.btree.BTreeV2;
import io.jhdf.btree.record.LinkNameForIndexedGroupRecord;
import io.jhdf.object.message.LinkInfoMessage;
import io.jhdf.object.message.LinkMessage;
import io.jhdf.object.message.SymbolTableMessage;
import io.jhdf.storage.HdfBackingStorage;
import java.nio.ByteBuffer;
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
    record Link(String name, long address, String target, long order) {}

    private static final long NOT_THERE = -1;
    private static final int SOFT_LINK = 2;

    private Hdf5Links() {}

    /** Lists a group in order of creation where the file keeps it; links into other files are left out. */
    static List<Link> of(ObjectHeader group, HdfBackingStorage storage) {
        List<Link> links = new ArrayList<>();
        if (group.hasMessageOfType(SymbolTableMessage.class)) {
            symbols(group.getMessageOfType(SymbolTableMessage.class), storage, links);
            return links;
        }
        group.getMessagesOfType(LinkMessage.class).forEach(message -> add(message, links));
        if (group.hasMessageOfType(LinkInfoMessage.class)) {
            LinkInfoMessage info = group.getMessageOfType(LinkInfoMessage.class);
            if (info.getBTreeNameIndexAddress() != NOT_THERE) {
                dense(info, storage, links);
            }
        }
        links.sort(Comparator.comparingLong(Link::order));
        return links;
    }

    private static void dense(LinkInfoMessage info, HdfBackingStorage storage, List<Link> links) {
        Hdf5Heap heap = new Hdf5Heap(storage, info.getFractalHeapAddress());
        for (LinkNameForIndexedGroupRecord found :
                new BTreeV2<LinkNameForIndexedGroupRecord>(storage, info.getBTreeNameIndexAddress()).getRecords()) {
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

    private static void symbols(SymbolTableMessage table, HdfBackingStorage storage, List<Link> links) {
        ByteBuffer names = new LocalHeap(storage, table.getLocalHeapAddress()).getDataBuffer();
        for (long node :
                BTreeV1.createGroupBTree(storage, table.getBTreeAddress()).getChildAddresses()) {
            for (SymbolTableEntry entry : new GroupSymbolTableNode(storage, node).getSymbolTableEntries()) {
                String name = name(names, entry.getLinkNameOffset());
                links.add(
                        entry.getCacheType() == SOFT_LINK
                                ? new Link(name, NOT_THERE, name(names, entry.getLinkValueOffset()), 0)
                                : new Link(name, entry.getObjectHeaderAddress(), "", 0));
            }
        }
    }

    private static String name(ByteBuffer names, int offset) {
        return Utils.readUntilNull(names.duplicate().position(offset));
    }
}
