package dev.shoal.stage.zarr;

import dev.shoal.zarr.VirtualNodes;
import dev.shoal.zarr.icechunk.IcechunkObjects;
import dev.shoal.zarr.icechunk.IcechunkRepository;
import dev.shoal.zarr.icechunk.IcechunkSession;
import dev.shoal.zarr.icechunk.ManifestWriter;
import dev.shoal.zarr.icechunk.Node;
import dev.shoal.zarr.icechunk.SourceFile;
import dev.shoal.zarr.virtual.ArrayPlan;
import dev.shoal.zarr.virtual.VirtualArray;
import dev.shoal.zarr.virtual.VirtualPlan;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/**
 * One commit of an Icechunk repository, in place of what the branch has; what that was stays in the history. Tasks
 * write manifests.
 */
final class VirtualCommit implements VirtualOutput {

    private final String root;
    private final String branch;
    private final String message;
    private final Configuration conf;
    private Optional<IcechunkSession> session = Optional.empty();

    /**
     * Opens nothing yet.
     *
     * @param root of the repository, which is made where there is none
     * @param branch which is made where there is none, on top of {@code main}
     */
    VirtualCommit(String root, String branch, String message, Configuration conf) {
        this.root = root;
        this.branch = branch;
        this.message = message;
        this.conf = conf;
    }

    @Override
    public Tasks begin(VirtualPlan plan) throws IOException {
        IcechunkSession begun = repository().session(branch);
        for (Node node : begun.base().nodes()) {
            if (node.path().lastIndexOf('/') == 0 && node.path().length() > 1) {
                begun.delete(node.path());
            }
        }
        begun.group("/", VirtualNodes.group(plan.attributes()));
        List<ManifestWriter> writers = new ArrayList<>();
        for (ArrayPlan array : plan.arrays()) {
            groupsAbove(begun, array.array());
            begun.array("/" + array.array().path(), VirtualNodes.array(array.array()));
            writers.add(begun.writer("/" + array.array().path()));
        }
        session = Optional.of(begun);
        return new ManifestTasks(root, writers, sources(plan));
    }

    private static void groupsAbove(IcechunkSession session, VirtualArray array) {
        String path = array.path();
        for (int end = path.indexOf('/'); end > 0; end = path.indexOf('/', end + 1)) {
            session.group("/" + path.substring(0, end), VirtualNodes.group());
        }
    }

    private IcechunkRepository repository() throws IOException {
        IcechunkRepository repository =
                isThere() ? IcechunkRepository.open(root, conf) : IcechunkRepository.create(root, conf);
        if (!repository.branches().containsKey(branch)) {
            repository.branch(branch, repository.resolve(IcechunkRepository.MAIN));
        }
        return repository;
    }

    private boolean isThere() throws IOException {
        Path path = new Path(root);
        return path.getFileSystem(conf).exists(new Path(path, IcechunkObjects.NAME));
    }

    /** Returns the files in the states in which they were scanned, as readers will tell those. */
    private SourceFile[] sources(VirtualPlan plan) throws IOException {
        SourceFile[] sources = new SourceFile[plan.sources().size()];
        for (int i = 0; i < sources.length; i++) {
            sources[i] = source(plan.sources().get(i));
        }
        return sources;
    }

    private SourceFile source(dev.shoal.zarr.virtual.SourceFile scanned) throws IOException {
        String url = url(scanned.location());
        if (!scanned.etag().isEmpty()) {
            return SourceFile.withEtag(url, scanned.etag());
        }
        Path path = new Path(scanned.location());
        FileSystem system = path.getFileSystem(conf);
        FileSystem raw = system instanceof LocalFileSystem local ? local.getRawFileSystem() : system;
        FileStatus status = raw.getFileStatus(path);
        Optional<String> change = scanned.difference(status);
        if (change.isPresent()) {
            throw new IOException("Cannot refer to " + scanned.location() + ": found " + change.get()
                    + ". The file was changed meanwhile; run the command again.");
        }
        return SourceFile.of(url, raw, status);
    }

    /** Returns a location as Icechunk names it: an URL for a local file, keys as they are for objects. */
    static String url(String location) {
        if (location.startsWith("s3a://")) {
            return "s3://" + location.substring("s3a://".length());
        }
        if (!location.startsWith("file:/")) {
            return location;
        }
        try {
            return "file://" + new URI(null, null, new Path(location).toUri().getPath(), null).getRawPath();
        } catch (URISyntaxException noPath) {
            throw new IllegalStateException("Cannot name " + location + " as a URL.", noPath);
        }
    }

    @Override
    public void finish(VirtualPlan plan, List<byte[]> answers) throws IOException {
        IcechunkSession open = session.orElseThrow();
        for (byte[] answer : answers) {
            ManifestTasks.Answer of = PackedObjects.object(ManifestTasks.Answer.class, answer);
            open.add("/" + plan.arrays().get(of.array()).array().path(), of.part());
        }
        for (int i = 0; i < plan.arrays().size(); i++) {
            ArrayPlan array = plan.arrays().get(i);
            if (array.isHeld()) {
                ManifestWriter writer = open.writer("/" + array.array().path());
                open.add(
                        "/" + array.array().path(),
                        new ManifestTasks(writer.root(), List.of())
                                .manifest(writer, array, array.array().references(), conf));
            }
        }
        open.commit(message);
    }
}
