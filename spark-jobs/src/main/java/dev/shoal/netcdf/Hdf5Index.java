package dev.shoal.netcdf;

import io.jhdf.btree.BTreeV2;
import io.jhdf.btree.record.BTreeRecord;
import io.jhdf.exceptions.UnsupportedHdfException;
import io.jhdf.storage.HdfBackingStorage;
import java.util.List;

/** The records of a version 2 B-tree, which checksums guard. */
final class Hdf5Index {

    private Hdf5Index() {}

    /**
     * Reads all records of a tree.
     *
     * @throws DamagedException where the tree is not whole
     */
    static <T extends BTreeRecord> List<T> records(HdfBackingStorage storage, long address) {
        try {
            return new BTreeV2<T>(storage, address).getRecords();
        } catch (UnsupportedHdfException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new DamagedException("no sound index at byte " + address + ": " + e.getMessage(), e);
        }
    }
}
