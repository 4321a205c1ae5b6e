package dev.shoal.stage.zarr;

import dev.shoal.netcdf.ByteSource;
import dev.shoal.zarr.HadoopStore;
import dev.shoal.zarr.array.WritableObjects;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The documents of a store as they lie in its folders, with a draft on top: what is put goes to the draft, unless the
 * store has just that. Nothing is seen of consolidated documents but the draft's, and of arrays but those that are
 * known.
 *
 * @param standing what readers see
 * @param draft what they are to see
 * @param known paths of groups and arrays, the root's too, which is empty
 */
record DraftObjects(HadoopStore standing, HadoopStore draft, Set<String> known) implements WritableObjects {

    private static final String CONSOLIDATED_OF_V2 = ".zmetadata";

    @Override
    public String root() {
        return standing.root();
    }

    @Override
    public Optional<byte[]> read(String key, long most) throws IOException {
        Optional<byte[]> drafted = draft.read(key, most);
        return drafted.isPresent() || key.equals(CONSOLIDATED_OF_V2) ? drafted : standing.read(key, most);
    }

    @Override
    public Optional<ByteSource> open(String key) throws IOException {
        Optional<ByteSource> drafted = draft.open(key);
        return drafted.isPresent() || key.equals(CONSOLIDATED_OF_V2) ? drafted : standing.open(key);
    }

    @Override
    public List<String> folders(String key) {
        String prefix = key.isEmpty() ? "" : key + "/";
        return known.stream()
                .filter(path -> path.length() > prefix.length() && path.startsWith(prefix))
                .map(path -> path.substring(prefix.length()))
                .filter(name -> name.indexOf('/') < 0)
                .sorted()
                .toList();
    }

    @Override
    public void put(String key, byte[] bytes) throws IOException {
        Optional<byte[]> there = read(key, MOST_DOCUMENT_BYTES);
        if (there.isEmpty() || !Arrays.equals(there.get(), bytes)) {
            draft.put(key, bytes);
        }
    }

    @Override
    public void delete(String key) throws IOException {
        draft.delete(key);
    }
}
