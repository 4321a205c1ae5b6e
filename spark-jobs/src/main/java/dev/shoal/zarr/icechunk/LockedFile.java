package dev.shoal.zarr.icechunk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;

/**
 * A file of this machine: compared and renamed under a lock that the system takes back from a process that dies. Other
 * programs do not know of the lock; they see the old file or the new.
 *
 * @param file the object
 */
record LockedFile(Path file) implements RepoObject {

    /** A process can hold a lock once, whatever threads it has. */
    private static final Object IN_THIS_PROCESS = new Object();

    @Override
    public Optional<State> read() throws IOException {
        try {
            return Optional.of(new State(Files.readAllBytes(file), ""));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
    }

    @Override
    public boolean create(byte[] bytes) throws IOException {
        return locked(() -> {
            if (Files.exists(file)) {
                return false;
            }
            put(bytes);
            return true;
        });
    }

    @Override
    public boolean replace(State before, byte[] bytes) throws IOException {
        return locked(() -> {
            Optional<State> now = read();
            if (now.isEmpty() || !Arrays.equals(now.get().bytes(), before.bytes())) {
                return false;
            }
            put(bytes);
            return true;
        });
    }

    @FunctionalInterface
    private interface Change {

        boolean make() throws IOException;
    }

    private boolean locked(Change change) throws IOException {
        Files.createDirectories(folder());
        synchronized (IN_THIS_PROCESS) {
            try (FileChannel channel = FileChannel.open(
                            folder().resolve(".repo.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                return lock.isValid() && change.make();
            }
        }
    }

    private void put(byte[] bytes) throws IOException {
        Path part = folder().resolve(".repo.part");
        Files.write(part, bytes);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path folder() {
        return file.toAbsolutePath().resolveSibling(".").normalize();
    }
}
