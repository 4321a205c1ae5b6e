package dev.shoal.source;

import dev.shoal.zarr.ArchiveEntry;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Listed files as texts, for sending: Spark may be told to send by Kryo, which knows no records. */
final class ListedTexts {

    private ListedTexts() {}

    /** Returns the texts of entries, in their order. */
    static List<String[]> of(List<ArchiveEntry> entries) {
        List<String[]> texts = new ArrayList<>();
        for (ArchiveEntry entry : entries) {
            texts.add(new String[] {
                entry.path(), entry.kind().name(), Long.toString(entry.size()), Long.toString(entry.modifiedMillis())
            });
        }
        return texts;
    }

    /** Returns the entry that the texts were made of. */
    static ArchiveEntry entry(String... texts) {
        return new ArchiveEntry(
                texts[0], ArchiveEntry.Kind.valueOf(texts[1]), Long.parseLong(texts[2]), Long.parseLong(texts[3]));
    }

    /** Returns the entries that texts were made of, one when it is asked for. */
    static Iterator<ArchiveEntry> entries(Iterator<String[]> texts) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return texts.hasNext();
            }

            @Override
            public ArchiveEntry next() {
                return entry(texts.next());
            }
        };
    }
}
