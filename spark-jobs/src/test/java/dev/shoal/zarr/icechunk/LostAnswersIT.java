package dev.shoal.zarr.icechunk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.plan.Window;
import dev.shoal.testing.FaultyNetwork;
import dev.shoal.testing.FaultyNetwork.Fault;
import dev.shoal.testing.ObjectStore;
import dev.shoal.zarr.ArrayStores;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commits to an S3 server behind a bad network: each is made once, and who is told otherwise has not made it. */
final class LostAnswersIT {

    private static final int COMMITS = Integer.getInteger("shoal.faults", 1) * 8;

    @TempDir
    Path folder;

    private static Configuration conf(ObjectStore objects, FaultyNetwork network) {
        Configuration conf = objects.hadoopConf();
        conf.set("fs.s3a.endpoint", network.endpoint());
        conf.setInt("fs.s3a.attempts.maximum", 4);
        conf.setInt("fs.s3a.retry.limit", 4);
        conf.set("fs.s3a.retry.interval", "20ms");
        conf.set("fs.s3a.retry.throttle.interval", "20ms");
        conf.setBoolean("fs.s3a.impl.disable.cache", false);
        return conf;
    }

    @Test
    void whatIsToldIsWhatHappened() throws Exception {
        try (ObjectStore objects = ObjectStore.start(folder);
                FaultyNetwork network = FaultyNetwork.to(objects.endpoint(), 5)) {
            Configuration conf = conf(objects, network);
            String root = objects.s3Uri("lost-answers") + "/repo";
            network.fail(0.5, Fault.LOST_ANSWER);
            IcechunkRepository repository = IcechunkRepository.create(root, conf);
            network.fail(0, Fault.NONE);
            IcechunkSession setup = repository.session("main");
            setup.array("/a", OfficialLibraryIT.document(COMMITS, 1));
            setup.commit("begin");
            network.fail(0.3, Fault.values());
            List<String> told = new ArrayList<>();
            for (int commit = 0; commit < COMMITS; commit++) {
                try {
                    IcechunkSession session = repository.session("main");
                    session.chunk("/a", new int[] {commit}, session.put(new byte[] {(byte) (commit + 1)}));
                    session.commit("commit " + commit);
                    told.add(0, "commit " + commit);
                    repository.tag("tag" + commit, repository.resolve("main"));
                } catch (CommitConflictException conflict) {
                    throw conflict;
                } catch (IOException gaveUp) { // The network was too bad; what is there decides.
                    assertThat(gaveUp.getMessage()).isNotBlank();
                }
            }
            network.fail(0, Fault.NONE);
            List<String> made = repository.history("main").stream()
                    .map(SnapshotInfo::message)
                    .filter(message -> message.startsWith("commit "))
                    .toList();
            assertThat(made).doesNotHaveDuplicates().containsAll(told);
            try (ArrayFile file = ArrayStores.open(root, conf)) {
                byte[] values = (byte[]) file.read(file.header().variable("a").orElseThrow(), Window.whole(COMMITS))
                        .values();
                for (int commit = 0; commit < COMMITS; commit++) {
                    boolean there = made.contains("commit " + commit);
                    assertThat(values[commit]).isEqualTo(there ? (byte) (commit + 1) : 0);
                }
            }
            System.out.println("Icechunk: " + network.happened() + ", made " + made.size() + ", told " + told.size());
        }
    }
}
