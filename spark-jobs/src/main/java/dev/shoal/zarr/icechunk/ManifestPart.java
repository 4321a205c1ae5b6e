package dev.shoal.zarr.icechunk;

import java.io.Serializable;

/**
 * A manifest that lies in the repository and that no commit leads to yet.
 *
 * @param node id of the array
 * @param window the manifest, and the least window of chunks that holds all it tells of
 * @param file its size
 */
public record ManifestPart(ObjectId node, ManifestRef window, ManifestFile file) implements Serializable {}
