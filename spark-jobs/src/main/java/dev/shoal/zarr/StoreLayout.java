package dev.shoal.zarr;

import dev.shoal.netcdf.Attributes;
import dev.shoal.zarr.array.UnreadableArray;
import dev.shoal.zarr.array.WritableObjects;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a version of the format puts what a store says of itself. */
sealed interface StoreLayout permits LayoutOfV2, LayoutOfV3 {

    /**
     * What a store says of itself.
     *
     * @param format its version
     * @param attributes of the root group
     * @param arrays that can be written too, by path
     * @param unreadable the others
     */
    record Contents(
            ZarrFormat format,
            Attributes attributes,
            Map<String, ZarrArray> arrays,
            List<UnreadableArray> unreadable) {}

    /** Reads a store; nothing where there is none of this version, finished or begun. */
    Optional<Contents> read(WritableObjects store) throws IOException;

    /**
     * Reads the header that lies in an array's own folder, whatever the consolidated documents say of it.
     *
     * @return the array without its attributes; nothing where there is none
     * @throws IllegalArgumentException where it is of an array that cannot be written
     */
    Optional<ZarrArray> header(WritableObjects store, String path) throws IOException;

    /** Makes the root group, or leaves it as it is; gives it these attributes. */
    void begin(WritableObjects store, Attributes attributes) throws IOException;

    /**
     * Puts the header of an array, unless it is there, its attributes, and the groups above it.
     *
     * @param there whether the same header is known to be there
     */
    void put(WritableObjects store, ZarrArray array, boolean there) throws IOException;

    /** Puts a group below the root, those above it where they are not there, and its attributes. */
    void putGroup(WritableObjects store, String path, Attributes attributes) throws IOException;

    /** Puts the header of an array that is there with another shape or other keys of its chunks. */
    void putShape(WritableObjects store, ZarrArray array) throws IOException;

    /** Puts the document that holds all the others, of these arrays and of the groups above them. */
    void consolidate(WritableObjects store, List<String> arrays) throws IOException;
}
