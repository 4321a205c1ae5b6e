package dev.shoal.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangeTest {

    private static final FileEntry A = new FileEntry("a", 1, 1);
    private static final FileEntry B = new FileEntry("b", 1, 1);
    private static final FileEntry C = new FileEntry("c", 1, 1);
    private static final FileEntry OTHER_B = new FileEntry("b", 2, 2);

    private static Previous previous(
            List<FileEntry> granules, List<FileEntry> unreadable, List<FileEntry> misfits, List<FileEntry> parts) {
        return new Previous(Optional.empty(), byPath(granules), reasons(unreadable), reasons(misfits), byPath(parts));
    }

    private static Map<String, FileEntry> byPath(List<FileEntry> files) {
        return files.stream().collect(java.util.stream.Collectors.toMap(FileEntry::path, file -> file));
    }

    private static Map<FileEntry, String> reasons(List<FileEntry> files) {
        return files.stream()
                .collect(java.util.stream.Collectors.toMap(file -> file, file -> "reason of " + file.path()));
    }

    @Test
    void tellsNewKeptChangedAndRemovedFiles() {
        Change change = Change.of(List.of(A, OTHER_B, C), previous(List.of(A, B), List.of(), List.of(), List.of()));
        assertThat(change.kept()).containsExactly(A);
        assertThat(change.changed()).containsExactly(OTHER_B);
        assertThat(change.fresh()).containsExactly(C);
        assertThat(Change.of(List.of(A), previous(List.of(A, B), List.of(), List.of(), List.of()))
                        .removed())
                .containsExactly("b");
    }

    @Test
    void tellsAFileChangedBySizeAloneAndByTimeAlone() {
        Previous known = previous(List.of(A), List.of(), List.of(), List.of());
        for (FileEntry other : List.of(new FileEntry("a", 2, 1), new FileEntry("a", 1, 2))) {
            assertThat(Change.of(List.of(other), known).changed()).containsExactly(other);
        }
    }

    @Test
    void passesOverWhatWasRefusedUnlessItHasChanged() {
        Previous known = previous(List.of(A), List.of(B), List.of(C), List.of());
        Change same = Change.of(List.of(A, B, C), known);
        assertThat(same.isNothing()).isTrue();
        assertThat(same.refused()).isEqualTo(Map.of("b", "reason of b", "c", "reason of c"));
        assertThat(Change.of(List.of(A, OTHER_B, C), known).fresh()).containsExactly(OTHER_B);
    }

    @Test
    void triesAgainWhatDidNotFitOnceAnotherFileHasGoneOrChanged() {
        Previous known = previous(List.of(A), List.of(B), List.of(C), List.of());
        Change removed = Change.of(List.of(B, C), known);
        assertThat(removed.fresh()).containsExactly(C);
        assertThat(removed.refused()).containsOnlyKeys("b");
        assertThat(removed.onlyAdds()).isFalse();
        assertThat(Change.of(List.of(new FileEntry("a", 9, 9), B, C), known).fresh())
                .containsExactly(C);
    }

    @Test
    void takesOutThePartOfADamagedFileThatHasGoneOrChanged() {
        Previous known = previous(List.of(A), List.of(B), List.of(), List.of(B));
        Change same = Change.of(List.of(A, B), known);
        assertThat(same.isNothing()).isTrue();
        assertThat(same.partial()).containsExactly(B);
        Change gone = Change.of(List.of(A), known);
        assertThat(gone.removed()).containsExactly("b");
        assertThat(gone.isNothing()).isFalse();
        Change mended = Change.of(List.of(A, OTHER_B), known);
        assertThat(mended.fresh()).containsExactly(OTHER_B);
        assertThat(mended.removed()).containsExactly("b");
        Previous damagedTwice = previous(List.of(A), List.of(B, OTHER_B), List.of(), List.of(B));
        assertThat(Change.of(List.of(A, OTHER_B), damagedTwice).removed()).containsExactly("b");
    }
}
