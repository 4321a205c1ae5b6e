package dev.shoal.stage.zarr;

import dev.shoal.zarr.icechunk.CommitName;
import dev.shoal.zarr.icechunk.IcechunkRepository;
import dev.shoal.zarr.icechunk.ObjectId;
import dev.shoal.zarr.icechunk.SnapshotInfo;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.apache.hadoop.conf.Configuration;

/**
 * The branches, tags and commits of an Icechunk repository.
 *
 * @param repository its folder
 * @param ref the branch, tag or snapshot whose history this is
 * @param branches ids of commits by name
 * @param tags ids of commits by name
 * @param history newest first
 */
public record RepositorySummary(
        String repository, String ref, Map<String, String> branches, Map<String, String> tags, List<Commit> history) {

    /**
     * One commit.
     *
     * @param snapshot its id
     * @param committed when, in UTC
     * @param message of the commit
     * @param metadata texts by name
     */
    public record Commit(String snapshot, String committed, String message, Map<String, String> metadata) {}

    /**
     * Looks at a repository.
     *
     * @return nothing where a location is no repository's
     * @throws dev.shoal.netcdf.UnreadableException where there is no such branch, tag or snapshot
     * @throws IOException where the storage fails
     */
    public static Optional<RepositorySummary> of(String location, Configuration conf) throws IOException {
        CommitName name = CommitName.ofStore(location);
        boolean file = location.endsWith(".json");
        if (file || (!CommitName.isNamed(location) && !IcechunkRepository.isThere(name.root(), conf))) {
            return Optional.empty();
        }
        IcechunkRepository repository = IcechunkRepository.open(name.root(), conf);
        return Optional.of(new RepositorySummary(
                repository.root(),
                name.ref(),
                texts(repository.branches()),
                texts(repository.tags()),
                repository.history(name.ref()).stream()
                        .map(RepositorySummary::commit)
                        .toList()));
    }

    private static Map<String, String> texts(SortedMap<String, ObjectId> refs) {
        Map<String, String> texts = new LinkedHashMap<>();
        refs.forEach((name, id) -> texts.put(name, id.toString()));
        return texts;
    }

    private static Commit commit(SnapshotInfo info) {
        Map<String, String> metadata = new LinkedHashMap<>();
        info.metadata().forEach(item -> item.text().ifPresent(text -> metadata.put(item.name(), text)));
        return new Commit(
                info.id().toString(),
                Instant.EPOCH
                        .plus(info.committedMicros(), ChronoUnit.MICROS)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString(),
                info.message(),
                metadata);
    }
}
