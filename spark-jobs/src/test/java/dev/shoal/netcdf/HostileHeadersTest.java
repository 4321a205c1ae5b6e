package dev.shoal.netcdf;

import static dev.shoal.netcdf.ClassicDraft.ATTRIBUTES;
import static dev.shoal.netcdf.ClassicDraft.BYTE;
import static dev.shoal.netcdf.ClassicDraft.CHAR;
import static dev.shoal.netcdf.ClassicDraft.DIMENSIONS;
import static dev.shoal.netcdf.ClassicDraft.DOUBLE;
import static dev.shoal.netcdf.ClassicDraft.VARIABLES;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Classic headers that lie about counts and lengths, or tell of very many things, in every version of the format. */
class HostileHeadersTest {

    private static final long[] COUNTS = {
        -1,
        -2,
        1L << 20,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        1L << 31,
        1L << 32,
        1L << 60,
        Long.MAX_VALUE,
        Long.MIN_VALUE
    };
    private static final long SMALL = 4 << 20;

    @Test
    void countsThatTheFileCannotHoldDoNoHarm() throws Exception {
        List<HostileRun.Task> tasks = new ArrayList<>();
        for (int version : new int[] {1, 2, 5}) {
            for (long count : COUNTS) {
                tasks.add(task("dimensions", version, draft(version).list(DIMENSIONS, count)));
                tasks.add(
                        task("name", version, draft(version).list(DIMENSIONS, 1).count(count)));
                tasks.add(task("attributes", version, draft(version).none().list(ATTRIBUTES, count)));
                tasks.add(task(
                        "values",
                        version,
                        draft(version)
                                .none()
                                .list(ATTRIBUTES, 1)
                                .name("a")
                                .word(DOUBLE)
                                .count(count)));
                tasks.add(
                        task("variables", version, draft(version).none().none().list(VARIABLES, count)));
                tasks.add(task(
                        "rank",
                        version,
                        draft(version)
                                .none()
                                .none()
                                .list(VARIABLES, 1)
                                .name("v")
                                .count(count)));
                tasks.add(task("length", version, variable(version, 0, count, 1)));
                tasks.add(task("lengths", version, variable(version, 0, count, 5)));
                tasks.add(task("records", version, variable(version, count, 0, 1)));
            }
        }

        assertThat(new HostileRun(tasks).run(2)).isEmpty();
    }

    private static ClassicDraft draft(int version) {
        return new ClassicDraft(version, 0);
    }

    /** One variable along one dimension of any length, several times. */
    private static ClassicDraft variable(int version, long records, long length, int rank) {
        ClassicDraft draft = new ClassicDraft(version, records)
                .list(DIMENSIONS, 1)
                .name("d")
                .count(length)
                .none()
                .list(VARIABLES, 1)
                .name("v")
                .count(rank);
        for (int axis = 0; axis < rank; axis++) {
            draft.count(0);
        }
        draft.none().word(BYTE).count(0);
        return version == 1 ? draft.word(200) : draft.word(0).word(200);
    }

    @Test
    void aMillionAttributesAreRead() throws Exception {
        ClassicDraft draft = draft(5).none().list(ATTRIBUTES, 1_000_000);
        for (int i = 0; i < 1_000_000; i++) {
            draft.name(Integer.toString(i)).word(DOUBLE).count(0);
        }
        byte[] bytes = draft.none().bytes();

        assertRead("a million attributes", bytes, 1500L << 20);
    }

    @Test
    void thousandsOfVariablesAreRead() throws Exception {
        int count = 20_000;
        ClassicDraft draft = draft(5).list(DIMENSIONS, count);
        for (int i = 0; i < count; i++) {
            draft.name("d" + i).count(1);
        }
        draft.none().list(VARIABLES, count);
        for (int i = 0; i < count; i++) {
            draft.name("v" + i)
                    .count(1)
                    .count(i)
                    .none()
                    .word(BYTE)
                    .count(4)
                    .word(0)
                    .word(3_000_000 + 4 * i);
        }
        byte[] bytes = java.util.Arrays.copyOf(draft.bytes(), 3_000_000 + 4 * count);

        assertRead("thousands of variables", bytes, 1500L << 20);
    }

    @Test
    void aTextOfMegabytesWhereAWordIsExpectedIsRead() throws Exception {
        String text = "trajectory ".repeat(1 << 19);
        ClassicDraft draft = draft(5).none().list(ATTRIBUTES, 3);
        for (String name : new String[] {"featureType", "Conventions", "cdm_data_type"}) {
            draft.name(name).word(CHAR).name(text);
        }

        assertRead("long texts", draft.none().bytes(), 900L << 20);
    }

    @Test
    void aNameOfMegabytesIsRead() throws Exception {
        byte[] bytes = draft(5).list(DIMENSIONS, 1)
                .name("n".repeat(10 << 20))
                .count(3)
                .none()
                .none()
                .bytes();

        assertRead("a long name", bytes, 200L << 20);
    }

    private static void assertRead(String name, byte[] bytes, long mostBytes) throws Exception {
        List<String> outcomes = new ArrayList<>();
        HostileRun run = new HostileRun(List.of(new HostileRun.Task(name, mostBytes, () -> {
            outcomes.addAll(HostileReading.read(bytes).values());
            return "read";
        })));

        assertThat(run.run(1)).as("%s", run).isEmpty();
        assertThat(outcomes).containsOnly("values");
    }

    private static HostileRun.Task task(String what, int version, ClassicDraft draft) {
        byte[] bytes = draft.bytes();
        return new HostileRun.Task(
                what + " in version " + version,
                SMALL,
                () -> HostileReading.read(bytes).toString());
    }
}
