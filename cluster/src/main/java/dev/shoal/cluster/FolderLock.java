package dev.shoal.cluster;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Lets one program at a time start or stop the cluster of a folder. The system frees it when the program ends, however
 * it ends.
 */
final class FolderLock implements Closeable {
    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the lock or says that another program has it. */
    static FolderLock take(ClusterFolder folder) throws IOException, ClusterException {
        Path file = folder.root().resolve("lock");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new ClusterException("Cannot start or stop the cluster of " + folder.data()
                    + ": another program is doing so (it holds " + file + "). Wait for it to end.");
        }
        return new FolderLock(channel);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
