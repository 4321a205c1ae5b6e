package dev.shoal.zarr.icechunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.plan.Window;
import dev.shoal.testing.ObjectStore;
import dev.shoal.zarr.ArrayStores;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A repository in an S3 server: the one object that changes is put under conditions. */
final class RepositoryInS3IT {

    @TempDir
    Path folder;

    @Test
    void ofTwoWritersOneWinsAndTheOtherIsTold() throws Exception {
        try (ObjectStore objects = ObjectStore.start(folder)) {
            Configuration conf = objects.hadoopConf();
            String root = objects.s3Uri("bucket") + "/a/repo";
            IcechunkRepository repository = IcechunkRepository.create(root, conf);
            assertThatThrownBy(() -> IcechunkRepository.create(root, conf)).isInstanceOf(CommitConflictException.class);

            RepoObject repo = repository.files().repo();
            RepoObject.State state = repo.read().orElseThrow();
            assertThat(repo.replace(state, state.bytes())).isTrue();
            RepoObject.State again = repo.read().orElseThrow();
            assertThat(repo.replace(new RepoObject.State(state.bytes(), "\"0123\""), new byte[] {1}))
                    .isFalse();
            assertThat(repo.read().map(RepoObject.State::version)).isEqualTo(Optional.of(again.version()));

            IcechunkSession setup = repository.session("main");
            setup.array("/a", OfficialLibraryIT.document(4, 2));
            setup.array("/b", OfficialLibraryIT.document(4, 2));
            setup.commit("arrays");
            IcechunkSession one = repository.session("main");
            IcechunkSession other = repository.session("main");
            IcechunkSession apart = repository.session("main");
            one.chunk("/a", new int[] {0}, one.put(new byte[] {1, 2}));
            other.chunk("/a", new int[] {0}, other.put(new byte[] {3, 4}));
            apart.chunk("/b", new int[] {1}, apart.put(new byte[] {5, 6}));
            one.commit("one");
            assertThatThrownBy(() -> other.commit("other")).isInstanceOf(CommitConflictException.class);
            apart.commit("apart");
            IcechunkSession more = repository.session("main");
            IcechunkSession beside = repository.session("main");
            more.chunk("/a", new int[] {1}, new ChunkRef.Inline(new byte[] {7, 8}));
            beside.chunk("/b", new int[] {0}, new ChunkRef.Inline(new byte[] {9, 9}));
            more.commit("more");
            beside.commit("beside");

            Instant later = Instant.now().plusSeconds(600);
            assertThat(new Expiry(repository, later, Expiry.OldRefs.KEEP, Expiry.OldRefs.KEEP)
                            .run()
                            .snapshots())
                    .hasSize(4);
            GarbageCollection.Garbage garbage = new GarbageCollection(repository, later).run();
            assertThat(garbage.count(ObjectKind.CHUNK))
                    .as("of the one that was refused")
                    .isEqualTo(1);
            assertThat(garbage.count(ObjectKind.SNAPSHOT)).isGreaterThanOrEqualTo(4);
            assertThat(new GarbageCollection(repository, later).run().names()).isEmpty();
            assertThat(RepositoryCheck.of(repository, "main").problems()).isEmpty();

            try (ArrayFile file = ArrayStores.open(root, conf)) {
                for (String array : new String[] {"a", "b"}) {
                    byte[] values =
                            (byte[]) file.read(file.header().variable(array).orElseThrow(), Window.whole(4))
                                    .values();
                    assertThat(values).isEqualTo(array.equals("a") ? new byte[] {1, 2, 7, 8} : new byte[] {9, 9, 5, 6});
                }
            }
        }
    }
}
