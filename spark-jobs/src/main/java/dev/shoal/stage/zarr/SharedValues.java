package dev.shoal.stage.zarr;

import dev.shoal.zarr.virtual.VirtualArray;
import dev.shoal.zarr.virtual.VirtualFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps equal values once: thousands of files say the same of the same variables. Not safe for several threads. */
final class SharedValues {

    private final Map<Object, Object> known = new HashMap<>();

    /** Returns a file that shares its parts with those before. */
    VirtualFile file(VirtualFile file) {
        return new VirtualFile(
                file.source(), shared(file.attributes()), arrays(file.arrays()), file.refused(), arrays(file.toCopy()));
    }

    private List<VirtualArray> arrays(List<VirtualArray> arrays) {
        List<VirtualArray> out = new ArrayList<>();
        for (VirtualArray array : arrays) {
            out.add(new VirtualArray(
                    shared(array.path()),
                    shared(array.type()),
                    shared(array.grid()),
                    shared(array.fill()),
                    shared(array.codecs()),
                    shared(array.dimensions()),
                    shared(array.attributes()),
                    array.references(),
                    shared(array.digest())));
        }
        return out;
    }

    @SuppressWarnings("unchecked") // An equal value of a record or list is of the same type.
    private <T> T shared(T value) {
        Object before = known.putIfAbsent(value, value);
        return before == null ? value : (T) before;
    }
}
