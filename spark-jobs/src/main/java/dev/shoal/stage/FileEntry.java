package dev.shoal.stage;

import java.io.Serializable;

/**
 * A file as a listing shows it.
 *
 * @param path full path with its scheme
 * @param size in bytes
 * @param modifiedMillis time of the last change since 1970 UTC, by the file system's clock
 */
public record FileEntry(String path, long size, long modifiedMillis) implements Serializable {}
