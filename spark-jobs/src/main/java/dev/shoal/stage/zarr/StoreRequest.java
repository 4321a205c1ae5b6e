package dev.shoal.stage.zarr;

import dev.shoal.zarr.StoreForm;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the user asks to be put into a store.
 *
 * @param files files, folders, globs and stores, of any file system
 * @param store folder of the store
 * @param append name of the dimension along which files follow each other; empty for the unlimited one, else the one of
 *     time
 * @param variables to take, with the coordinates they name; empty for all
 * @param excluded variables to leave out
 * @param unpacked variables that are written as decoded reals
 * @param chunks lengths of chunks by dimension
 * @param grid path of a file that further coordinates come from; empty for none
 * @param coordinates variables to write from the grid file, by the names they get; a variable of that name in the files
 *     is replaced
 * @param renames names in the store by names in the files, of variables and dimensions
 * @param attributes to add to the store's
 * @param verification what is done about a chunk once it is written
 * @param form how arrays of a new store are written
 */
public record StoreRequest(
        List<String> files,
        String store,
        String append,
        List<String> variables,
        List<String> excluded,
        List<String> unpacked,
        Map<String, Long> chunks,
        String grid,
        Map<String, String> coordinates,
        Map<String, String> renames,
        Map<String, String> attributes,
        Verification verification,
        StoreForm form)
        implements Serializable {

    /** What is done about a chunk once it is written. */
    public enum Verification {
        /** The file system's word is taken. */
        TRUST,
        /** It is read back and compared; written again up to twice where it differs. */
        READ_BACK
    }

    /** Returns the request that says nothing but what is to be put where. */
    public static StoreRequest of(List<String> files, String store) {
        return new StoreRequest(
                files,
                store,
                "",
                List.of(),
                List.of(),
                List.of(),
                new LinkedHashMap<>(),
                "",
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                Verification.TRUST,
                StoreForm.STANDARD);
    }

    /** Returns the same request for a store of another form. */
    public StoreRequest withForm(StoreForm changed) {
        return with(variables, unpacked, chunks, changed);
    }

    /** Returns the same request for other variables. */
    StoreRequest taking(List<String> changed) {
        return with(changed, unpacked, chunks, form);
    }

    /** Returns the same request with other decoded variables. */
    StoreRequest unpacking(List<String> changed) {
        return with(variables, changed, chunks, form);
    }

    /** Returns the same request with other lengths of chunks. */
    StoreRequest chunked(Map<String, Long> changed) {
        return with(variables, unpacked, changed, form);
    }

    private StoreRequest with(List<String> taken, List<String> decoded, Map<String, Long> lengths, StoreForm changed) {
        return new StoreRequest(
                files,
                store,
                append,
                taken,
                excluded,
                decoded,
                lengths,
                grid,
                coordinates,
                renames,
                attributes,
                verification,
                changed);
    }

    /** Returns the name that something of the files has in the store. */
    String renamed(String name) {
        return renames.getOrDefault(name, name);
    }
}
