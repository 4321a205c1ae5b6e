package dev.shoal.stage.zarr;

import dev.shoal.netcdf.Attributes;
import dev.shoal.zarr.ZarrArray;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;

/** Arrays that are made of those of a rechunk once these are there, before anything is shown to readers. */
interface DerivedArrays {

    /** Tells these arrays from others that might be made of the same. */
    String text();

    /** Returns the arrays. */
    List<ZarrArray> arrays();

    /** Returns the groups of the whole store. */
    List<String> groups();

    /** Returns the attributes of the whole store. */
    Attributes attributes();

    /**
     * Writes the chunks.
     *
     * @param there keys of the objects that an earlier run left
     * @return the number of chunks written
     */
    long write(String target, Set<String> there, Configuration conf) throws IOException;

    /** No such arrays. */
    static DerivedArrays none(RechunkLayout layout) {
        return new DerivedArrays() {
            @Override
            public String text() {
                return "";
            }

            @Override
            public List<ZarrArray> arrays() {
                return List.of();
            }

            @Override
            public List<String> groups() {
                return layout.request().layouts().stream()
                        .map(ChunkLayout::name)
                        .toList();
            }

            @Override
            public Attributes attributes() {
                return layout.attributes();
            }

            @Override
            public long write(String target, Set<String> there, Configuration conf) {
                return 0;
            }
        };
    }
}
