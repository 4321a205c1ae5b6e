package dev.shoal.stage.zarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.stage.StageException;
import dev.shoal.stage.zarr.UpdateOptions.Insertion;
import dev.shoal.zarr.ArchiveEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateTest {

    private static SourceFacts file(long... keys) {
        ArchiveEntry entry = new ArchiveEntry("file-" + keys[0], ArchiveEntry.Kind.FILE, 1, 1);
        return new SourceFacts(
                entry,
                keys.length,
                keys,
                String.valueOf(keys[0]),
                String.valueOf(keys[keys.length - 1]),
                Map.of(),
                Map.of(),
                List.of());
    }

    @Test
    void replacesWhatIsThereAndAppendsTheRest() {
        Update update = Update.of(
                new long[] {10, 20, 30, 40}, new SourceLine(List.of(file(20, 30), file(50, 60))), Set.of(), "store");
        assertThat(update.pieces())
                .containsExactly(
                        new Piece(0, 1, Piece.STORE, 0),
                        new Piece(1, 3, 0, 0),
                        new Piece(3, 4, Piece.STORE, 3),
                        new Piece(4, 6, 1, 0));
        assertThat(update.appended()).isEqualTo(2);
        assertThat(update.replaced()).isEqualTo(2);
    }

    @Test
    void refusesStepsBeforeTheFirstAndBetween() {
        long[] store = {10, 20, 30};
        assertThatThrownBy(() -> Update.of(store, new SourceLine(List.of(file(5, 10))), Set.of(), "store"))
                .isInstanceOf(StageException.class)
                .hasMessage("Cannot update 'store' with file-5: its step 0 (it holds 5 to 10) lies before the store's"
                        + " first, expected none. Leave it out, or put it there with --prepend, which writes the store's"
                        + " chunks anew.");
        assertThatThrownBy(() -> Update.of(store, new SourceLine(List.of(file(20, 25, 40))), Set.of(), "store"))
                .isInstanceOf(StageException.class)
                .hasMessageContaining(
                        "its step 1 (it holds 20 to 40) lies before the store's last and is not in the" + " store");
    }

    @Test
    void putsStepsInFrontAndIntoGapsWhereThatIsAsked() {
        long[] store = {10, 20, 30};
        SourceLine line = new SourceLine(List.of(file(4, 5), file(10, 25), file(40)));
        assertThatThrownBy(() -> Update.of(store, line, Set.of(Insertion.PREPEND), "store"))
                .hasMessageContaining("Leave it out, or put it there with --fill-gaps");
        assertThatThrownBy(() -> Update.of(store, line, Set.of(Insertion.FILL_GAPS), "store"))
                .hasMessageContaining("Leave it out, or put it there with --prepend");
        Update update = Update.of(store, line, Set.of(Insertion.PREPEND, Insertion.FILL_GAPS), "store");
        assertThat(update.pieces())
                .containsExactly(
                        new Piece(0, 2, 0, 0),
                        new Piece(2, 3, 1, 0),
                        new Piece(3, 4, Piece.STORE, 1),
                        new Piece(4, 5, 1, 1),
                        new Piece(5, 6, Piece.STORE, 2),
                        new Piece(6, 7, 2, 0));
        assertThat(update.prepended()).isEqualTo(2);
        assertThat(update.filled()).isOne();
        assertThat(update.replaced()).isOne();
        assertThat(update.appended()).isOne();
        assertThat(update.moves()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void givesAllKeysInOrderEachFromTheFilesWhereTheyHoldIt(long seed) {
        Random random = new Random(seed);
        TreeSet<Long> stored = new TreeSet<>();
        TreeSet<Long> brought = new TreeSet<>();
        for (int i = 0; i < 15; i++) {
            stored.add((long) random.nextInt(40));
            brought.add((long) random.nextInt(60) - 10);
        }
        long[] store = stored.stream().mapToLong(Long::longValue).toArray();
        long[] keys = brought.stream().mapToLong(Long::longValue).toArray();
        Update update = Update.of(store, new SourceLine(List.of(file(keys))), Set.of(Insertion.values()), "store");
        List<Long> found = new ArrayList<>();
        for (Piece piece : update.pieces()) {
            for (long from = piece.from(); from < piece.from() + piece.end() - piece.start(); from++) {
                found.add(piece.file() == Piece.STORE ? store[(int) from] : keys[(int) from]);
                assertThat(piece.file() == Piece.STORE && brought.contains(found.get(found.size() - 1)))
                        .isFalse();
            }
        }
        stored.addAll(brought);
        assertThat(found).containsExactlyElementsOf(stored);
        assertThat(update.steps()).isEqualTo(stored.size());
        assertThat(update.prepended() + update.filled() + update.appended()).isEqualTo(update.added());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void givesEveryStepToOnePieceAndEveryKeyItsPlace(long seed) {
        Random random = new Random(seed);
        int steps = 1 + random.nextInt(20);
        TreeSet<Long> chosen = new TreeSet<>();
        for (int i = 0; i < 1 + random.nextInt(20); i++) {
            chosen.add((long) random.nextInt(steps + 10));
        }
        List<Long> keys = new ArrayList<>(chosen);
        List<SourceFacts> files = new ArrayList<>();
        int at = 0;
        while (at < keys.size()) {
            int end = Math.min(keys.size(), at + 1 + random.nextInt(4));
            files.add(file(
                    keys.subList(at, end).stream().mapToLong(Long::longValue).toArray()));
            at = end;
        }
        long[] store = new long[steps];
        for (int i = 0; i < steps; i++) {
            store[i] = i;
        }
        Update update = Update.of(store, new SourceLine(files), Set.of(), "store");
        long next = 0;
        List<Long> found = new ArrayList<>();
        for (Piece piece : update.pieces()) {
            assertThat(piece.start()).isEqualTo(next);
            next = piece.end();
            for (long step = piece.start(); step < piece.end(); step++) {
                long from = step - piece.start() + piece.from();
                if (piece.file() == Piece.STORE) {
                    assertThat(from).isEqualTo(step).isLessThan(steps);
                    assertThat(chosen).doesNotContain(step);
                } else {
                    long key = files.get(piece.file()).keys()[(int) from];
                    found.add(key);
                    assertThat(step < steps ? step : step - steps)
                            .isEqualTo(
                                    step < steps
                                            ? key
                                            : chosen.tailSet((long) steps)
                                                    .headSet(key)
                                                    .size());
                }
            }
        }
        assertThat(next).isEqualTo(update.steps());
        assertThat(found).containsExactlyElementsOf(keys);
    }
}
